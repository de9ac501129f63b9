import { AreaNav } from 'suite-kit/admin';
import { PATHS } from '../paths';
import { usePermissions } from '../permissions';
import { useTexts } from '../texts';

/** Links between the pages of one site. */
export const SiteAreas = ({ siteId }: { siteId: string }) => {
  const t = useTexts();
  const { canReadMembers } = usePermissions();
  if (!canReadMembers) return null;
  return (
    <AreaNav
      label={t('site-areas.label')}
      areas={[
        { to: PATHS.site(siteId), label: t('site-areas.settings'), isExact: true },
        { to: PATHS.members(siteId), label: t('site-areas.members') },
      ]}
    />
  );
};
