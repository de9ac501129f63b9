import { Box, Typography } from '@strapi/design-system';
import { BackButton } from '@strapi/strapi/admin';
import { useParams } from 'react-router-dom';
import {
  Card,
  JobProgress,
  NeighbourLink,
  Notice,
  PageFrame,
  pageState,
  RelativeTime,
  useApiMessage,
} from 'suite-kit/admin';
import type { Run } from '../../../../shared/contracts/runs';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { Facts } from '../../components/Facts';
import { CountsLine } from '../../components/CountsLine';
import { FederationAreas } from '../../components/FederationAreas';
import { StateBadge } from '../../components/StateBadge';
import { TextLink } from '../../components/TextLink';
import { PATHS } from '../../paths';
import { usePermissions } from '../../permissions';
import { useGetFederationRunQuery } from '../../services/runs';
import { useTexts } from '../../texts';
import { RunActions } from './RunActions';
import { RunChanges } from './RunChanges';
import { RunLog } from './RunLog';

const REFRESH_MS = 1_000;

const MARGIN_MS = 60_000;

/** The time of the run as Health's address has it, with a minute before and after. */
function windowOf({ startedAt, createdAt, endedAt }: Run): string {
  const from = Date.parse(startedAt ?? createdAt) - MARGIN_MS;
  const to = (endedAt ? Date.parse(endedAt) : Date.now()) + MARGIN_MS;
  return new URLSearchParams({ from: String(from), to: String(to) }).toString();
}

const isOpen = (run: Run | undefined) => run?.state === 'queued' || run?.state === 'running';

/** One run: how far it is, what it did, what can be done about it. */
export const RunPage = () => {
  const t = useTexts();
  const { id = '' } = useParams();
  const toMessage = useApiMessage(PLUGIN_ID);
  const { canRead, isLoading: isAsking } = usePermissions();
  const { data: run, ...query } = useGetFederationRunQuery(id, { skip: !canRead });
  // Asked again only while something can change.
  useGetFederationRunQuery(id, { skip: !isOpen(run), pollingInterval: REFRESH_MS });

  return (
    <PageFrame
      title={run ? t('run.title', { name: run.sourceName }) : t('run.title-loading')}
      help={t('run.help')}
      areas={<FederationAreas />}
      navigationAction={<BackButton fallback={PATHS.runs} />}
      primaryAction={run ? <RunActions run={run} /> : undefined}
      state={pageState({
        isAllowed: canRead,
        isLoading: isAsking || query.isLoading,
        problem: query.isError ? toMessage(query.error) : null,
        onRetry: () => void query.refetch(),
      })}
    >
      {run ? <RunContent run={run} /> : null}
    </PageFrame>
  );
};

const RunContent = ({ run }: { run: Run }) => {
  const t = useTexts();
  const { result } = run;
  return (
    <>
      {run.state === 'failed' ? (
        <Notice variant="warning" title={t('run.failed')}>
          {run.error}
        </Notice>
      ) : null}
      {result && result.held.length > 0 ? (
        <Notice variant="warning" title={t('run.held')}>
          {t('run.held-text', { count: result.held.reduce((sum, { count }) => sum + count, 0) })}
        </Notice>
      ) : null}
      <Card title={t('run.overview')}>
        {isOpen(run) ? (
          <Box paddingBottom={5}>
            {run.total === null || run.total === 0 ? (
              <Typography role="status">{t('run.waiting')}</Typography>
            ) : (
              <JobProgress label={t('run.progress')} done={run.done} total={run.total} />
            )}
          </Box>
        ) : null}
        <Facts
          facts={[
            { label: t('run.state'), value: <StateBadge state={run.state} /> },
            {
              label: t('run.source'),
              value: <TextLink to={PATHS.source(run.sourceId)}>{run.sourceName}</TextLink>,
            },
            {
              label: t('run.started'),
              value: <RelativeTime value={run.startedAt ?? run.createdAt} />,
            },
            { label: t('run.by'), value: run.startedBy ?? t('runs.by-schedule') },
            ...(result
              ? [
                  { label: t('run.result'), value: <CountsLine counts={result.counts} /> },
                  {
                    label: t('run.duration'),
                    value: t('run.seconds', { seconds: Math.max(0.1, result.durationMs / 1000) }),
                  },
                ]
              : []),
          ]}
        />
        <Box paddingTop={4}>
          <NeighbourLink
            plugin="performance-monitor"
            action="plugin::performance-monitor.health.read-health"
            to={`/plugins/performance-monitor/ai?${windowOf(run)}`}
          >
            {t('run.to-timings')}
          </NeighbourLink>
        </Box>
      </Card>
      {result && result.counts.conflicts > 0 ? (
        <Notice variant="info" title={t('run.conflicts', { count: result.counts.conflicts })}>
          <TextLink to={`${PATHS.conflicts}?source=${run.sourceId}`}>{t('run.to-inbox')}</TextLink>
        </Notice>
      ) : null}
      <RunChanges runId={run.id} />
      {run.log.length > 0 ? <RunLog lines={run.log} /> : null}
    </>
  );
};
