import { useCallback } from 'react';
import { Flex, Typography } from '@strapi/design-system';
import { Card, Figures, NeighbourLink } from 'suite-kit/admin';
import type { Ai } from '../../../../shared/contracts/health';
import { GroupChart } from '../../components/charts';
import { DataTable } from '../../components/DataTable';
import { useFormat } from '../../components/format';
import { HealthPage } from '../../components/HealthPage';
import { usePermissions } from '../../permissions';
import { useGetHealthAiQuery } from '../../services/health';
import { useTexts, type TextId } from '../../texts';
import { useWindow, type HealthWindow } from '../../window/use-window';

/** Work of AI, personalization and sources, and what this server asks of others. */
export const AiPage = () => {
  const t = useTexts();
  const window = useWindow();
  const { canRead } = usePermissions();
  const asked = useGetHealthAiQuery(window.args, { skip: !canRead });
  return (
    <HealthPage title={t('ai.title')} help={t('ai.help')} window={window} asked={asked}>
      {asked.data ? <Content ai={asked.data} window={window} /> : null}
    </HealthPage>
  );
};

const Content = ({ ai, window }: { ai: Ai; window: HealthWindow }) => {
  const t = useTexts();
  const { ms, count, usd } = useFormat();
  const area = useCallback((key: string) => t(`ai.area.${key}` as TextId), [t]);
  const sum = (read: (row: Ai['rows'][number]) => number) =>
    ai.rows.reduce((total, row) => total + read(row), 0);
  return (
    <>
      <Figures
        label={t('overview.figures')}
        figures={[
          {
            key: 'calls',
            label: t('figure.calls'),
            value: count(sum((row) => row.count)),
            note: t('figure.errors-note', { count: sum((row) => row.errors) }),
          },
          {
            key: 'tokens',
            label: t('figure.tokens'),
            value: count(sum((row) => row.inputTokens + row.outputTokens)),
          },
          { key: 'cost', label: t('figure.cost'), value: usd(sum((row) => row.costUsd)) },
        ]}
      />
      <Card>
        <GroupChart
          title={t('chart.work')}
          chart={ai.chart}
          markers={ai.markers}
          onRange={window.setStretch}
          labelOf={area}
          formatValue={ms}
          emptyText={t('ai.empty')}
        />
      </Card>
      <Card title={t('ai.work')} text={t('ai.work-text')} action={<Neighbours />}>
        <DataTable
          label={t('ai.work')}
          rows={ai.rows}
          keyOf={(row) => `${row.area} ${row.name} ${row.model ?? ''}`}
          empty={t('ai.empty')}
          columns={[
            {
              key: 'name',
              label: t('ai.column.name'),
              render: (row) => (
                <>
                  {`${area(row.area)}: ${row.name}`}
                  {row.model ? (
                    <Typography tag="p" variant="pi" textColor="neutral600">
                      {row.model}
                    </Typography>
                  ) : null}
                </>
              ),
            },
            { key: 'count', label: t('ai.column.count'), render: (row) => count(row.count) },
            { key: 'errors', label: t('routes.column.errors'), render: (row) => count(row.errors) },
            { key: 'p50', label: t('line.p50-short'), render: (row) => ms(row.p50) },
            { key: 'p95', label: t('line.p95-short'), render: (row) => ms(row.p95) },
            {
              key: 'first',
              label: t('ai.column.first-token'),
              render: (row) => ms(row.firstTokenP50),
            },
            {
              key: 'tokens',
              label: t('figure.tokens'),
              render: (row) => count(row.inputTokens + row.outputTokens),
            },
            { key: 'cost', label: t('figure.cost'), render: (row) => usd(row.costUsd) },
          ]}
        />
      </Card>
      {ai.outgoing ? (
        <Card title={t('outgoing.title')} text={t('outgoing.text')}>
          <DataTable
            label={t('outgoing.title')}
            rows={ai.outgoing}
            keyOf={(row) => row.host}
            empty={t('outgoing.empty')}
            columns={[
              { key: 'host', label: t('outgoing.column.host'), render: (row) => row.host },
              { key: 'count', label: t('ai.column.count'), render: (row) => count(row.count) },
              {
                key: 'errors',
                label: t('routes.column.errors'),
                render: (row) => count(row.errors),
              },
              { key: 'p95', label: t('line.p95-short'), render: (row) => ms(row.p95) },
              { key: 'total', label: t('queries.column.total'), render: (row) => ms(row.totalMs) },
            ]}
          />
        </Card>
      ) : null}
    </>
  );
};

/** Where the work is done: what it cost, what it decided, what it copied. */
const Neighbours = () => {
  const t = useTexts();
  return (
    <Flex gap={4} wrap="wrap">
      <NeighbourLink
        plugin="ai-optimizer"
        action="plugin::ai-optimizer.overview.read-quality"
        to="/plugins/ai-optimizer/usage"
      >
        {t('ai.to-usage')}
      </NeighbourLink>
      <NeighbourLink
        plugin="personalization"
        action="plugin::personalization.overview.read-personalization"
        to="/plugins/personalization"
      >
        {t('ai.to-audiences')}
      </NeighbourLink>
      <NeighbourLink
        plugin="federation"
        action="plugin::federation.overview.read-federation"
        to="/plugins/federation/runs"
      >
        {t('ai.to-runs')}
      </NeighbourLink>
    </Flex>
  );
};
