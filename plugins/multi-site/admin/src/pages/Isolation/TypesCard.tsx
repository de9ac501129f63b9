import { Typography } from '@strapi/design-system';
import { Table } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { Card } from 'suite-kit/admin';
import type { TypeStatus } from '../../../../shared/contracts/isolation';
import { TableHeads } from '../../components/TableHeads';
import { TwoLines } from '../../components/TwoLines';
import { useTexts } from '../../texts';

/** Every type of content: whom its rows belong to, and how many belong to nobody. */
export const TypesCard = ({ types }: { types: TypeStatus[] }) => {
  const t = useTexts();
  const { formatNumber } = useIntl();
  const columns = ['name', 'scope', 'rows', 'unassigned'] as const;
  const headers = columns.map((name) => ({ name, label: t(`types.column.${name}`) }));
  const rows = types.map((type) => ({ ...type, id: type.uid }));
  return (
    <Card title={t('types.title')} text={t('types.text')}>
      <Table.Root rows={rows} headers={headers}>
        <Table.Content>
          <TableHeads headers={headers} />
          <Table.Body>
            {rows.map((type) => (
              <Table.Row key={type.uid}>
                <Table.Cell>
                  <TwoLines note={type.uid}>{type.name}</TwoLines>
                </Table.Cell>
                <Table.Cell>
                  <Typography>{t(`types.scope.${type.scope}`)}</Typography>
                </Table.Cell>
                <Table.Cell>
                  <Typography>{formatNumber(type.rows)}</Typography>
                </Table.Cell>
                <Table.Cell>
                  <Typography fontWeight={type.unassigned > 0 ? 'bold' : 'regular'}>
                    {formatNumber(type.unassigned)}
                  </Typography>
                </Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table.Content>
      </Table.Root>
    </Card>
  );
};
