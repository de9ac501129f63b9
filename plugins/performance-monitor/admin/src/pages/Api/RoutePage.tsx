import { Link as TextLink } from '@strapi/design-system';
import { BackButton, useQueryParams } from '@strapi/strapi/admin';
import { Link } from 'react-router-dom';
import { Card, Figures, useMaySeeEntries } from 'suite-kit/admin';
import { LatencyChart, TrafficChart } from '../../components/charts';
import { useFormat } from '../../components/format';
import { HealthPage } from '../../components/HealthPage';
import { Findings, SharesBar } from '../../components/parts';
import { TracesTable } from '../../components/TracesTable';
import { PATHS } from '../../paths';
import { usePermissions } from '../../permissions';
import {
  useGetHealthRouteQuery,
  useListHealthTracesQuery,
  type RouteDetail,
} from '../../services/health';
import { useTexts } from '../../texts';
import { useWindow, type HealthWindow } from '../../window/use-window';
import { QueriesTable } from '../Database/QueriesTable';
import { markersOfRoute } from '../Overview/latest-markers';
import { MarkersCard } from '../Overview/MarkersCard';

/** One route: how long, since when, which statements, and requests that were kept. */
export const RoutePage = () => {
  const t = useTexts();
  const window = useWindow();
  const { canRead } = usePermissions();
  const [{ query }] = useQueryParams<{ route?: string; method?: string }>();
  const { route = '', method } = query;
  const isAsked = canRead && route !== '';
  const asked = useGetHealthRouteQuery({ ...window.args, route, method }, { skip: !isAsked });
  const known = method ?? asked.data?.row?.method;

  return (
    <HealthPage
      title={known ? `${known} ${route}` : route}
      help={t('route.help')}
      window={window}
      hasTabs={false}
      navigationAction={<BackButton fallback={PATHS.api} />}
      asked={asked}
      empty={asked.data?.row === null ? { message: t('route.empty') } : null}
    >
      {asked.data?.row ? <Content detail={asked.data} window={window} /> : null}
    </HealthPage>
  );
};

const Content = ({ detail, window }: { detail: RouteDetail; window: HealthWindow }) => {
  const t = useTexts();
  const { ms, count, bytes, percent } = useFormat();
  const { row, chart, markers, queries, findings } = detail;
  const traces = useListHealthTracesQuery({ ...window.args, route: row?.route ?? '' });
  const maySeeList = useMaySeeEntries(row?.contentType ?? '');
  if (!row) return null;
  return (
    <>
      <Figures
        label={t('overview.figures')}
        figures={[
          {
            key: 'p95',
            label: t('figure.p95'),
            value: ms(row.p95),
            note: t('figure.p95-note', { p50: ms(row.p50) }),
          },
          {
            key: 'count',
            label: t('figure.requests'),
            value: count(row.count),
            note: t('figure.errors-note', { count: row.errors }),
          },
          {
            key: 'queries',
            label: t('routes.column.queries'),
            value: count(row.queriesPerRequest),
          },
          {
            key: 'bytes',
            label: t('figure.bytes-each'),
            value: bytes(row.count > 0 ? row.bytes / row.count : null),
          },
        ]}
      />
      <Card>
        <LatencyChart
          title={t('chart.latency')}
          chart={chart}
          markers={markers}
          onRange={window.setStretch}
        />
      </Card>
      <Card>
        <TrafficChart
          title={t('chart.traffic')}
          chart={chart}
          markers={markers}
          onRange={window.setStretch}
        />
      </Card>
      <Card title={t('overview.where')} text={t('route.share', { share: percent(row.share) })}>
        <SharesBar shares={row.shares} />
      </Card>
      <MarkersCard
        markers={markersOfRoute(markers, row.contentType)}
        window={window}
        text={t('markers.of-route')}
      />
      {row.contentType && maySeeList ? (
        <Card title={t('route.content')} text={row.contentType}>
          <TextLink tag={Link} to={`/content-manager/collection-types/${row.contentType}`}>
            {t('route.to-content')}
          </TextLink>
        </Card>
      ) : null}
      <Card title={t('findings.title')} text={t('findings.text')}>
        <Findings findings={findings} window={window} />
      </Card>
      <Card title={t('route.queries')}>
        <QueriesTable rows={queries} window={window} />
      </Card>
      <Card title={t('traces.title')} text={t('traces.text')}>
        <TracesTable traces={traces.data?.data ?? []} window={window} />
      </Card>
    </>
  );
};
