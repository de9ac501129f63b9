import { useState } from 'react';
import { Box, Button, Field, Flex, TextInput, Typography } from '@strapi/design-system';
import { Card, useNotify } from 'suite-kit/admin';
import { PLUGIN_ID } from '../../../../shared/plugin';
import {
  useGetP13nAnalyticsQuery,
  useGetP13nSettingsQuery,
  useUpdateP13nSettingsMutation,
} from '../../services/site';
import { useTexts } from '../../texts';

/** Sends every accepted event on. */
export const WebhookCard = () => {
  const t = useTexts();
  const { data } = useGetP13nSettingsQuery();
  const { data: figures } = useGetP13nAnalyticsQuery();
  return (
    <Card title={t('webhook.title')} text={t('webhook.text')}>
      {data ? <WebhookForm key={data.webhookUrl} saved={data.webhookUrl} /> : null}
      {figures ? (
        <Box paddingTop={3}>
          <Typography textColor="neutral600">
            {t('webhook.figures', {
              sent: figures.forwarded.sent,
              failed: figures.forwarded.failed,
            })}
          </Typography>
        </Box>
      ) : null}
    </Card>
  );
};

const WebhookForm = ({ saved }: { saved: string }) => {
  const t = useTexts();
  const notify = useNotify(PLUGIN_ID);
  const [update, { isLoading }] = useUpdateP13nSettingsMutation();
  const [address, setAddress] = useState(saved);
  const save = async () => {
    const result = await update({ webhookUrl: address.trim() });
    if ('error' in result) return notify.problem(result.error);
    notify.success(t('settings.saved'));
  };
  return (
    <Flex gap={3} wrap="wrap" alignItems="flex-end">
      <Box flex="1 1 30rem">
        <Field.Root name="webhook">
          <Field.Label>{t('webhook.address')}</Field.Label>
          <TextInput
            value={address}
            placeholder="https://example.com/events"
            onChange={(event) => setAddress(event.target.value)}
          />
        </Field.Root>
      </Box>
      <Button
        size="L"
        variant="secondary"
        loading={isLoading}
        disabled={address === saved}
        onClick={() => void save()}
      >
        {t('settings.save')}
      </Button>
    </Flex>
  );
};
