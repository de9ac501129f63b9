import { useState } from 'react';
import { Button, Flex } from '@strapi/design-system';
import { Mail, Plus } from '@strapi/icons';
import { BackButton } from '@strapi/strapi/admin';
import { useParams } from 'react-router-dom';
import { PageFrame, pageState, useApiMessage } from 'suite-kit/admin';
import type { Member } from '../../../../shared/contracts/members';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { SiteAreas } from '../../components/SiteAreas';
import { PATHS } from '../../paths';
import { usePermissions } from '../../permissions';
import { useListSiteMembersQuery } from '../../services/members';
import { useGetMultiSiteQuery } from '../../services/sites';
import { useTexts } from '../../texts';
import { AddMembersDialog } from './AddMembersDialog';
import { InviteDialog } from './InviteDialog';
import { MemberDialog } from './MemberDialog';
import { MembersTable } from './MembersTable';
import { RemoveMemberDialog } from './RemoveMemberDialog';

type Open =
  | { kind: 'none' }
  | { kind: 'add' }
  | { kind: 'invite' }
  | { kind: 'edit' | 'remove'; member: Member };

/** Who works on a site and in which roles. */
export const MembersPage = () => {
  const t = useTexts();
  const { id = '' } = useParams();
  const toMessage = useApiMessage(PLUGIN_ID);
  const { canReadMembers, canManageMembers, isLoading: isAsking } = usePermissions();
  const site = useGetMultiSiteQuery(id, { skip: !canReadMembers });
  const members = useListSiteMembersQuery(id, { skip: !canReadMembers });
  const [open, setOpen] = useState<Open>({ kind: 'none' });
  const close = () => setOpen({ kind: 'none' });
  const error = site.error ?? members.error;
  const name = site.data?.name ?? '';
  const addButton = canManageMembers ? (
    <Button startIcon={<Plus />} onClick={() => setOpen({ kind: 'add' })}>
      {t('members.add')}
    </Button>
  ) : undefined;
  const inviteButton = canManageMembers ? (
    <Button variant="secondary" startIcon={<Mail />} onClick={() => setOpen({ kind: 'invite' })}>
      {t('members.invite')}
    </Button>
  ) : undefined;
  const isEmpty = members.data?.length === 0;

  return (
    <PageFrame
      title={name ? t('members.title', { name }) : t('members.title-loading')}
      help={t('members.help')}
      navigationAction={<BackButton fallback={PATHS.sites} />}
      areas={<SiteAreas siteId={id} />}
      primaryAction={
        <Flex gap={2} wrap="wrap">
          {inviteButton}
          {isEmpty ? null : addButton}
        </Flex>
      }
      state={pageState({
        isAllowed: canReadMembers,
        isLoading: isAsking || site.isLoading || members.isLoading,
        problem: error ? toMessage(error) : null,
        onRetry: () => {
          void site.refetch();
          void members.refetch();
        },
        empty: isEmpty ? { message: t('members.empty'), action: addButton } : null,
      })}
    >
      <MembersTable
        members={members.data ?? []}
        canManage={canManageMembers}
        onEdit={(member) => setOpen({ kind: 'edit', member })}
        onRemove={(member) => setOpen({ kind: 'remove', member })}
      />
      {open.kind === 'add' ? (
        <AddMembersDialog site={{ id, name }} members={members.data ?? []} onClose={close} />
      ) : null}
      {open.kind === 'invite' ? <InviteDialog site={{ id, name }} onClose={close} /> : null}
      {open.kind === 'edit' ? (
        <MemberDialog site={{ id, name }} member={open.member} onClose={close} />
      ) : null}
      {open.kind === 'remove' ? (
        <RemoveMemberDialog site={{ id, name }} member={open.member} onClose={close} />
      ) : null}
    </PageFrame>
  );
};
