import { useCallback } from 'react';
import { Status, Typography } from '@strapi/design-system';
import { Card } from 'suite-kit/admin';
import type { Delivery } from '../../../../shared/contracts/health';
import { GroupChart } from '../../components/charts';
import { DataTable } from '../../components/DataTable';
import { useFormat } from '../../components/format';
import { HealthPage } from '../../components/HealthPage';
import { RouteLink } from '../../components/parts';
import { usePermissions } from '../../permissions';
import { useGetHealthDeliveryQuery } from '../../services/health';
import { useTexts, type TextId } from '../../texts';
import { useWindow, type HealthWindow } from '../../window/use-window';

/** What goes out: how heavy it is, what caches can do, and what visitors feel. */
export const DeliveryPage = () => {
  const t = useTexts();
  const window = useWindow();
  const { canRead } = usePermissions();
  const asked = useGetHealthDeliveryQuery(window.args, { skip: !canRead });
  return (
    <HealthPage title={t('delivery.title')} help={t('delivery.help')} window={window} asked={asked}>
      {asked.data ? <Content delivery={asked.data} window={window} /> : null}
    </HealthPage>
  );
};

const RATINGS = { good: 'success', middling: 'alternative', poor: 'danger' } as const;

const Content = ({ delivery, window }: { delivery: Delivery; window: HealthWindow }) => {
  const t = useTexts();
  const { bytes, count, percent, ms } = useFormat();
  const kind = useCallback((key: string) => t(`delivery.kind.${key}` as TextId), [t]);
  const share = (part: number, all: number) => percent(all > 0 ? part / all : 0);
  const vitals = delivery.vitals.filter((row) => row.count > 0);
  return (
    <>
      <Card>
        <GroupChart
          title={t('chart.bytes')}
          chart={delivery.chart}
          markers={delivery.markers}
          onRange={window.setStretch}
          labelOf={kind}
          formatValue={bytes}
        />
      </Card>
      <Card title={t('delivery.kinds')} text={t('delivery.kinds-text')}>
        <DataTable
          label={t('delivery.kinds')}
          rows={delivery.rows}
          keyOf={(row) => row.kind}
          empty={t('delivery.empty')}
          columns={[
            { key: 'kind', label: t('delivery.column.kind'), render: (row) => kind(row.kind) },
            {
              key: 'requests',
              label: t('delivery.column.requests'),
              render: (row) => count(row.requests),
            },
            { key: 'bytes', label: t('delivery.column.bytes'), render: (row) => bytes(row.bytes) },
            { key: 'p95', label: t('delivery.column.p95'), render: (row) => bytes(row.p95Bytes) },
            {
              key: '304',
              label: t('delivery.column.not-modified'),
              render: (row) => share(row.notModified, row.requests),
            },
            {
              key: 'cacheable',
              label: t('delivery.column.cacheable'),
              render: (row) => share(row.cacheable, row.requests),
            },
          ]}
        />
      </Card>
      <Card title={t('delivery.heaviest')} text={t('delivery.heaviest-text')}>
        <DataTable
          label={t('delivery.heaviest')}
          rows={delivery.heaviest}
          keyOf={(row) => `${row.method} ${row.route}`}
          empty={t('delivery.empty')}
          columns={[
            {
              key: 'route',
              label: t('routes.column.route'),
              render: (row) => <RouteLink window={window} {...row} />,
            },
            { key: 'bytes', label: t('delivery.column.bytes'), render: (row) => bytes(row.bytes) },
            { key: 'each', label: t('figure.bytes-each'), render: (row) => bytes(row.perRequest) },
            {
              key: 'requests',
              label: t('delivery.column.requests'),
              render: (row) => count(row.requests),
            },
          ]}
        />
      </Card>
      <Card title={t('vitals.title')} text={t('vitals.text')}>
        <DataTable
          label={t('vitals.title')}
          rows={vitals}
          keyOf={(row) => row.name}
          empty={t('vitals.empty')}
          columns={[
            {
              key: 'name',
              label: t('vitals.column.name'),
              render: (row) => (
                <>
                  {t(`vitals.${row.name}` as TextId)}
                  <Typography tag="p" variant="pi" textColor="neutral600">
                    {row.name}
                  </Typography>
                </>
              ),
            },
            {
              key: 'p75',
              label: t('vitals.column.p75'),
              render: (row) => (row.name === 'CLS' ? (row.p75?.toFixed(3) ?? '–') : ms(row.p75)),
            },
            {
              key: 'rating',
              label: t('vitals.column.rating'),
              render: (row) =>
                row.rating ? (
                  <Status variant={RATINGS[row.rating]} size="S" width="fit-content">
                    <Typography tag="span" variant="pi" fontWeight="bold">
                      {t(`vitals.rating.${row.rating}`)}
                    </Typography>
                  </Status>
                ) : (
                  '–'
                ),
            },
            { key: 'count', label: t('vitals.column.count'), render: (row) => count(row.count) },
          ]}
        />
      </Card>
    </>
  );
};
