import { AreaNav } from 'suite-kit/admin';
import { PATHS } from '../paths';
import { usePermissions } from '../permissions';
import { useTexts } from '../texts';

/** Links between the pages of one site. */
export const SiteAreas = ({ siteId }: { siteId: string }) => {
  const t = useTexts();
  const { canReadSites, canUpdateSites, canReadMembers, canUseBoard, canManageWorkflow } =
    usePermissions();
  const isCurrent = siteId === 'current';
  const areas = [
    canReadSites && !isCurrent
      ? { to: PATHS.dashboard(siteId), label: t('site-areas.dashboard') }
      : null,
    canReadSites && !isCurrent
      ? { to: PATHS.site(siteId), label: t('site-areas.settings'), isExact: true }
      : null,
    canReadMembers && !isCurrent
      ? { to: PATHS.members(siteId), label: t('site-areas.members') }
      : null,
    canUseBoard ? { to: PATHS.board(siteId), label: t('site-areas.board') } : null,
    canManageWorkflow ? { to: PATHS.workflow(siteId), label: t('site-areas.workflow') } : null,
    canUpdateSites ? { to: PATHS.revalidation(siteId), label: t('site-areas.revalidation') } : null,
  ].filter((area) => area !== null);
  return areas.length > 1 ? <AreaNav label={t('site-areas.label')} areas={areas} /> : null;
};
