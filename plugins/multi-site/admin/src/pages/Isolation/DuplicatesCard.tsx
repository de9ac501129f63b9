import { Typography } from '@strapi/design-system';
import { Table } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { Card } from 'suite-kit/admin';
import type { Duplicates } from '../../../../shared/contracts/isolation';
import { TableHeads } from '../../components/TableHeads';
import { TwoLines } from '../../components/TwoLines';
import { useTexts } from '../../texts';

/** Unique fields of which a site has one value twice, from before the border was closed. */
export const DuplicatesCard = ({ duplicates }: { duplicates: Duplicates[] }) => {
  const t = useTexts();
  const { formatNumber } = useIntl();
  const columns = ['name', 'field', 'values'] as const;
  const headers = columns.map((name) => ({ name, label: t(`duplicates.column.${name}`) }));
  const rows = duplicates.map((one) => ({ ...one, id: `${one.uid}.${one.field}` }));
  return (
    <Card title={t('duplicates.title')} text={t('duplicates.text')}>
      <Table.Root rows={rows} headers={headers}>
        <Table.Content>
          <TableHeads headers={headers} />
          <Table.Body>
            {rows.map(({ id, uid, name, field, values }) => (
              <Table.Row key={id}>
                <Table.Cell>
                  <TwoLines note={uid}>{name}</TwoLines>
                </Table.Cell>
                <Table.Cell>
                  <Typography>{field}</Typography>
                </Table.Cell>
                <Table.Cell>
                  <Typography>{formatNumber(values)}</Typography>
                </Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table.Content>
      </Table.Root>
    </Card>
  );
};
