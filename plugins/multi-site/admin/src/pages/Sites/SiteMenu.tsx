import { useState } from 'react';
import { IconButton, MenuItem, SimpleMenu } from '@strapi/design-system';
import { More } from '@strapi/icons';
import { useNavigate } from 'react-router-dom';
import type { Site } from '../../../../shared/contracts/sites';
import { useSiteChoice } from '../../choice';
import { PATHS } from '../../paths';
import { usePermissions } from '../../permissions';
import { useTexts } from '../../texts';
import { ChangeStateDialog } from './ChangeStateDialog';
import { MakeDefaultDialog } from './MakeDefaultDialog';
import { useIsManageable } from './use-is-manageable';

/** What can be done with a site, as far as the person may. */
export const SiteMenu = ({ site }: { site: Site }) => {
  const t = useTexts();
  const navigate = useNavigate();
  const { canUpdateSites, canReadMembers, canArchiveSites } = usePermissions();
  const isManageable = useIsManageable(site);
  const { data } = useSiteChoice();
  const [asked, setAsked] = useState<'nothing' | 'state' | 'default'>('nothing');
  const close = () => setAsked('nothing');
  const isArchived = site.status === 'archived';
  // The default site takes the hosts that belong to no site; the server refuses to archive it.
  const canChangeState = canArchiveSites && !site.isDefault;
  const canMakeDefault = canUpdateSites && data?.canAccessNetwork && !site.isDefault && !isArchived;
  const isEmpty = !canUpdateSites && !canReadMembers && !canChangeState;
  if (!isManageable || isEmpty) return null;

  return (
    <>
      <SimpleMenu
        tag={IconButton}
        label={t('sites.actions', { name: site.name })}
        variant="ghost"
        size="S"
        icon={<More />}
      >
        {canUpdateSites && !isArchived ? (
          <MenuItem onSelect={() => navigate(PATHS.site(site.id))}>{t('sites.edit')}</MenuItem>
        ) : null}
        {canReadMembers ? (
          <MenuItem onSelect={() => navigate(PATHS.members(site.id))}>
            {t('sites.members')}
          </MenuItem>
        ) : null}
        {canMakeDefault ? (
          <MenuItem onSelect={() => setAsked('default')}>{t('sites.make-default')}</MenuItem>
        ) : null}
        {canChangeState ? (
          <MenuItem onSelect={() => setAsked('state')} variant={isArchived ? undefined : 'danger'}>
            {t(isArchived ? 'sites.restore' : 'sites.archive')}
          </MenuItem>
        ) : null}
      </SimpleMenu>
      <ChangeStateDialog site={site} isOpen={asked === 'state'} onClose={close} />
      <MakeDefaultDialog site={site} isOpen={asked === 'default'} onClose={close} />
    </>
  );
};
