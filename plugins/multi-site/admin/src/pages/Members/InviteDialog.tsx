import { useState } from 'react';
import { Button, Field, Flex, Modal, TextInput } from '@strapi/design-system';
import { useNotify } from 'suite-kit/admin';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { useInviteSiteMemberMutation } from '../../services/members';
import { useTexts } from '../../texts';
import { RolesSelect } from './RolesSelect';

type Props = { site: { id: string; name: string }; onClose: () => void };

/** Somebody without an account: Strapi's own invitation, and a place on this site. */
export const InviteDialog = ({ site, onClose }: Props) => {
  const t = useTexts();
  const notify = useNotify(PLUGIN_ID);
  const [invite, { isLoading, data }] = useInviteSiteMemberMutation();
  const [person, setPerson] = useState({ email: '', firstname: '', lastname: '' });
  const [roles, setRoles] = useState<string[]>([]);
  const isReady = person.email.includes('@') && person.firstname.trim() !== '' && roles.length > 0;

  const send = async () => {
    const result = await invite({ site: site.id, body: { ...person, roles } });
    if ('error' in result) return notify.problem(result.error);
    notify.success(t('members.added', { site: site.name }));
    if (!result.data.link) onClose();
  };

  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel={t('members.cancel')}>
          <Modal.Title>{t('members.invite-title', { site: site.name })}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          {data?.link ? (
            <InviteLink link={data.link} />
          ) : (
            <Flex direction="column" alignItems="stretch" gap={5}>
              {(['email', 'firstname', 'lastname'] as const).map((name) => (
                <Field.Root key={name} name={name} required={name !== 'lastname'}>
                  <Field.Label>{t(`members.${name}`)}</Field.Label>
                  <TextInput
                    type={name === 'email' ? 'email' : 'text'}
                    value={person[name]}
                    onChange={(event) => setPerson({ ...person, [name]: event.target.value })}
                  />
                </Field.Root>
              ))}
              <Field.Root name="roles" hint={t('members.roles.hint')} required>
                <Field.Label>{t('members.roles')}</Field.Label>
                <RolesSelect value={roles} onChange={setRoles} />
                <Field.Hint />
              </Field.Root>
            </Flex>
          )}
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            {t(data?.link ? 'move.close' : 'members.cancel')}
          </Button>
          {data?.link ? null : (
            <Button disabled={!isReady} loading={isLoading} onClick={() => void send()}>
              {t('members.invite')}
            </Button>
          )}
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};

const InviteLink = ({ link }: { link: string }) => {
  const t = useTexts();
  const address = new URL(link, window.location.href).href;
  return (
    <Field.Root name="link" hint={t('members.link-hint')}>
      <Field.Label>{t('members.link')}</Field.Label>
      <TextInput value={address} readOnly onFocus={(event) => event.target.select()} />
      <Field.Hint />
    </Field.Root>
  );
};
