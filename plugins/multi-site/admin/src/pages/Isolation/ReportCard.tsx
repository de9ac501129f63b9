import { Button, Typography } from '@strapi/design-system';
import { Table } from '@strapi/strapi/admin';
import { Card, Notice, RelativeTime, useNotify } from 'suite-kit/admin';
import type { ReportEntry } from '../../../../shared/contracts/isolation';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { useClearIsolationReportMutation, type Isolation } from '../../services/isolation';
import { TableHeads } from '../../components/TableHeads';
import { TwoLines } from '../../components/TwoLines';
import { useTexts } from '../../texts';

/** What report mode has seen; in enforce mode only writes without a site are left to tell. */
export const ReportCard = ({ isolation }: { isolation: Isolation }) => {
  const t = useTexts();
  const notify = useNotify(PLUGIN_ID);
  const [clear, { isLoading }] = useClearIsolationReportMutation();
  const { report, mode, unscopedWrites } = isolation;
  const text = t('report.text', { count: report.length, writes: unscopedWrites });

  if (report.length === 0) {
    return mode === 'report' ? (
      <Notice variant="info" title={t('report.empty-title')}>
        {t('report.empty')}
      </Notice>
    ) : null;
  }
  const forget = async () => {
    const result = await clear();
    if ('error' in result) notify.problem(result.error);
    else notify.success(t('report.cleared'));
  };
  return (
    <Card
      title={t('report.title')}
      text={text}
      action={
        <Button variant="tertiary" loading={isLoading} onClick={() => void forget()}>
          {t('report.clear')}
        </Button>
      }
    >
      <ReportTable entries={report} />
    </Card>
  );
};

const ReportTable = ({ entries }: { entries: ReportEntry[] }) => {
  const t = useTexts();
  const columns = ['route', 'finding', 'suggestion', 'seen'] as const;
  const headers = columns.map((name) => ({ name, label: t(`report.column.${name}`) }));
  const rows = entries.map((entry, index) => ({ ...entry, id: index }));
  return (
    <Table.Root rows={rows} headers={headers}>
      <Table.Content>
        <TableHeads headers={headers} />
        <Table.Body>
          {rows.map((entry) => (
            <Table.Row key={entry.id}>
              <Table.Cell>
                <TwoLines note={entry.origin ?? t('report.unknown-origin')}>{entry.route}</TwoLines>
              </Table.Cell>
              <Table.Cell>
                <Typography tag="p">{t(`report.kind.${entry.kind}`)}</Typography>
                <Typography tag="p" variant="pi" textColor="neutral600">
                  {entry.table}
                </Typography>
              </Table.Cell>
              <Table.Cell>
                <Typography>{entry.suggestion}</Typography>
              </Table.Cell>
              <Table.Cell>
                <Typography tag="p">{t('report.times', { count: entry.count })}</Typography>
                <Typography tag="p" variant="pi" textColor="neutral600">
                  <RelativeTime value={entry.lastSeenAt} />
                </Typography>
              </Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table.Content>
    </Table.Root>
  );
};
