import { Typography } from '@strapi/design-system';
import { BackButton } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { useParams } from 'react-router-dom';
import { Card, Figures } from 'suite-kit/admin';
import type { Trace } from '../../../../shared/contracts/health';
import { useFormat } from '../../components/format';
import { HealthPage } from '../../components/HealthPage';
import { TraceKind } from '../../components/TracesTable';
import { PATHS } from '../../paths';
import { usePermissions } from '../../permissions';
import { useGetHealthTraceQuery } from '../../services/health';
import { useTexts } from '../../texts';
import { Waterfall } from './Waterfall';

/** One request from its beginning to its last byte. */
export const TracePage = () => {
  const t = useTexts();
  const { id = '' } = useParams();
  const { canRead } = usePermissions();
  const asked = useGetHealthTraceQuery(id, { skip: !canRead });
  return (
    <HealthPage
      title={asked.data ? `${asked.data.method} ${asked.data.route}` : t('trace.title')}
      help={t('trace.help')}
      hasTabs={false}
      navigationAction={<BackButton fallback={PATHS.api} />}
      asked={asked}
    >
      {asked.data ? <Content trace={asked.data} /> : null}
    </HealthPage>
  );
};

const Content = ({ trace }: { trace: Trace }) => {
  const t = useTexts();
  const { formatDate } = useIntl();
  const { ms, count } = useFormat();
  return (
    <>
      <Figures
        label={t('overview.figures')}
        figures={[
          {
            key: 'duration',
            label: t('traces.column.duration'),
            value: ms(trace.durationMs),
            note: <TraceKind kind={trace.kind} />,
          },
          {
            key: 'database',
            label: t('traces.column.database'),
            value: ms(trace.dbMs),
            note: t('trace.queries', { count: count(trace.queries) }),
          },
          { key: 'queue', label: t('share.queue'), value: ms(trace.queueMs) },
          {
            key: 'status',
            label: t('traces.column.status'),
            value: String(trace.status),
            note: formatDate(trace.at, { dateStyle: 'medium', timeStyle: 'medium' }),
          },
        ]}
      />
      <Card title={t('trace.waterfall')} text={t('trace.waterfall-text')}>
        <Waterfall trace={trace} />
        {trace.hiddenSpans > 0 ? (
          <Typography tag="p" variant="pi" textColor="neutral600">
            {t('trace.hidden', { count: trace.hiddenSpans })}
          </Typography>
        ) : null}
      </Card>
      {trace.queryKeys.length > 0 ? (
        <Card title={t('trace.parameters')} text={t('trace.parameters-text')}>
          <Typography>{trace.queryKeys.join(', ')}</Typography>
        </Card>
      ) : null}
    </>
  );
};
