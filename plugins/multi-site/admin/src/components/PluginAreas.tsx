import { AreaNav } from 'suite-kit/admin';
import { useSiteChoice } from '../choice';
import { PATHS } from '../paths';
import { usePermissions } from '../permissions';
import { useTexts } from '../texts';

/** Links to the plugin's areas; absent for those who may open only one of them. */
export const PluginAreas = () => {
  const t = useTexts();
  const {
    canReadSites,
    canAccessNetwork,
    canManageIsolation,
    canUseBoard,
    canReadAudit,
    canShareEntries,
  } = usePermissions();
  const { choice } = useSiteChoice();
  const isSeveral = choice.kind === 'site' || choice.kind === 'network';
  const hasSite = choice.kind === 'site' || choice.kind === 'inactive';
  const areas = [
    canReadSites ? { to: PATHS.sites, label: t('areas.sites'), isExact: true } : null,
    canReadSites && canAccessNetwork ? { to: PATHS.overview, label: t('areas.overview') } : null,
    canUseBoard && hasSite ? { to: PATHS.board('current'), label: t('areas.board') } : null,
    canShareEntries && isSeveral ? { to: PATHS.sharing, label: t('areas.sharing') } : null,
    canReadAudit ? { to: PATHS.audit, label: t('areas.audit') } : null,
    canManageIsolation ? { to: PATHS.isolation, label: t('areas.isolation') } : null,
    canManageIsolation ? { to: PATHS.tokens, label: t('areas.tokens') } : null,
    canManageIsolation ? { to: PATHS.webhooks, label: t('areas.webhooks') } : null,
  ].filter((area) => area !== null);
  return areas.length > 1 ? <AreaNav label={t('areas.label')} areas={areas} /> : null;
};
