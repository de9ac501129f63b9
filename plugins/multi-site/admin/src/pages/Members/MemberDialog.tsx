import { useState } from 'react';
import { Button, Field, Flex, Modal, Typography } from '@strapi/design-system';
import { useNotify } from 'suite-kit/admin';
import type { Member } from '../../../../shared/contracts/members';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { useSetSiteMemberMutation } from '../../services/members';
import { useTexts } from '../../texts';
import { RolesSelect } from './RolesSelect';

type Props = {
  site: { id: string; name: string };
  member: Member;
  onClose: () => void;
};

/** Gives a member other roles. */
export const MemberDialog = ({ site, member, onClose }: Props) => {
  const t = useTexts();
  const notify = useNotify(PLUGIN_ID);
  const [setMember, { isLoading }] = useSetSiteMemberMutation();
  const [roles, setRoles] = useState(member.roles.map((role) => role.code));
  const [isTried, setIsTried] = useState(false);

  const save = async () => {
    setIsTried(true);
    if (roles.length === 0) return;
    const result = await setMember({ site: site.id, userId: member.user.id, roles });
    if ('error' in result) return notify.problem(result.error);
    notify.success(t('members.saved', { site: site.name }));
    onClose();
  };

  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel={t('members.cancel')}>
          <Modal.Title>{t('members.edit-title', { name: member.user.name })}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={5}>
            <Typography>{member.user.email}</Typography>
            <Field.Root
              name="roles"
              hint={t('members.roles.hint')}
              error={isTried && roles.length === 0 ? t('members.roles.required') : undefined}
              required
            >
              <Field.Label>{t('members.roles')}</Field.Label>
              <RolesSelect value={roles} onChange={setRoles} />
              <Field.Hint />
              <Field.Error />
            </Field.Root>
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Modal.Close>
            <Button variant="tertiary">{t('members.cancel')}</Button>
          </Modal.Close>
          <Button loading={isLoading} onClick={() => void save()}>
            {t('members.save')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
