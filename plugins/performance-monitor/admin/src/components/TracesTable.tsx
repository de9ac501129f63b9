import { Link as TextLink, Status, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { RelativeTime } from 'suite-kit/admin';
import type { TraceHead } from '../../../shared/contracts/health';
import { PATHS } from '../paths';
import { useTexts } from '../texts';
import type { HealthWindow } from '../window/use-window';
import { DataTable } from './DataTable';
import { useFormat } from './format';

const VARIANTS = {
  error: 'danger',
  slow: 'primary',
  repeat: 'alternative',
  sample: 'secondary',
} as const;

export const TraceKind = ({ kind }: { kind: TraceHead['kind'] }) => {
  const t = useTexts();
  return (
    <Status variant={VARIANTS[kind]} size="S" width="fit-content">
      <Typography tag="span" variant="pi" fontWeight="bold">
        {t(`trace.kind.${kind}`)}
      </Typography>
    </Status>
  );
};

/** Kept requests, the newest first; each opens its waterfall. */
export const TracesTable = ({ traces, window }: { traces: TraceHead[]; window: HealthWindow }) => {
  const t = useTexts();
  const { ms, count } = useFormat();
  return (
    <DataTable
      label={t('traces.title')}
      rows={traces}
      keyOf={({ id }) => id}
      empty={t('traces.empty')}
      columns={[
        {
          key: 'request',
          label: t('traces.column.request'),
          render: ({ id, method, route }) => (
            <TextLink tag={Link} to={window.at(PATHS.trace(id))}>
              {`${method} ${route}`}
            </TextLink>
          ),
        },
        {
          key: 'at',
          label: t('traces.column.at'),
          render: ({ at }) => <RelativeTime value={new Date(at).toISOString()} />,
        },
        {
          key: 'kind',
          label: t('traces.column.kind'),
          render: (row) => <TraceKind kind={row.kind} />,
        },
        { key: 'status', label: t('traces.column.status'), render: ({ status }) => status },
        {
          key: 'ms',
          label: t('traces.column.duration'),
          render: ({ durationMs }) => ms(durationMs),
        },
        { key: 'db', label: t('traces.column.database'), render: ({ dbMs }) => ms(dbMs) },
        {
          key: 'queries',
          label: t('traces.column.queries'),
          render: ({ queries }) => count(queries),
        },
      ]}
    />
  );
};
