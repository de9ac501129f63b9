import { useState } from 'react';
import {
  Box,
  Button,
  Checkbox,
  Field,
  Flex,
  Grid,
  NumberInput,
  TextInput,
  Typography,
} from '@strapi/design-system';
import { Check } from '@strapi/icons';
import { Card, ConfirmAction, Notice, useNotify } from 'suite-kit/admin';
import type { SettingsAnswer, SettingsBody } from '../../../../shared/contracts/settings';
import { COLLECTORS } from '../../../../shared/collectors';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { useFormat } from '../../components/format';
import { HealthPage } from '../../components/HealthPage';
import { usePermissions } from '../../permissions';
import {
  useGetHealthSettingsQuery,
  useRemoveHealthSamplesMutation,
  useRenewHealthMetricsTokenMutation,
  useSaveHealthSettingsMutation,
} from '../../services/alerts';
import { useTexts } from '../../texts';

/** What is collected, what counts as slow, and what goes out to other programs. */
export const SettingsPage = () => {
  const t = useTexts();
  const { canRead } = usePermissions();
  const asked = useGetHealthSettingsQuery(undefined, { skip: !canRead });
  return (
    <HealthPage title={t('settings.title')} help={t('settings.help')} asked={asked}>
      {asked.data ? <Content settings={asked.data} /> : null}
    </HealthPage>
  );
};

const Content = ({ settings }: { settings: SettingsAnswer }) => {
  const t = useTexts();
  const { count } = useFormat();
  const { canManage } = usePermissions();
  const notify = useNotify(PLUGIN_ID);
  const [changes, setChanges] = useState<SettingsBody>({});
  const [save, { isLoading }] = useSaveHealthSettingsMutation();
  const shown = {
    ...settings,
    ...changes,
    collectors: { ...settings.collectors, ...changes.collectors },
  };
  const change = (part: SettingsBody) => setChanges((before) => ({ ...before, ...part }));
  const isChanged = Object.keys(changes).length > 0;

  const submit = async () => {
    const result = await save(changes);
    if ('error' in result) return notify.problem(result.error);
    setChanges({});
    notify.success(t('settings.saved'));
  };

  return (
    <>
      <Card
        title={t('settings.collect')}
        text={t('settings.collect-text')}
        action={
          <Button
            startIcon={<Check />}
            disabled={!isChanged || !canManage}
            loading={isLoading}
            onClick={() => void submit()}
          >
            {t('settings.save')}
          </Button>
        }
      >
        <Grid.Root gap={4}>
          {COLLECTORS.map((name) => (
            <Grid.Item key={name} xs={12} col={6} direction="column" alignItems="stretch">
              <Checkbox
                checked={shown.collectors[name]}
                disabled={!canManage}
                onCheckedChange={(checked) =>
                  change({ collectors: { ...changes.collectors, [name]: checked === true } })
                }
              >
                {t(`collector.${name}`)}
              </Checkbox>
              <Typography variant="pi" textColor="neutral600">
                {t(`collector.${name}.hint`)}
              </Typography>
            </Grid.Item>
          ))}
          <Grid.Item xs={12} col={6} direction="column" alignItems="stretch">
            <Field.Root name="slowMs" hint={t('settings.slow-hint')}>
              <Field.Label>{t('settings.slow')}</Field.Label>
              <NumberInput
                value={shown.slowMs}
                disabled={!canManage}
                onValueChange={(value) => change({ slowMs: value ?? settings.slowMs })}
              />
              <Field.Hint />
            </Field.Root>
          </Grid.Item>
          <Grid.Item xs={12} col={6} direction="column" alignItems="stretch">
            <Field.Root name="excludedPaths" hint={t('settings.excluded-hint')}>
              <Field.Label>{t('settings.excluded')}</Field.Label>
              <TextInput
                value={shown.excludedPaths.join(', ')}
                disabled={!canManage}
                onChange={(event: { target: { value: string } }) =>
                  change({
                    excludedPaths: event.target.value
                      .split(',')
                      .map((path) => path.trim())
                      .filter(Boolean),
                  })
                }
              />
              <Field.Hint />
            </Field.Root>
          </Grid.Item>
        </Grid.Root>
      </Card>
      <Card title={t('settings.export')} text={t('settings.export-text')}>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Checkbox
            checked={shown.isPrometheusOn}
            disabled={!canManage}
            onCheckedChange={(checked) => change({ isPrometheusOn: checked === true })}
          >
            {t('settings.prometheus')}
          </Checkbox>
          <MetricsToken hasToken={settings.hasMetricsToken} />
          <Checkbox
            checked={shown.areVitalsOn}
            disabled={!canManage}
            onCheckedChange={(checked) => change({ areVitalsOn: checked === true })}
          >
            {t('settings.vitals')}
          </Checkbox>
        </Flex>
      </Card>
      <Card title={t('settings.storage')}>
        <Typography tag="p">
          {t('settings.storage-text', {
            rows: count(settings.storage.rows),
            traces: count(settings.storage.traces),
            statements: count(settings.storage.statements),
          })}
        </Typography>
        <Typography tag="p" textColor="neutral600">
          {t('settings.retention')}
        </Typography>
        {settings.canStoreSecrets ? null : (
          <Notice variant="warning" title={t('settings.no-key')}>
            {t('settings.no-key-text')}
          </Notice>
        )}
        {settings.hasSamples && canManage ? <Samples /> : null}
      </Card>
    </>
  );
};

const MetricsToken = ({ hasToken }: { hasToken: boolean }) => {
  const t = useTexts();
  const notify = useNotify(PLUGIN_ID);
  const { canManage } = usePermissions();
  const [renew, { data, isLoading }] = useRenewHealthMetricsTokenMutation();
  const run = async () => {
    const result = await renew();
    if ('error' in result) notify.problem(result.error);
  };
  return (
    <Box>
      <Button
        size="S"
        variant="tertiary"
        disabled={!canManage}
        loading={isLoading}
        onClick={() => void run()}
      >
        {t(hasToken ? 'settings.token-renew' : 'settings.token-make')}
      </Button>
      {data ? (
        <Box paddingTop={3}>
          <Field.Root name="token" hint={t('settings.token-hint')}>
            <Field.Label>{t('settings.token')}</Field.Label>
            <TextInput value={data.token} readOnly />
            <Field.Hint />
          </Field.Root>
        </Box>
      ) : null}
    </Box>
  );
};

const Samples = () => {
  const t = useTexts();
  const notify = useNotify(PLUGIN_ID);
  const [isAsking, setIsAsking] = useState(false);
  const [remove] = useRemoveHealthSamplesMutation();
  const confirm = async () => {
    const result = await remove();
    if ('error' in result) notify.problem(result.error);
    else notify.success(t('settings.samples-removed'));
    setIsAsking(false);
  };
  return (
    <Box paddingTop={4}>
      <Button variant="danger-light" onClick={() => setIsAsking(true)}>
        {t('settings.samples-remove')}
      </Button>
      <ConfirmAction
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        title={t('settings.samples-remove')}
        confirmLabel={t('settings.samples-confirm')}
        onConfirm={confirm}
      >
        {t('settings.samples-text')}
      </ConfirmAction>
    </Box>
  );
};
