import {
  Button,
  Field,
  Flex,
  Grid,
  Radio,
  Textarea,
  TextInput,
  Typography,
} from '@strapi/design-system';
import { Card, useNotify } from 'suite-kit/admin';
import type { Settings } from '../../../../shared/contracts/settings';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { useTestQualityProviderMutation } from '../../services/settings';
import { useTexts } from '../../texts';
import type { Part } from './part';

type Props = Part & {
  settings: Settings;
  apiKey: string | null | undefined;
  onKey: (key: string | null | undefined) => void;
  isChanged: boolean;
};

/** The engine on board, or a model behind an API. The key is never shown again. */
export const ProviderCard = ({
  values,
  change,
  canEdit,
  settings,
  apiKey,
  onKey,
  isChanged,
}: Props) => {
  const t = useTexts();
  const notify = useNotify(PLUGIN_ID);
  const [test, { isLoading }] = useTestQualityProviderMutation();
  const isModel = values.provider === 'openai';
  const run = async () => {
    const result = await test();
    if ('error' in result) notify.problem(result.error);
    else if (result.data.ok) notify.success(t('settings.test-ok', { ms: result.data.durationMs }));
    else notify.problem({ message: result.data.message });
  };
  const keyHint = settings.keySource
    ? t(`settings.key-${settings.keySource}`)
    : settings.canStoreKey
      ? t('settings.key-none')
      : t('settings.key-cannot');

  return (
    <Card
      title={t('settings.provider')}
      text={t('settings.provider-text')}
      action={
        canEdit ? (
          <Button
            variant="secondary"
            loading={isLoading}
            disabled={isChanged}
            onClick={() => void run()}
          >
            {t('settings.test')}
          </Button>
        ) : undefined
      }
    >
      <Radio.Group
        aria-label={t('settings.provider')}
        value={values.provider}
        disabled={!canEdit}
        onValueChange={(provider: string) =>
          change({ provider: provider === 'openai' ? 'openai' : 'local' })
        }
      >
        <Radio.Item value="local">{t('settings.provider-local')}</Radio.Item>
        <Radio.Item value="openai">{t('settings.provider-openai')}</Radio.Item>
      </Radio.Group>
      {isModel ? (
        <Grid.Root gap={4} paddingTop={4}>
          <Grid.Item col={6} xs={12} alignItems="stretch" direction="column">
            <Field.Root hint={t('settings.base-url-hint')}>
              <Field.Label>{t('settings.base-url')}</Field.Label>
              <TextInput
                value={values.baseUrl}
                disabled={!canEdit}
                placeholder="https://api.openai.com/v1"
                onChange={(event) => change({ baseUrl: event.target.value })}
              />
              <Field.Hint />
            </Field.Root>
          </Grid.Item>
          <Grid.Item col={6} xs={12} alignItems="stretch" direction="column">
            <Field.Root>
              <Field.Label>{t('settings.model')}</Field.Label>
              <TextInput
                value={values.model}
                disabled={!canEdit}
                onChange={(event) => change({ model: event.target.value })}
              />
            </Field.Root>
          </Grid.Item>
          <Grid.Item col={6} xs={12} alignItems="stretch" direction="column">
            <Field.Root hint={keyHint}>
              <Field.Label>{t('settings.key')}</Field.Label>
              <TextInput
                type="password"
                autoComplete="off"
                value={apiKey ?? ''}
                disabled={!canEdit || !settings.canStoreKey}
                placeholder={settings.hasKey ? '••••••••' : ''}
                onChange={(event) =>
                  onKey(event.target.value === '' ? undefined : event.target.value)
                }
              />
              <Field.Hint />
            </Field.Root>
            {settings.keySource === 'stored' && canEdit ? (
              <Flex paddingTop={2}>
                <Button size="S" variant="danger-light" onClick={() => onKey(null)}>
                  {t('settings.key-forget')}
                </Button>
                {apiKey === null ? (
                  <Typography variant="pi">{t('settings.key-forgotten')}</Typography>
                ) : null}
              </Flex>
            ) : null}
          </Grid.Item>
          <Grid.Item col={6} xs={12} alignItems="stretch" direction="column">
            <Field.Root hint={t('settings.embedding-hint')}>
              <Field.Label>{t('settings.embedding')}</Field.Label>
              <TextInput
                value={values.embeddingModel}
                disabled={!canEdit}
                onChange={(event) => change({ embeddingModel: event.target.value })}
              />
              <Field.Hint />
            </Field.Root>
          </Grid.Item>
          <Grid.Item col={12} xs={12} alignItems="stretch" direction="column">
            <Field.Root hint={t('settings.voice-hint')}>
              <Field.Label>{t('settings.voice')}</Field.Label>
              <Textarea
                value={values.brandVoice}
                disabled={!canEdit}
                maxLength={2000}
                onChange={(event) => change({ brandVoice: event.target.value })}
              />
              <Field.Hint />
            </Field.Root>
          </Grid.Item>
        </Grid.Root>
      ) : null}
    </Card>
  );
};
