import { Box, Typography } from '@strapi/design-system';
import { Table } from '@strapi/strapi/admin';
import { Notice } from 'suite-kit/admin';
import type { Preview } from '../../../shared/contracts/sources';
import { useTexts } from '../texts';
import { CountsLine } from './CountsLine';
import { StateBadge } from './StateBadge';

/** Counts of a preview and some records of each kind. */
export const PreviewResult = ({ preview }: { preview: Preview }) => {
  const t = useTexts();
  const headers = [
    { name: 'action', label: t('preview.column.action') },
    { name: 'title', label: t('preview.column.title') },
    { name: 'fields', label: t('preview.column.fields') },
  ];
  const rows = preview.samples.map((sample, index) => ({ ...sample, id: index }));
  return (
    <Box>
      <Box role="status" paddingBottom={4}>
        <CountsLine counts={preview.counts} />
        {preview.isComplete ? null : (
          <Typography tag="p" variant="pi" textColor="neutral600">
            {t('preview.more')}
          </Typography>
        )}
      </Box>
      {preview.warnings.length > 0 ? (
        <Notice variant="warning" title={t('preview.warnings')}>
          {preview.warnings.slice(0, 10).join(' ')}
        </Notice>
      ) : null}
      {rows.length > 0 ? (
        <Table.Root rows={rows} headers={headers}>
          <Table.Content>
            <Table.Head>
              {headers.map((header) => (
                <Table.HeaderCell key={header.name} {...header} />
              ))}
            </Table.Head>
            <Table.Body>
              {rows.map((row) => (
                <Table.Row key={row.id}>
                  <Table.Cell>
                    <StateBadge state={row.action} />
                  </Table.Cell>
                  <Table.Cell>
                    <Typography textColor="neutral800">{row.title || row.remoteId}</Typography>
                  </Table.Cell>
                  <Table.Cell>
                    <Typography textColor="neutral800">
                      {row.note ?? (row.fields.join(', ') || '–')}
                    </Typography>
                  </Table.Cell>
                </Table.Row>
              ))}
            </Table.Body>
          </Table.Content>
        </Table.Root>
      ) : null}
    </Box>
  );
};
