import { AreaNav } from 'suite-kit/admin';
import { PATHS } from '../paths';
import { useTexts } from '../texts';

/** Links to the plugin's areas. */
export const FederationAreas = () => {
  const t = useTexts();
  return (
    <AreaNav
      label={t('areas.label')}
      areas={[
        { to: PATHS.sources, label: t('areas.sources'), isExact: true },
        { to: PATHS.conflicts, label: t('areas.conflicts') },
        { to: PATHS.runs, label: t('areas.runs') },
        { to: PATHS.audit, label: t('areas.audit') },
      ]}
    />
  );
};
