import { useState } from 'react';
import { Button, Field, Flex, Modal, Typography } from '@strapi/design-system';
import { useNotify } from 'suite-kit/admin';
import type { Member } from '../../../../shared/contracts/members';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { useSiteChoice } from '../../choice';
import { useSetSiteMemberMutation } from '../../services/members';
import { useTexts } from '../../texts';
import { PersonSearch } from './PersonSearch';
import { RolesSelect } from './RolesSelect';

type Props = {
  site: { id: string; name: string };
  /** Who is on the site already: they are not offered again. */
  members: Member[];
  /** Null adds somebody. */
  member: Member | null;
  onClose: () => void;
};

/** Puts a person on a site, or gives a member other roles. */
export const MemberDialog = ({ site, members, member, onClose }: Props) => {
  const t = useTexts();
  const notify = useNotify(PLUGIN_ID);
  const [setMember, { isLoading }] = useSetSiteMemberMutation();
  const [userId, setUserId] = useState<number | null>(member?.user.id ?? null);
  const [roles, setRoles] = useState(member?.roles.map((role) => role.code) ?? []);
  const [isTried, setIsTried] = useState(false);
  const { data: person } = useSiteChoice();

  const save = async () => {
    setIsTried(true);
    if (userId === null || roles.length === 0) return;
    const result = await setMember({ site: site.id, userId, roles });
    if ('error' in result) return notify.problem(result.error);
    notify.success(t(member ? 'members.saved' : 'members.added', { site: site.name }));
    onClose();
  };

  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel={t('members.cancel')}>
          <Modal.Title>
            {member
              ? t('members.edit-title', { name: member.user.name })
              : t('members.add-title', { site: site.name })}
          </Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={5}>
            {member ? (
              <Typography>{member.user.email}</Typography>
            ) : (
              <Field.Root
                name="person"
                // Who runs one site has to know the address, so that nobody can list other staff.
                hint={t(
                  person?.canAccessNetwork ? 'members.person.hint' : 'members.person.hint-exact',
                )}
                error={isTried && userId === null ? t('members.person.required') : undefined}
                required
              >
                <Field.Label>{t('members.person')}</Field.Label>
                <PersonSearch
                  taken={members.map(({ user }) => user.id)}
                  value={userId}
                  onChange={setUserId}
                />
                <Field.Hint />
                <Field.Error />
              </Field.Root>
            )}
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
            {t(member ? 'members.save' : 'members.add')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
