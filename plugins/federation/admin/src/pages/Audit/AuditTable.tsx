import { Box, Typography } from '@strapi/design-system';
import { Table } from '@strapi/strapi/admin';
import { RelativeTime } from 'suite-kit/admin';
import type { AuditRow } from '../../../../shared/contracts/entries';
import { TextLink } from '../../components/TextLink';
import { valueText } from '../../components/value-text';
import { PATHS } from '../../paths';
import { useTexts, type TextId } from '../../texts';

const ACTIONS = [
  'created',
  'updated',
  'kept',
  'deleted',
  'unpublished',
  'left',
  'resolved',
  'undone',
];

type Props = { rows: AuditRow[]; isOfRun?: boolean };

export const AuditTable = ({ rows, isOfRun = false }: Props) => {
  const t = useTexts();
  const headers = [
    { name: 'at', label: t('audit.column.at') },
    { name: 'what', label: t('audit.column.what') },
    { name: 'entry', label: t('audit.column.entry') },
    { name: 'fields', label: t('audit.column.fields') },
    ...(isOfRun ? [] : [{ name: 'source', label: t('audit.column.source') }]),
    ...(isOfRun ? [] : [{ name: 'actor', label: t('audit.column.actor') }]),
  ];
  return (
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
                <Typography textColor="neutral800">
                  <RelativeTime value={row.at} />
                </Typography>
              </Table.Cell>
              <Table.Cell>
                <Typography textColor="neutral800">
                  {ACTIONS.includes(row.action) ? t(`action.${row.action}` as TextId) : row.action}
                </Typography>
              </Table.Cell>
              <Table.Cell>
                <TextLink to={PATHS.entry(row.uid, row.documentId, row.locale)}>
                  {row.title || row.documentId}
                </TextLink>
              </Table.Cell>
              <Table.Cell>
                <Typography textColor="neutral800">{row.changed.join(', ') || '–'}</Typography>
                {row.lost.map((lost, index) => (
                  <Box key={index}>
                    <Typography variant="pi" textColor="neutral600">
                      {t('audit.lost', {
                        field: lost.path,
                        value: valueText(lost.value).slice(0, 80) || '–',
                      })}
                    </Typography>
                  </Box>
                ))}
              </Table.Cell>
              {isOfRun ? null : (
                <Table.Cell>
                  <Typography textColor="neutral800">{row.sourceName}</Typography>
                </Table.Cell>
              )}
              {isOfRun ? null : (
                <Table.Cell>
                  <Typography textColor="neutral800">
                    {row.actor || t('runs.by-schedule')}
                  </Typography>
                </Table.Cell>
              )}
            </Table.Row>
          ))}
        </Table.Body>
      </Table.Content>
    </Table.Root>
  );
};
