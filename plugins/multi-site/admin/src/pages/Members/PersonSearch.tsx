import { useState } from 'react';
import { Combobox, ComboboxOption } from '@strapi/design-system';
import { useDebounce } from '@strapi/strapi/admin';
import { useFindAdminUsersQuery } from '../../services/members';
import { useTexts } from '../../texts';

/** How long typing has to pause before the server is asked. */
const PAUSE_MS = 250;

type Props = {
  taken: number[];
  value: number | null;
  onChange: (userId: number | null, name?: string) => void;
};

/** Finds an admin user by name or e-mail address. */
export const PersonSearch = ({ taken, value, onChange }: Props) => {
  const t = useTexts();
  const [query, setQuery] = useState('');
  const [text, setText] = useState('');
  const { data: users = [], isFetching } = useFindAdminUsersQuery(useDebounce(query, PAUSE_MS));
  const offered = users.filter(({ id }) => !taken.includes(id));

  return (
    <Combobox
      autocomplete={{ type: 'list', filter: 'contains' }}
      value={value === null ? undefined : String(value)}
      onChange={(next) => {
        const chosen = users.find(({ id }) => String(id) === next);
        onChange(next ? Number(next) : null, chosen?.name);
      }}
      textValue={text}
      onTextValueChange={setText}
      onInputChange={(event) => setQuery(event.currentTarget.value)}
      onClear={() => {
        onChange(null);
        setQuery('');
        setText('');
      }}
      clearLabel={t('site.clear')}
      placeholder={t('members.person.search')}
      loading={isFetching}
      loadingMessage={t('members.person.searching')}
      noOptionsMessage={() => t('members.person.none')}
    >
      {offered.map((user) => {
        const label = `${user.name} (${user.email})`;
        return (
          <ComboboxOption key={user.id} value={String(user.id)} textValue={label}>
            {label}
          </ComboboxOption>
        );
      })}
    </Combobox>
  );
};
