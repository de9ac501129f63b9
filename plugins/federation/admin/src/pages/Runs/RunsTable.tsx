import { Typography } from '@strapi/design-system';
import { Table } from '@strapi/strapi/admin';
import { RelativeTime, SiteCell, useSiteHeaders } from 'suite-kit/admin';
import type { Run } from '../../../../shared/contracts/runs';
import { CountsLine } from '../../components/CountsLine';
import { StateBadge } from '../../components/StateBadge';
import { TextLink } from '../../components/TextLink';
import { PATHS } from '../../paths';
import { useTexts } from '../../texts';

export const RunsTable = ({ runs }: { runs: Run[] }) => {
  const t = useTexts();
  const headers = [
    { name: 'started', label: t('runs.column.started') },
    { name: 'source', label: t('runs.column.source') },
    ...useSiteHeaders(),
    { name: 'state', label: t('runs.column.state') },
    { name: 'result', label: t('runs.column.result') },
    { name: 'by', label: t('runs.column.by') },
  ];
  return (
    <Table.Root rows={runs} headers={headers}>
      <Table.Content>
        <Table.Head>
          {headers.map((header) => (
            <Table.HeaderCell key={header.name} {...header} />
          ))}
        </Table.Head>
        <Table.Body>
          {runs.map((run) => (
            <Table.Row key={run.id}>
              <Table.Cell>
                <TextLink to={PATHS.run(run.id)}>
                  <RelativeTime value={run.startedAt ?? run.createdAt} />
                </TextLink>
              </Table.Cell>
              <Table.Cell>
                <Typography textColor="neutral800">{run.sourceName}</Typography>
              </Table.Cell>
              <SiteCell site={run.site} />
              <Table.Cell>
                <StateBadge state={run.state} />
              </Table.Cell>
              <Table.Cell>
                {run.result ? (
                  <CountsLine counts={run.result.counts} />
                ) : (
                  <Typography ellipsis maxWidth="32rem" textColor="neutral800">
                    {run.error ?? '–'}
                  </Typography>
                )}
              </Table.Cell>
              <Table.Cell>
                <Typography textColor="neutral800">
                  {run.startedBy ?? t('runs.by-schedule')}
                </Typography>
              </Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table.Content>
    </Table.Root>
  );
};
