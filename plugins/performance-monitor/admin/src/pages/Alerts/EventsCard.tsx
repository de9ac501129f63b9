import { useState } from 'react';
import { Box, Button, Flex, Link as TextLink, Status, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { Card, RelativeTime } from 'suite-kit/admin';
import type { AlertEvent } from '../../../../shared/contracts/alerts';
import { DataTable } from '../../components/DataTable';
import { PATHS } from '../../paths';
import { usePermissions } from '../../permissions';
import { useListHealthEventsQuery } from '../../services/alerts';
import { useTexts } from '../../texts';
import type { HealthWindow } from '../../window/use-window';

const PAGE = 20;
const BEFORE_MS = 30 * 60_000;
const VARIANTS = {
  pending: 'warning',
  firing: 'danger',
  resolved: 'success',
  ok: 'success',
} as const;

export const StateBadge = ({ state }: { state: keyof typeof VARIANTS }) => {
  const t = useTexts();
  return (
    <Status variant={VARIANTS[state]} size="S" width="fit-content">
      <Typography tag="span" variant="pi" fontWeight="bold">
        {t(`alert.state.${state}`)}
      </Typography>
    </Status>
  );
};

/** Alerts as they were, with how telling people went. */
export const EventsCard = ({ window }: { window: HealthWindow }) => {
  const t = useTexts();
  const { canRead } = usePermissions();
  const [pageSize, setPageSize] = useState(PAGE);
  const { data } = useListHealthEventsQuery({ page: 1, pageSize }, { skip: !canRead });
  const total = data?.meta.pagination.total ?? 0;
  const around = (event: AlertEvent) =>
    window.at(PATHS.overview, {
      from: String(event.activeAt - BEFORE_MS),
      to: String((event.resolvedAt ?? Date.now()) + BEFORE_MS),
    });
  const moment = (at: number | null) =>
    at === null ? '–' : <RelativeTime value={new Date(at).toISOString()} />;

  return (
    <Card title={t('events.title')} text={t('events.text')}>
      <DataTable
        label={t('events.title')}
        rows={data?.data ?? []}
        keyOf={({ id }) => id}
        empty={t('events.empty')}
        columns={[
          {
            key: 'state',
            label: t('events.column.state'),
            render: ({ state }) => <StateBadge state={state} />,
          },
          {
            key: 'rule',
            label: t('events.column.rule'),
            render: (event) => (
              <>
                <TextLink tag={Link} to={around(event)}>
                  {event.ruleName}
                </TextLink>
                <Typography tag="p" variant="pi" textColor="neutral600">
                  {Object.values(event.labels).join(', ')}
                </Typography>
              </>
            ),
          },
          {
            key: 'since',
            label: t('events.column.since'),
            render: ({ activeAt }) => moment(activeAt),
          },
          {
            key: 'end',
            label: t('events.column.end'),
            render: ({ resolvedAt }) => moment(resolvedAt),
          },
          {
            key: 'told',
            label: t('events.column.told'),
            render: ({ deliveries }) =>
              deliveries.length === 0 ? (
                t('events.nobody')
              ) : (
                <Flex tag="ul" direction="column" alignItems="flex-start" gap={1}>
                  {deliveries.map(({ id, channel, transition, state, error }) => (
                    <Box tag="li" key={id}>
                      <Typography
                        variant="pi"
                        textColor={state === 'failed' ? 'danger600' : 'neutral600'}
                      >
                        {`${channel}: ${t(transition === 'resolved' ? 'events.told-end' : 'events.told-start')}, ${t(`delivery.state.${state}`)}${error ? `. ${error}` : ''}`}
                      </Typography>
                    </Box>
                  ))}
                </Flex>
              ),
          },
        ]}
      />
      {total > pageSize ? (
        <Box paddingTop={4}>
          <Button variant="tertiary" onClick={() => setPageSize(Math.min(100, pageSize + PAGE))}>
            {t('events.more')}
          </Button>
        </Box>
      ) : null}
    </Card>
  );
};
