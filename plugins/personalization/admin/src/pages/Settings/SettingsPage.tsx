import { useState } from 'react';
import {
  Button,
  Field,
  Grid,
  NumberInput,
  SingleSelect,
  SingleSelectOption,
  TextInput,
  Toggle,
} from '@strapi/design-system';
import { Check } from '@strapi/icons';
import { Card, PageFrame, pageState, useApiMessage, useNotify } from 'suite-kit/admin';
import type { Settings } from '../../../../shared/contracts/settings';
import { CONSENTS, PLUGIN_ID, type Consent } from '../../../../shared/plugin';
import { PluginAreas } from '../../components/PluginAreas';
import { usePermissions } from '../../permissions';
import { useGetP13nSettingsQuery, useUpdateP13nSettingsMutation } from '../../services/site';
import { useTexts, type TextId } from '../../texts';

/** What the site has decided about its visitors. */
export const SettingsPage = () => {
  const t = useTexts();
  const toMessage = useApiMessage(PLUGIN_ID);
  const { canManage, isLoading: isAsking } = usePermissions();
  const query = useGetP13nSettingsQuery(undefined, { skip: !canManage });
  if (query.data) return <SettingsForm key={JSON.stringify(query.data)} saved={query.data} />;
  return (
    <PageFrame
      title={t('settings.title')}
      help={t('settings.help')}
      areas={<PluginAreas />}
      state={pageState({
        isAllowed: canManage,
        isLoading: isAsking || query.isLoading,
        problem: query.isError ? toMessage(query.error) : null,
        onRetry: () => void query.refetch(),
      })}
    >
      {null}
    </PageFrame>
  );
};

type Numbers = 'eventDays' | 'profileDays' | 'sharedCacheSeconds' | 'consentVersion';

const SettingsForm = ({ saved }: { saved: Settings }) => {
  const t = useTexts();
  const notify = useNotify(PLUGIN_ID);
  const [update, { isLoading }] = useUpdateP13nSettingsMutation();
  const [draft, setDraft] = useState(saved);
  const isModified = JSON.stringify(draft) !== JSON.stringify(saved);
  const change = (part: Partial<Settings>) => setDraft((before) => ({ ...before, ...part }));
  const save = async () => {
    const result = await update(draft);
    if ('error' in result) return notify.problem(result.error);
    notify.success(t('settings.saved'));
  };
  const number = (name: Numbers) => (
    <Grid.Item col={6} xs={12} direction="column" alignItems="stretch">
      <Field.Root name={name} hint={t(`settings.${name}-hint` as TextId)}>
        <Field.Label>{t(`settings.${name}` as TextId)}</Field.Label>
        <NumberInput
          value={draft[name]}
          onValueChange={(value) => change({ [name]: value ?? 1 })}
        />
        <Field.Hint />
      </Field.Root>
    </Grid.Item>
  );
  return (
    <PageFrame
      title={t('settings.title')}
      help={t('settings.help')}
      areas={<PluginAreas />}
      primaryAction={
        <Button
          startIcon={<Check />}
          loading={isLoading}
          disabled={!isModified}
          onClick={() => void save()}
        >
          {t('settings.save')}
        </Button>
      }
      state={{ kind: 'content' }}
    >
      <Card title={t('settings.privacy')} text={t('settings.privacy-text')}>
        <Grid.Root gap={5}>
          <Grid.Item col={6} xs={12} direction="column" alignItems="stretch">
            <Field.Root name="consentDefault" hint={t(`settings.consent-${draft.consentDefault}`)}>
              <Field.Label>{t('settings.consentDefault')}</Field.Label>
              <SingleSelect
                value={draft.consentDefault}
                onChange={(value) => change({ consentDefault: value as Consent })}
              >
                {CONSENTS.map((value) => (
                  <SingleSelectOption key={value} value={value}>
                    {t(`consent.${value}`)}
                  </SingleSelectOption>
                ))}
              </SingleSelect>
              <Field.Hint />
            </Field.Root>
          </Grid.Item>
          {number('consentVersion')}
          {number('eventDays')}
          {number('profileDays')}
        </Grid.Root>
      </Card>
      <Card title={t('settings.measure')} text={t('settings.measure-text')}>
        <Grid.Root gap={5}>
          <Grid.Item col={6} xs={12} direction="column" alignItems="stretch">
            <Field.Root name="holdout" hint={t('settings.holdout-hint')}>
              <Field.Label>{t('settings.holdout')}</Field.Label>
              <NumberInput
                value={Math.round(draft.holdout * 100)}
                onValueChange={(value) =>
                  change({ holdout: Math.min(50, Math.max(0, value ?? 0)) / 100 })
                }
              />
              <Field.Hint />
            </Field.Root>
          </Grid.Item>
          <Grid.Item col={6} xs={12} direction="column" alignItems="stretch">
            <Field.Root name="goalEvent" hint={t('settings.goalEvent-hint')}>
              <Field.Label>{t('settings.goalEvent')}</Field.Label>
              <TextInput
                value={draft.goalEvent}
                onChange={(event) => change({ goalEvent: event.target.value })}
              />
              <Field.Hint />
            </Field.Root>
          </Grid.Item>
        </Grid.Root>
      </Card>
      <Card title={t('settings.delivery')}>
        <Grid.Root gap={5}>
          <Grid.Item col={6} xs={12} direction="column" alignItems="stretch">
            <Field.Root name="isEnabled" hint={t('settings.isEnabled-hint')}>
              <Field.Label>{t('settings.isEnabled')}</Field.Label>
              <Toggle
                onLabel={t('settings.on')}
                offLabel={t('settings.off')}
                checked={draft.isEnabled}
                onChange={(event) => change({ isEnabled: event.target.checked })}
              />
              <Field.Hint />
            </Field.Root>
          </Grid.Item>
          {number('sharedCacheSeconds')}
        </Grid.Root>
      </Card>
    </PageFrame>
  );
};
