import { BackButton } from '@strapi/strapi/admin';
import { useParams } from 'react-router-dom';
import { BarList, Card, Figures } from 'suite-kit/admin';
import { LatencyChart } from '../../components/charts';
import { useFormat } from '../../components/format';
import { HealthPage } from '../../components/HealthPage';
import { RouteLink, Sql } from '../../components/parts';
import { isRoute, PATHS } from '../../paths';
import { usePermissions } from '../../permissions';
import { useGetHealthQueryQuery } from '../../services/health';
import { useTexts } from '../../texts';
import { useWindow } from '../../window/use-window';
import { ExplainCard } from './ExplainCard';

/** One statement: who asks it, how long it takes, and how the database does it. */
export const StatementPage = () => {
  const t = useTexts();
  const { ms, count, percent } = useFormat();
  const window = useWindow();
  const { fingerprint = '' } = useParams();
  const { canRead, canExplain } = usePermissions();
  const asked = useGetHealthQueryQuery({ ...window.args, fingerprint }, { skip: !canRead });
  const { data } = asked;

  return (
    <HealthPage
      title={data ? `${data.verb} ${data.tables.join(', ')}` : t('queries.column.statement')}
      help={t('statement.help')}
      window={window}
      hasTabs={false}
      navigationAction={<BackButton fallback={PATHS.database} />}
      asked={asked}
    >
      {data ? (
        <>
          <Card title={t('statement.sql')} text={t('statement.sql-text')}>
            <Sql sql={data.sql} />
          </Card>
          <Figures
            label={t('overview.figures')}
            figures={[
              { key: 'count', label: t('queries.column.count'), value: count(data.count) },
              {
                key: 'p95',
                label: t('figure.p95-query'),
                value: ms(data.p95),
                note: t('figure.p95-note', { p50: ms(data.p50) }),
              },
              {
                key: 'total',
                label: t('queries.column.total'),
                value: ms(data.totalMs),
                note: percent(data.share),
              },
              { key: 'errors', label: t('routes.column.errors'), value: count(data.errors) },
            ]}
          />
          <Card>
            <LatencyChart
              title={t('chart.queries')}
              chart={data.chart}
              markers={[]}
              onRange={window.setStretch}
            />
          </Card>
          <Card title={t('statement.routes')}>
            <BarList
              label={t('statement.routes')}
              bars={data.routes.slice(0, 10).map(({ route, totalMs, count: times }) => ({
                key: route,
                label: isRoute(route) ? <RouteLink window={window} route={route} /> : route,
                value: totalMs,
                text: ms(totalMs),
                note: t('statement.times', { count: count(times) }),
                tone: data.repeatedBy.includes(route) ? 'danger' : 'primary',
              }))}
            />
          </Card>
          {canExplain && data.canExplain ? (
            <ExplainCard fingerprint={fingerprint} sql={data.sql} />
          ) : null}
        </>
      ) : null}
    </HealthPage>
  );
};
