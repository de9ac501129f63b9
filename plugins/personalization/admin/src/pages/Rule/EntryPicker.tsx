import { useState } from 'react';
import { Box, Combobox, ComboboxOption } from '@strapi/design-system';
import { useDebounce } from '@strapi/strapi/admin';
import { useFindP13nEntriesQuery } from '../../services/site';
import { useTexts } from '../../texts';
import { TypeChoice } from './ActionsCard';

type Entry = { uid: string; documentId: string };
type Props = { value: Entry; onChange: (entry: Entry) => void; isDisabled?: boolean };

const PAUSE_MS = 250;

/** A content type and one of its entries, found by its title. */
export const EntryPicker = ({ value, onChange, isDisabled = false }: Props) => {
  const t = useTexts();
  const [text, setText] = useState('');
  const q = useDebounce(text, PAUSE_MS);
  const { data: entries = [], isFetching } = useFindP13nEntriesQuery(
    { uid: value.uid, q },
    { skip: !value.uid },
  );
  const isKnown = entries.some(({ documentId }) => documentId === value.documentId);
  return (
    <>
      <TypeChoice
        uid={value.uid}
        isDisabled={isDisabled}
        onChange={(uid) => onChange({ uid, documentId: '' })}
      />
      <Box minWidth="24rem" flex="1 1 24rem">
        <Combobox
          size="S"
          aria-label={t('actions.entry')}
          placeholder={t('actions.entry')}
          autocomplete="none"
          loading={isFetching}
          disabled={isDisabled}
          value={value.documentId}
          onInputChange={(event) => setText(event.currentTarget.value)}
          onChange={(documentId) => documentId && onChange({ uid: value.uid, documentId })}
        >
          {value.documentId && !isKnown ? (
            <ComboboxOption value={value.documentId}>{value.documentId}</ComboboxOption>
          ) : null}
          {entries.map(({ documentId, title }) => (
            <ComboboxOption key={documentId} value={documentId}>
              {title}
            </ComboboxOption>
          ))}
        </Combobox>
      </Box>
    </>
  );
};
