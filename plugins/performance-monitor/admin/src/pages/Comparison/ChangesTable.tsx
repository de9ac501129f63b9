import { Status, Typography } from '@strapi/design-system';
import type { Change, RouteChange } from '../../../../shared/contracts/health';
import { DataTable } from '../../components/DataTable';
import { useFormat } from '../../components/format';
import { RouteLink } from '../../components/parts';
import { useTexts } from '../../texts';
import type { HealthWindow } from '../../window/use-window';

const VARIANTS = {
  slower: 'danger',
  faster: 'success',
  same: 'secondary',
  unclear: 'neutral',
  new: 'alternative',
  gone: 'neutral',
} as const;

const ChangeBadge = ({ change }: { change: Change }) => {
  const t = useTexts();
  return (
    <Status variant={VARIANTS[change]} size="S" width="fit-content">
      <Typography tag="span" variant="pi" fontWeight="bold">
        {t(`change.${change}`)}
      </Typography>
    </Status>
  );
};

/** Every route before and after, the one that matters most first. */
export const ChangesTable = ({ rows, window }: { rows: RouteChange[]; window: HealthWindow }) => {
  const t = useTexts();
  const { ms, count } = useFormat();
  return (
    <DataTable
      label={t('routes.title')}
      rows={rows}
      keyOf={({ method, route }) => `${method} ${route}`}
      empty={t('routes.empty')}
      columns={[
        {
          key: 'route',
          label: t('routes.column.route'),
          render: ({ route, method }) => (
            <RouteLink window={window} route={route} method={method} />
          ),
        },
        {
          key: 'change',
          label: t('comparison.column.change'),
          render: ({ change }) => <ChangeBadge change={change} />,
        },
        {
          key: 'before',
          label: t('comparison.column.before'),
          render: ({ before }) => ms(before.p95),
        },
        { key: 'after', label: t('comparison.column.after'), render: ({ after }) => ms(after.p95) },
        {
          key: 'requests',
          label: t('routes.column.count'),
          render: ({ before, after }) => `${count(before.count)} → ${count(after.count)}`,
        },
        {
          key: 'extra',
          label: t('comparison.column.extra'),
          render: ({ extraMs }) =>
            `${extraMs > 0 ? '+' : extraMs < 0 ? '−' : ''}${ms(Math.abs(extraMs))}`,
        },
      ]}
    />
  );
};
