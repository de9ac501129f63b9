import { Card, Figures } from 'suite-kit/admin';
import { LatencyChart } from '../../components/charts';
import { useFormat } from '../../components/format';
import { HealthPage } from '../../components/HealthPage';
import { Findings } from '../../components/parts';
import { usePermissions } from '../../permissions';
import { useGetHealthQueriesQuery } from '../../services/health';
import { useTexts } from '../../texts';
import { useWindow } from '../../window/use-window';
import { QueriesTable } from './QueriesTable';
import { ServerStatementsCard } from './ServerStatementsCard';

/** What the database is asked, how long it takes, and what is asked for no good reason. */
export const DatabasePage = () => {
  const t = useTexts();
  const { ms, count } = useFormat();
  const window = useWindow();
  const { canRead } = usePermissions();
  const asked = useGetHealthQueriesQuery(window.args, { skip: !canRead });
  const { data } = asked;
  const total = data?.rows.reduce((sum, row) => sum + row.count, 0) ?? 0;

  return (
    <HealthPage title={t('database.title')} help={t('database.help')} window={window} asked={asked}>
      {data ? (
        <>
          <Figures
            label={t('overview.figures')}
            figures={[
              { key: 'count', label: t('figure.queries'), value: count(total) },
              { key: 'kinds', label: t('figure.statements'), value: count(data.total) },
              ...(data.pool
                ? [
                    {
                      key: 'pool',
                      label: t('figure.pool'),
                      value: ms(data.pool.p95),
                      note: t('figure.pool-note'),
                    },
                  ]
                : []),
            ]}
          />
          <Card>
            <LatencyChart
              title={t('chart.queries')}
              chart={data.chart}
              markers={data.markers}
              onRange={window.setStretch}
            />
          </Card>
          <Card title={t('findings.title')} text={t('findings.text')}>
            <Findings findings={data.findings} window={window} />
          </Card>
          <Card title={t('queries.title')} text={t('queries.text')}>
            <QueriesTable rows={data.rows} window={window} />
          </Card>
          <ServerStatementsCard />
        </>
      ) : null}
    </HealthPage>
  );
};
