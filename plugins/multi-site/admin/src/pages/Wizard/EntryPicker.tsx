import { useState } from 'react';
import {
  Box,
  Checkbox,
  Field,
  Flex,
  Loader,
  SingleSelect,
  SingleSelectOption,
  TextInput,
  Typography,
} from '@strapi/design-system';
import { useDebounce } from '@strapi/strapi/admin';
import type { Template, WizardContent } from '../../../../shared/contracts/wizard';
import { useListTemplateEntriesQuery } from '../../services/wizard';
import { useTexts } from '../../texts';

type Content = Extract<WizardContent, { kind: 'entries' }>;
type Props = {
  content: Content;
  template: Template | undefined;
  onChange: (content: Content) => void;
};

const PAUSE_MS = 250;

/** Single entries of a site, to be copied; searched by type and title. */
export const EntryPicker = ({ content, template, onChange }: Props) => {
  const t = useTexts();
  const types = template?.types ?? [];
  const [type, setType] = useState<string | null>(null);
  const [text, setText] = useState('');
  const contentType = type ?? types[0]?.uid ?? '';
  const { data, isFetching } = useListTemplateEntriesQuery(
    { site: content.site, contentType, q: useDebounce(text, PAUSE_MS), pageSize: 20 },
    { skip: contentType === '' },
  );
  const isChosen = (documentId: string) =>
    content.entries.some((entry) => entry.documentId === documentId);
  const toggle = (documentId: string, isOn: boolean) => {
    const others = content.entries.filter((entry) => entry.documentId !== documentId);
    onChange({ ...content, entries: isOn ? [...others, { contentType, documentId }] : others });
  };
  const total = data?.meta.pagination.total ?? 0;
  const shown = data?.data ?? [];

  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Flex gap={4} wrap="wrap" alignItems="flex-end">
        <Box minWidth="18rem" flex={1}>
          <Field.Root name="entry-type">
            <Field.Label>{t('wizard.entries.type')}</Field.Label>
            <SingleSelect value={contentType} onChange={(uid) => setType(String(uid))}>
              {types.map(({ uid, name }) => (
                <SingleSelectOption key={uid} value={uid}>
                  {name}
                </SingleSelectOption>
              ))}
            </SingleSelect>
          </Field.Root>
        </Box>
        <Box minWidth="18rem" flex={1}>
          <Field.Root name="entry-search">
            <Field.Label>{t('wizard.entries.search')}</Field.Label>
            <TextInput
              value={text}
              onChange={(event) => setText(event.target.value)}
              // Enter searches here and does not leave the page.
              onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
            />
          </Field.Root>
        </Box>
      </Flex>
      <Typography fontWeight="semiBold" role="status">
        {t('wizard.entries.chosen', { count: content.entries.length })}
      </Typography>
      {isFetching && shown.length === 0 ? <Loader small /> : null}
      <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
        {shown.map(({ documentId, title, isPublished }) => (
          <li key={documentId}>
            <Checkbox
              checked={isChosen(documentId)}
              onCheckedChange={(isOn) => toggle(documentId, isOn === true)}
            >
              {isPublished ? title : t('wizard.entries.draft', { title })}
            </Checkbox>
          </li>
        ))}
      </Flex>
      {total > shown.length ? (
        <Typography variant="pi" textColor="neutral600">
          {t('wizard.entries.more', { count: total - shown.length })}
        </Typography>
      ) : null}
      {!isFetching && total === 0 ? (
        <Typography textColor="neutral600">{t('wizard.entries.none')}</Typography>
      ) : null}
      <Typography variant="pi" textColor="neutral600">
        {t('wizard.entries.note')}
      </Typography>
    </Flex>
  );
};
