import { AreaNav } from 'suite-kit/admin';
import { PATHS } from '../paths';
import { usePermissions } from '../permissions';
import { useTexts } from '../texts';

/** Links to the plugin's areas; absent for those who may open only one of them. */
export const PluginAreas = () => {
  const t = useTexts();
  const { canReadSites, canManageIsolation } = usePermissions();
  const areas = [
    canReadSites ? { to: PATHS.sites, label: t('areas.sites'), isExact: true } : null,
    canManageIsolation ? { to: PATHS.isolation, label: t('areas.isolation') } : null,
    canManageIsolation ? { to: PATHS.tokens, label: t('areas.tokens') } : null,
  ].filter((area) => area !== null);
  return areas.length > 1 ? <AreaNav label={t('areas.label')} areas={areas} /> : null;
};
