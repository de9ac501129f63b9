import { Box, Button, Typography } from '@strapi/design-system';
import { Card, Notice, useApiMessage } from 'suite-kit/admin';
import type { ServerStatement } from '../../../../shared/contracts/health';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { DataTable } from '../../components/DataTable';
import { useFormat } from '../../components/format';
import { Sql } from '../../components/parts';
import { useGetServerStatementsQuery } from '../../services/health';
import { useTexts } from '../../texts';

/** What PostgreSQL itself counted, since it last began to: also what other programs ask it. */
export const ServerStatementsCard = () => {
  const t = useTexts();
  const toMessage = useApiMessage(PLUGIN_ID);
  const { data, error, refetch } = useGetServerStatementsQuery();
  if (error) {
    return (
      <Card title={t('server.title')}>
        <Notice
          variant="warning"
          title={t('server.failed')}
          action={
            <Button variant="secondary" size="S" onClick={() => void refetch()}>
              {t('first.look-again')}
            </Button>
          }
        >
          {toMessage(error)}
        </Notice>
      </Card>
    );
  }
  // Inside a site, and on databases that have no such list, there is nothing to say.
  if (!data || data.state === 'other-database') return null;
  return (
    <Card title={t('server.title')} text={t('server.text')}>
      {data.state === 'not-loaded' ? (
        <Typography textColor="neutral600">{t('server.not-loaded')}</Typography>
      ) : (
        <StatementsTable rows={data.rows} />
      )}
    </Card>
  );
};

const hitShare = ({ blocksHit, blocksRead }: ServerStatement) =>
  blocksHit + blocksRead === 0 ? null : blocksHit / (blocksHit + blocksRead);

const StatementsTable = ({ rows }: { rows: ServerStatement[] }) => {
  const t = useTexts();
  const { ms, count, percent } = useFormat();
  return (
    <DataTable
      label={t('server.title')}
      rows={rows}
      keyOf={({ fingerprint }) => fingerprint}
      empty={t('server.empty')}
      columns={[
        {
          key: 'statement',
          label: t('queries.column.statement'),
          render: ({ sql }) => (
            <Box maxWidth="52rem">
              <Sql sql={sql} isShort />
            </Box>
          ),
        },
        { key: 'calls', label: t('queries.column.count'), render: ({ calls }) => count(calls) },
        {
          key: 'mean',
          label: t('server.column.mean'),
          render: ({ calls, totalMs }) => ms(calls > 0 ? totalMs / calls : null),
        },
        { key: 'total', label: t('queries.column.total'), render: ({ totalMs }) => ms(totalMs) },
        {
          key: 'rows',
          label: t('server.column.rows'),
          render: ({ calls, rows: read }) => count(calls > 0 ? read / calls : null),
        },
        { key: 'hit', label: t('server.column.hit'), render: (row) => percent(hitShare(row)) },
      ]}
    />
  );
};
