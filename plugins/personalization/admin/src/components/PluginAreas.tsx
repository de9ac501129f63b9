import { AreaNav } from 'suite-kit/admin';
import { PATHS } from '../paths';
import { usePermissions } from '../permissions';
import { useTexts } from '../texts';

/** The areas of the plugin that the person may open. */
export const PluginAreas = () => {
  const t = useTexts();
  const { canReadVisitors, canManage } = usePermissions();
  return (
    <AreaNav
      label={t('areas.label')}
      areas={[
        { to: PATHS.overview, label: t('areas.overview'), isExact: true },
        { to: PATHS.rules, label: t('areas.rules') },
        { to: PATHS.audiences, label: t('areas.audiences') },
        ...(canReadVisitors ? [{ to: PATHS.visitors, label: t('areas.visitors') }] : []),
        { to: PATHS.recommendations, label: t('areas.recommendations') },
        ...(canManage ? [{ to: PATHS.analytics, label: t('areas.analytics') }] : []),
        ...(canManage ? [{ to: PATHS.settings, label: t('areas.settings') }] : []),
      ]}
    />
  );
};
