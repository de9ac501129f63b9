import { useState } from 'react';
import { Box, Button, Field, Flex, Grid, TextInput, Toggle } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import { Card, ConfirmAction, Notice, useApiMessage, useNotify } from 'suite-kit/admin';
import type { Revalidation } from '../../../../shared/contracts/revalidation';
import { PLUGIN_ID } from '../../../../shared/plugin';
import {
  useRemoveRevalidationMutation,
  useSaveRevalidationMutation,
  useTestRevalidationMutation,
} from '../../services/revalidation';
import { useTexts } from '../../texts';

type Props = { siteId: string; stored: Revalidation | null };

export const RevalidationForm = ({ siteId, stored }: Props) => {
  const t = useTexts();
  const notify = useNotify(PLUGIN_ID);
  const toMessage = useApiMessage(PLUGIN_ID);
  const [save, { isLoading }] = useSaveRevalidationMutation();
  const [url, setUrl] = useState(stored?.url ?? '');
  const [isEnabled, setIsEnabled] = useState(stored?.isEnabled ?? true);
  const [problem, setProblem] = useState<string | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const isChanged = url !== (stored?.url ?? '') || isEnabled !== (stored?.isEnabled ?? true);

  const send = async (newSecret: boolean) => {
    const result = await save({ site: siteId, body: { url, isEnabled, newSecret } });
    if ('error' in result) return setProblem(toMessage(result.error));
    setProblem(null);
    if (result.data?.secret) setSecret(result.data.secret);
    notify.success(t('revalidation.saved'));
  };

  return (
    <Card title={t('revalidation.target')} text={t('revalidation.target-text')}>
      <Grid.Root gap={5}>
        <Grid.Item col={8} xs={12} direction="column" alignItems="stretch">
          <Field.Root name="url" hint={t('revalidation.url.hint')} error={problem ?? undefined}>
            <Field.Label>{t('revalidation.url')}</Field.Label>
            <TextInput
              value={url}
              placeholder="https://www.example.com/api/revalidate"
              onChange={(event: { target: { value: string } }) => setUrl(event.target.value)}
            />
            <Field.Hint />
            <Field.Error />
          </Field.Root>
        </Grid.Item>
        <Grid.Item col={4} xs={12} direction="column" alignItems="stretch">
          <Field.Root name="isEnabled">
            <Field.Label>{t('revalidation.enabled')}</Field.Label>
            <Toggle
              checked={isEnabled}
              onLabel={t('workflow.on')}
              offLabel={t('workflow.off')}
              onChange={(event) => setIsEnabled(event.target.checked)}
            />
          </Field.Root>
        </Grid.Item>
      </Grid.Root>
      {secret ? (
        <Box paddingTop={4}>
          <Notice variant="warning" title={t('revalidation.secret-title')}>
            {t('revalidation.secret')} <code>{secret}</code>
          </Notice>
        </Box>
      ) : null}
      <Flex gap={2} wrap="wrap" paddingTop={4}>
        <Button
          startIcon={<Check />}
          disabled={!isChanged || url.trim() === ''}
          loading={isLoading}
          onClick={() => void send(false)}
        >
          {t('revalidation.save')}
        </Button>
        {stored ? <StoredActions siteId={siteId} onNewSecret={() => send(true)} /> : null}
      </Flex>
    </Card>
  );
};

type ActionProps = { siteId: string; onNewSecret: () => Promise<void> };

/** What can be done with an address that is saved. */
const StoredActions = ({ siteId, onNewSecret }: ActionProps) => {
  const t = useTexts();
  const notify = useNotify(PLUGIN_ID);
  const [test, { isLoading }] = useTestRevalidationMutation();
  const [remove] = useRemoveRevalidationMutation();
  const [asked, setAsked] = useState<'secret' | 'remove' | null>(null);

  const tryOut = async () => {
    const result = await test(siteId);
    if ('error' in result) return notify.problem(result.error);
    const { isSent, status, error } = result.data;
    if (isSent) notify.success(t('revalidation.test-ok', { status }));
    else notify.problem({ message: t('revalidation.test-failed', { error }) });
  };
  const confirm = async () => {
    if (asked === 'secret') await onNewSecret();
    else {
      const result = await remove(siteId);
      if ('error' in result) return notify.problem(result.error);
    }
    setAsked(null);
  };

  return (
    <>
      <Button variant="secondary" loading={isLoading} onClick={() => void tryOut()}>
        {t('revalidation.test')}
      </Button>
      <Button variant="tertiary" onClick={() => setAsked('secret')}>
        {t('revalidation.new-secret')}
      </Button>
      <Button variant="danger-light" onClick={() => setAsked('remove')}>
        {t('revalidation.remove')}
      </Button>
      <ConfirmAction
        isOpen={asked !== null}
        onClose={() => setAsked(null)}
        title={t(asked === 'remove' ? 'revalidation.ask.remove' : 'revalidation.ask.secret')}
        confirmLabel={t(asked === 'remove' ? 'revalidation.remove' : 'revalidation.new-secret')}
        onConfirm={confirm}
      >
        {t(asked === 'remove' ? 'revalidation.effect.remove' : 'revalidation.effect.secret')}
      </ConfirmAction>
    </>
  );
};
