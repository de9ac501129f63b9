import { useEffect, useState } from 'react';
import { Box, Button, Typography } from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';
import { useIntl } from 'react-intl';
import {
  Card,
  Figures,
  JobProgress,
  Notice,
  PageFrame,
  pageState,
  RelativeTime,
  useApiMessage,
  useNotify,
} from 'suite-kit/admin';
import type { Model, RunSummary } from '../../../../shared/contracts/recommendations';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { PluginAreas } from '../../components/PluginAreas';
import { usePermissions } from '../../permissions';
import { useGetP13nModelsQuery, useTrainP13nMutation } from '../../services/api';
import { useTexts, type TextId } from '../../texts';
import { TryCard } from './TryCard';

const POLL_MS = 1_000;
const isOpen = (run: RunSummary | null | undefined) =>
  run?.state === 'queued' || run?.state === 'running';

/** Which model answers, what it would say, and training it again. */
export const RecommendationsPage = () => {
  const t = useTexts();
  const toMessage = useApiMessage(PLUGIN_ID);
  const { canRead, canManageRules, isLoading: isAsking } = usePermissions();
  const [isPolling, setIsPolling] = useState(false);
  const query = useGetP13nModelsQuery(undefined, {
    skip: !canRead,
    pollingInterval: isPolling ? POLL_MS : 0,
  });
  const run = query.data?.run;
  const isRunning = isOpen(run);
  // Following a run means asking again and again; RTK Query takes that as an argument.
  useEffect(() => setIsPolling(isRunning), [isRunning]);
  const model = query.data?.models.find(({ isInUse }) => isInUse);

  return (
    <PageFrame
      title={t('recommendations.title')}
      help={t('recommendations.help')}
      areas={<PluginAreas />}
      primaryAction={canManageRules ? <TrainButton isRunning={isRunning} /> : undefined}
      state={pageState({
        isAllowed: canRead,
        isLoading: isAsking || query.isLoading,
        problem: query.isError ? toMessage(query.error) : null,
        onRetry: () => void query.refetch(),
      })}
    >
      {run && isRunning ? (
        <Card title={t('recommendations.training')}>
          <JobProgress
            label={run.note ? t(`training.${run.note}` as TextId) : t('training.queued')}
            done={run.done}
            total={run.total ?? 1}
          />
        </Card>
      ) : null}
      {run?.state === 'failed' ? (
        <Notice variant="warning" title={t('recommendations.failed')}>
          {run.error ?? ''}
        </Notice>
      ) : null}
      {model ? <ModelFigures model={model} /> : <NoModel />}
      {model ? <TryCard /> : null}
    </PageFrame>
  );
};

const TrainButton = ({ isRunning }: { isRunning: boolean }) => {
  const t = useTexts();
  const notify = useNotify(PLUGIN_ID);
  const [train, { isLoading }] = useTrainP13nMutation();
  const start = async () => {
    const result = await train();
    if ('error' in result) return notify.problem(result.error);
    notify.info(t('recommendations.started'));
  };
  return (
    <Button
      startIcon={<ArrowClockwise />}
      loading={isLoading}
      disabled={isRunning}
      onClick={() => void start()}
    >
      {t('recommendations.train')}
    </Button>
  );
};

const ModelFigures = ({ model }: { model: Model }) => {
  const t = useTexts();
  const { formatNumber } = useIntl();
  return (
    <Box paddingBottom={4}>
      <Figures
        label={t('overview.figures')}
        figures={[
          {
            key: 'kind',
            label: t('model.kind'),
            value: t('model.content'),
            note: t('model.kind-hint'),
          },
          {
            key: 'items',
            label: t('model.items'),
            value: formatNumber(model.items),
            note: t('model.items-hint'),
          },
          {
            key: 'interactions',
            label: t('model.interactions'),
            value: formatNumber(model.interactions),
            note: t('model.interactions-hint'),
          },
          {
            key: 'visitors',
            label: t('model.visitors'),
            value: formatNumber(model.visitors),
            note: t('model.visitors-hint'),
          },
        ]}
      />
      <Typography tag="p" textColor="neutral600">
        {t('model.trained')} <RelativeTime value={model.trainedAt} />
      </Typography>
    </Box>
  );
};

const NoModel = () => {
  const t = useTexts();
  return (
    <Notice variant="info" title={t('model.none')}>
      {t('model.none-text')}
    </Notice>
  );
};
