import { useState } from 'react';
import { Button } from '@strapi/design-system';
import { PageFrame, pageState, useApiMessage, useNotify } from 'suite-kit/admin';
import type { Settings, SettingsValues } from '../../../../shared/contracts/settings';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { Areas } from '../../components/Areas';
import { usePermissions } from '../../permissions';
import {
  useGetQualitySettingsQuery,
  useSaveQualitySettingsMutation,
} from '../../services/settings';
import { useTexts } from '../../texts';
import { BudgetCard } from './BudgetCard';
import { KeysCard } from './KeysCard';
import { ProviderCard } from './ProviderCard';
import { WeightsCard } from './WeightsCard';
import { WordsCard } from './WordsCard';

/** Which model, what it may cost, how the house writes, and what counts in the score. */
export const SettingsPage = () => {
  const t = useTexts();
  const toMessage = useApiMessage(PLUGIN_ID);
  const { canReadSettings, isLoading: isAsking } = usePermissions();
  const settings = useGetQualitySettingsQuery(undefined, { skip: !canReadSettings });
  const state = pageState({
    isAllowed: canReadSettings,
    isLoading: isAsking || settings.isLoading,
    problem: settings.isError ? toMessage(settings.error) : null,
    onRetry: () => void settings.refetch(),
  });
  if (!settings.data || state.kind !== 'content') {
    return (
      <PageFrame
        title={t('settings.title')}
        help={t('settings.help')}
        areas={<Areas />}
        state={state}
      >
        {null}
      </PageFrame>
    );
  }
  return <SettingsForm settings={settings.data} />;
};

const SettingsForm = ({ settings }: { settings: Settings }) => {
  const t = useTexts();
  const notify = useNotify(PLUGIN_ID);
  const { canManageSettings } = usePermissions();
  const [save, { isLoading }] = useSaveQualitySettingsMutation();
  const [changes, setChanges] = useState<Partial<SettingsValues>>({});
  const [apiKey, setApiKey] = useState<string | null | undefined>(undefined);
  const values = { ...settings.values, ...changes };
  const isChanged = Object.keys(changes).length > 0 || apiKey !== undefined;
  const change = (part: Partial<SettingsValues>) => setChanges({ ...changes, ...part });

  const store = async () => {
    const result = await save({ values, ...(apiKey === undefined ? {} : { apiKey }) });
    if ('error' in result) {
      notify.problem(result.error);
      return;
    }
    setChanges({});
    setApiKey(undefined);
    notify.success(t('settings.saved'));
  };
  const part = { values, change, canEdit: canManageSettings };

  return (
    <PageFrame
      title={t('settings.title')}
      help={t('settings.help')}
      areas={<Areas />}
      primaryAction={
        canManageSettings ? (
          <Button disabled={!isChanged} loading={isLoading} onClick={() => void store()}>
            {t('settings.save')}
          </Button>
        ) : undefined
      }
      state={{ kind: 'content' }}
    >
      <ProviderCard
        {...part}
        settings={settings}
        apiKey={apiKey}
        onKey={setApiKey}
        isChanged={isChanged}
      />
      <BudgetCard {...part} spent={settings.spent} />
      <KeysCard canEdit={canManageSettings} />
      <WordsCard {...part} />
      <WeightsCard {...part} defaults={settings.defaultWeights} />
    </PageFrame>
  );
};
