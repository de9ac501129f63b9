import { Typography } from '@strapi/design-system';
import { Card } from 'suite-kit/admin';
import { LatencyChart } from '../../components/charts';
import { HealthPage } from '../../components/HealthPage';
import { RoutesTable } from '../../components/parts';
import { TracesTable } from '../../components/TracesTable';
import { usePermissions } from '../../permissions';
import { useGetHealthRoutesQuery, useListHealthTracesQuery } from '../../services/health';
import { useTexts } from '../../texts';
import { useWindow } from '../../window/use-window';

/** Every route with what it costs, and requests that were kept. */
export const ApiPage = () => {
  const t = useTexts();
  const window = useWindow();
  const { canRead } = usePermissions();
  const asked = useGetHealthRoutesQuery(window.args, { skip: !canRead });
  const traces = useListHealthTracesQuery(window.args, { skip: !canRead });
  const { data } = asked;

  return (
    <HealthPage title={t('api.title')} help={t('api.help')} window={window} asked={asked}>
      {data ? (
        <>
          <Card>
            <LatencyChart
              title={t('chart.latency')}
              chart={data.chart}
              markers={data.markers}
              onRange={window.setStretch}
            />
          </Card>
          <Card title={t('routes.title')} text={t('routes.text')}>
            <RoutesTable rows={data.rows} window={window} />
            {data.total > data.rows.length ? (
              <Typography variant="pi" textColor="neutral600">
                {t('routes.more', { shown: data.rows.length, total: data.total })}
              </Typography>
            ) : null}
          </Card>
          <Card title={t('traces.title')} text={t('traces.text')}>
            <TracesTable traces={traces.data?.data ?? []} window={window} />
          </Card>
        </>
      ) : null}
    </HealthPage>
  );
};
