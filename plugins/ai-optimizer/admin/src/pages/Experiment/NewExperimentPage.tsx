import { useDeferredValue, useState } from 'react';
import {
  Button,
  Field,
  Flex,
  SingleSelect,
  SingleSelectOption,
  Textarea,
  TextInput,
  Typography,
} from '@strapi/design-system';
import { BackButton, useQueryParams } from '@strapi/strapi/admin';
import { useLocation, useNavigate } from 'react-router-dom';
import { Card, PageFrame, pageState, useApiMessage, useNotify, WordDiff } from 'suite-kit/admin';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { PATHS } from '../../paths';
import { usePermissions } from '../../permissions';
import {
  useCreateExperimentMutation,
  useSetVariantFieldsMutation,
} from '../../services/experiments';
import { useGetEntryScoreQuery, useListQualityScoresQuery } from '../../services/scores';
import { testedIn } from '../../tested-text';
import { useTexts } from '../../texts';

type Chosen = { uid?: string; documentId?: string; locale?: string };

const NO_ENTRY = { uid: '', documentId: '', locale: '' };

/** First step of a test: which entry, and what is expected of changing it. */
export const NewExperimentPage = () => {
  const t = useTexts();
  const notify = useNotify(PLUGIN_ID);
  const toMessage = useApiMessage(PLUGIN_ID);
  const navigate = useNavigate();
  const [{ query }] = useQueryParams<Chosen>();
  const { canManageExperiments, isLoading: isAsking } = usePermissions();
  const [words, setWords] = useState('');
  const q = useDeferredValue(words.trim());
  const entries = useListQualityScoresQuery(
    { sort: 'title:asc', pageSize: 50, ...(q ? { q } : {}) },
    { skip: !canManageExperiments },
  );
  const [create, { isLoading }] = useCreateExperimentMutation();
  const [setFields, { isLoading: isWriting }] = useSetVariantFieldsMutation();
  const tested = testedIn(useLocation().state);
  const given =
    query.uid && query.documentId
      ? { uid: query.uid, documentId: query.documentId, locale: query.locale ?? '' }
      : null;
  const chosen = useGetEntryScoreQuery(given ?? NO_ENTRY, {
    skip: !given || !canManageExperiments,
  });
  const error = entries.error ?? chosen.error;
  const [entry, setEntry] = useState<string | null>(
    given ? `${given.uid} ${given.documentId} ${given.locale}` : null,
  );
  const [name, setName] = useState(tested ? t('wizard.tested-name', { field: tested.field }) : '');
  const [hypothesis, setHypothesis] = useState('');
  const [event, setEvent] = useState('');

  const submit = async () => {
    const [uid = '', documentId = '', locale = ''] = (entry ?? '').split(' ');
    const result = await create({
      uid,
      documentId,
      locale,
      name,
      hypothesis,
      goal: { event },
      variants: [{ name: t('wizard.first-variant'), weight: 0.5 }],
    });
    if ('error' in result) return notify.problem(result.error);
    const { id, variants } = result.data;
    if (tested && variants[0]) {
      const fields = { [tested.field]: tested.text };
      const written = await setFields({ id, variant: variants[0].id, fields });
      // The experiment is there; its page is where the text can still be written.
      if ('error' in written) notify.problem(written.error);
    }
    navigate(PATHS.experiment(id));
  };

  return (
    <PageFrame
      title={t('wizard.title')}
      help={t('wizard.help')}
      navigationAction={<BackButton fallback={PATHS.experiments} />}
      primaryAction={
        <Button
          disabled={!entry || name.trim() === '' || event.trim() === ''}
          loading={isLoading || isWriting}
          onClick={() => void submit()}
        >
          {t('wizard.next')}
        </Button>
      }
      state={pageState({
        isAllowed: canManageExperiments,
        isLoading: isAsking || entries.isLoading || chosen.isLoading,
        problem: error ? toMessage(error) : null,
        onRetry: () => {
          void entries.refetch();
          if (given) void chosen.refetch();
        },
      })}
    >
      <Card title={t('wizard.entry')} text={t('wizard.entry-text')}>
        {given ? (
          <Typography fontWeight="semiBold">{chosen.data?.entry.title ?? ''}</Typography>
        ) : (
          <Flex direction="column" alignItems="stretch" gap={3}>
            <Field.Root>
              <Field.Label>{t('quality.search')}</Field.Label>
              <TextInput
                size="S"
                value={words}
                onChange={(change) => setWords(change.target.value)}
              />
            </Field.Root>
            <Field.Root required>
              <Field.Label>{t('wizard.entry-label')}</Field.Label>
              <SingleSelect
                value={entry}
                placeholder={t('wizard.entry-choose')}
                onChange={(value) => setEntry(String(value))}
              >
                {(entries.data?.data ?? []).map(({ uid, documentId, locale, title }) => (
                  <SingleSelectOption
                    key={`${uid} ${documentId} ${locale}`}
                    value={`${uid} ${documentId} ${locale}`}
                  >
                    {`${title} (${[uid.split('.')[1], locale].filter(Boolean).join(', ')})`}
                  </SingleSelectOption>
                ))}
              </SingleSelect>
            </Field.Root>
          </Flex>
        )}
      </Card>
      {tested ? (
        <Card title={t('wizard.tested')} text={t('wizard.tested-text', { field: tested.field })}>
          <WordDiff before={tested.before} after={tested.text} label={t('suggest.diff')} />
        </Card>
      ) : null}
      <Card title={t('wizard.what')} text={t('wizard.what-text')}>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Field.Root required>
            <Field.Label>{t('wizard.name')}</Field.Label>
            <TextInput
              value={name}
              maxLength={120}
              onChange={(change) => setName(change.target.value)}
            />
          </Field.Root>
          <Field.Root hint={t('wizard.hypothesis-hint')}>
            <Field.Label>{t('wizard.hypothesis')}</Field.Label>
            <Textarea
              value={hypothesis}
              maxLength={1000}
              onChange={(change) => setHypothesis(change.target.value)}
            />
            <Field.Hint />
          </Field.Root>
          <Field.Root required hint={t('wizard.event-hint')}>
            <Field.Label>{t('wizard.event')}</Field.Label>
            <TextInput
              value={event}
              maxLength={120}
              placeholder="Signed Up"
              onChange={(change) => setEvent(change.target.value)}
            />
            <Field.Hint />
          </Field.Root>
          <Typography variant="pi" textColor="neutral600">
            {t('wizard.later')}
          </Typography>
        </Flex>
      </Card>
    </PageFrame>
  );
};
