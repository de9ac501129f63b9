import { useState } from 'react';
import { Combobox, ComboboxOption } from '@strapi/design-system';
import { useDebounce } from '@strapi/strapi/admin';
import { useListP13nVisitorsQuery } from '../services/api';
import { useTexts } from '../texts';

const PAUSE_MS = 250;

/** One of the stored visitors, the latest first. */
export const VisitorPicker = ({
  value,
  onChange,
}: {
  value: string | null;
  onChange: (id: string | null) => void;
}) => {
  const t = useTexts();
  const [text, setText] = useState('');
  const q = useDebounce(text, PAUSE_MS);
  const { data } = useListP13nVisitorsQuery({ pageSize: 20, ...(q ? { q } : {}) });
  return (
    <Combobox
      size="S"
      aria-label={t('visitor.pick')}
      placeholder={t('visitor.pick')}
      autocomplete="none"
      value={value ?? ''}
      onInputChange={(event) => setText(event.currentTarget.value)}
      onChange={(id) => onChange(id || null)}
      onClear={() => onChange(null)}
      clearLabel={t('visitor.pick-clear')}
    >
      {(data?.data ?? []).map(({ id, name, topInterests }) => (
        <ComboboxOption key={id} value={id} textValue={name}>
          {[name, topInterests.map(({ label }) => label).join(', ')].filter(Boolean).join(' · ')}
        </ComboboxOption>
      ))}
    </Combobox>
  );
};
