import { AreaNav } from 'suite-kit/admin';
import { PATHS } from '../paths';
import { usePermissions } from '../permissions';
import { useTexts } from '../texts';

/** Links to the plugin's areas; absent for those who may open only one of them. */
export const Areas = () => {
  const t = useTexts();
  const { canRead, canReadExperiments, canReadSettings } = usePermissions();
  const areas = [
    canRead ? { to: PATHS.quality, label: t('areas.quality'), isExact: true } : null,
    canReadExperiments ? { to: PATHS.experiments, label: t('areas.experiments') } : null,
    canRead ? { to: PATHS.usage, label: t('areas.usage') } : null,
    canReadSettings ? { to: PATHS.settings, label: t('areas.settings') } : null,
  ].filter((area) => area !== null);
  return areas.length > 1 ? <AreaNav label={t('areas.label')} areas={areas} /> : null;
};
