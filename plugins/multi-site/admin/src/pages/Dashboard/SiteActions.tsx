import { useState } from 'react';
import { Flex, IconButton, MenuItem, SimpleMenu } from '@strapi/design-system';
import { More } from '@strapi/icons';
import type { SiteFigures } from '../../../../shared/contracts/dashboard';
import { usePermissions } from '../../permissions';
import { useTexts } from '../../texts';
import { WorkHereButton } from '../Sites/WorkHereButton';
import { CloneSiteDialog } from './CloneSiteDialog';
import { DeleteSiteDialog } from './DeleteSiteDialog';

/** What can be done with the whole site. */
export const SiteActions = ({ site }: { site: SiteFigures }) => {
  const t = useTexts();
  const { canCreateSites, canDeleteSites, canAccessNetwork } = usePermissions();
  const [asked, setAsked] = useState<'clone' | 'delete' | null>(null);
  const close = () => setAsked(null);
  const mayClone = canCreateSites && canAccessNetwork;
  const mayDelete = canDeleteSites && canAccessNetwork;
  return (
    <Flex gap={3}>
      <WorkHereButton site={site} />
      {mayClone || mayDelete ? (
        <SimpleMenu
          tag={IconButton}
          label={t('sites.actions', { name: site.name })}
          variant="tertiary"
          icon={<More />}
        >
          {mayClone ? (
            <MenuItem onSelect={() => setAsked('clone')}>{t('clone.open')}</MenuItem>
          ) : null}
          {mayDelete ? (
            <MenuItem variant="danger" onSelect={() => setAsked('delete')}>
              {t('delete.open')}
            </MenuItem>
          ) : null}
        </SimpleMenu>
      ) : null}
      {asked === 'clone' ? <CloneSiteDialog site={site} onClose={close} /> : null}
      {asked === 'delete' ? <DeleteSiteDialog site={site} onClose={close} /> : null}
    </Flex>
  );
};
