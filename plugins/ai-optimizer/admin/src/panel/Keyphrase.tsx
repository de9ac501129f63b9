import { useState } from 'react';
import { Button, Field, Flex, Typography } from '@strapi/design-system';
import { useNotify } from 'suite-kit/admin';
import { PLUGIN_ID } from '../../../shared/plugin';
import { useSetKeyphraseMutation } from '../services/scores';
import { useCreateSuggestionMutation } from '../services/suggestions';
import { useTexts } from '../texts';

type Props = {
  uid: string;
  documentId?: string;
  locale: string;
  values: Record<string, unknown>;
  keyphrase: string;
  synonyms: string[];
  stored: string;
  canEdit: boolean;
  onChange: (keyphrase: string) => void;
};

/** What the entry wants to be found by; proposals are taken from its text. */
export const Keyphrase = ({
  uid,
  documentId,
  locale,
  values,
  keyphrase,
  synonyms,
  stored,
  canEdit,
  onChange,
}: Props) => {
  const t = useTexts();
  const notify = useNotify(PLUGIN_ID);
  const [save, { isLoading: isSaving }] = useSetKeyphraseMutation();
  const [create, { isLoading }] = useCreateSuggestionMutation();
  const [proposals, setProposals] = useState<string[]>([]);

  const propose = async () => {
    const result = await create({
      uid,
      documentId: documentId ?? '',
      locale,
      task: 'keyphrases',
      document: values,
      count: 5,
    });
    if ('error' in result) notify.problem(result.error);
    else setProposals(result.data.values);
  };
  const keep = async () => {
    if (!documentId) return;
    const result = await save({ uid, documentId, locale, keyphrase, synonyms });
    if ('error' in result) notify.problem(result.error);
    else notify.success(t('keyphrase.saved'));
  };

  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Field.Root hint={t('keyphrase.hint')}>
        <Field.Label>{t('keyphrase.label')}</Field.Label>
        <Field.Input
          size="S"
          value={keyphrase}
          disabled={!canEdit}
          maxLength={120}
          onChange={(event) => onChange(event.target.value)}
        />
        <Field.Hint />
      </Field.Root>
      {canEdit ? (
        <Flex gap={2} wrap="wrap">
          {documentId && keyphrase !== stored ? (
            <Button size="S" loading={isSaving} onClick={() => void keep()}>
              {t('keyphrase.save')}
            </Button>
          ) : null}
          <Button size="S" variant="tertiary" loading={isLoading} onClick={() => void propose()}>
            {t('keyphrase.propose')}
          </Button>
        </Flex>
      ) : null}
      {proposals.length > 0 ? (
        <Flex gap={2} wrap="wrap" role="group" aria-label={t('keyphrase.proposals')}>
          {proposals.map((phrase) => (
            <Button key={phrase} size="S" variant="secondary" onClick={() => onChange(phrase)}>
              <Typography variant="pi" textColor="primary700">
                {phrase}
              </Typography>
            </Button>
          ))}
        </Flex>
      ) : null}
    </Flex>
  );
};
