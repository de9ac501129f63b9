import { useState } from 'react';
import { Button, Field, Flex, Modal, MultiSelect, MultiSelectOption } from '@strapi/design-system';
import { useNotify } from 'suite-kit/admin';
import type { Member } from '../../../../shared/contracts/members';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { useSiteChoice } from '../../choice';
import { useSetSiteMembersMutation } from '../../services/members';
import { useListMultiSitesQuery } from '../../services/sites';
import { useTexts } from '../../texts';
import { ChosenPeople, type Person } from './ChosenPeople';
import { PersonSearch } from './PersonSearch';
import { RolesSelect } from './RolesSelect';

/** So many sites are offered beside this one. */
const OFFERED = 100;

type Props = {
  site: { id: string; name: string };
  /** Who is on the site already: they are not offered again. */
  members: Member[];
  onClose: () => void;
};

/** Puts one or several people on a site, and with access to the network on further ones. */
export const AddMembersDialog = ({ site, members, onClose }: Props) => {
  const t = useTexts();
  const notify = useNotify(PLUGIN_ID);
  const [setMembers, { isLoading }] = useSetSiteMembersMutation();
  const [people, setPeople] = useState<Person[]>([]);
  const [roles, setRoles] = useState<string[]>([]);
  const [alsoOn, setAlsoOn] = useState<string[]>([]);
  const [isTried, setIsTried] = useState(false);
  const { data: person } = useSiteChoice();
  const taken = [...members.map(({ user }) => user.id), ...people.map(({ id }) => id)];

  const save = async () => {
    setIsTried(true);
    if (people.length === 0 || roles.length === 0) return;
    const body = { userIds: people.map(({ id }) => id), roles, alsoOn };
    const result = await setMembers({ site: site.id, body });
    if ('error' in result) return notify.problem(result.error);
    notify.success(t('members.added-many', { count: people.length, sites: alsoOn.length + 1 }));
    onClose();
  };

  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel={t('members.cancel')}>
          <Modal.Title>{t('members.add-title', { site: site.name })}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={5}>
            <Field.Root
              name="person"
              // Who runs one site has to know the address, so that nobody can list other staff.
              hint={t(
                person?.canAccessNetwork ? 'members.person.hint' : 'members.person.hint-exact',
              )}
              error={isTried && people.length === 0 ? t('members.person.required') : undefined}
              required
            >
              <Field.Label>{t('members.person')}</Field.Label>
              <PersonSearch
                // A new one for each person: the field is empty again.
                key={people.length}
                taken={taken}
                value={null}
                onChange={(id, name) => {
                  if (id !== null) setPeople([...people, { id, name: name ?? '' }]);
                }}
              />
              <Field.Hint />
              <Field.Error />
            </Field.Root>
            <ChosenPeople
              people={people}
              onRemove={(id) => setPeople(people.filter((one) => one.id !== id))}
            />
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
            {person?.canAccessNetwork ? (
              <FurtherSites siteId={site.id} value={alsoOn} onChange={setAlsoOn} />
            ) : null}
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Modal.Close>
            <Button variant="tertiary">{t('members.cancel')}</Button>
          </Modal.Close>
          <Button loading={isLoading} onClick={() => void save()}>
            {t('members.add')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};

type FurtherProps = { siteId: string; value: string[]; onChange: (ids: string[]) => void };

const FurtherSites = ({ siteId, value, onChange }: FurtherProps) => {
  const t = useTexts();
  const { data } = useListMultiSitesQuery({ pageSize: OFFERED, sort: 'name:asc' });
  const sites = (data?.data ?? []).filter(({ id }) => id !== siteId);
  const nameOf = (id: string) => sites.find((site) => site.id === id)?.name ?? id;
  if (sites.length === 0) return null;
  return (
    <Field.Root name="alsoOn" hint={t('members.also-on.hint')}>
      <Field.Label>{t('members.also-on')}</Field.Label>
      <MultiSelect
        value={value}
        onChange={onChange}
        placeholder={t('members.also-on.none')}
        customizeContent={(ids = []) => ids.map(nameOf).join(', ')}
      >
        {sites.map(({ id, name }) => (
          <MultiSelectOption key={id} value={id}>
            {name}
          </MultiSelectOption>
        ))}
      </MultiSelect>
      <Field.Hint />
    </Field.Root>
  );
};
