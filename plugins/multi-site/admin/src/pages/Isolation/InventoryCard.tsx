import { Typography } from '@strapi/design-system';
import { Table } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { Card, Notice } from 'suite-kit/admin';
import type { Inventory } from '../../../../shared/contracts/isolation';
import { REACHES } from '../../../../shared/reaches';
import { useGetInventoryQuery } from '../../services/isolation';
import { TableHeads } from '../../components/TableHeads';
import { useTexts } from '../../texts';

const PARTS = ['tables', 'relations', 'routes'] as const;

/** How many tables, relations and routes reach how far, and the names of the unknown ones. */
export const InventoryCard = () => {
  const t = useTexts();
  const { data, isError } = useGetInventoryQuery();
  return (
    <Card title={t('inventory.title')} text={t('inventory.text')}>
      {isError ? (
        <Notice variant="warning" title={t('inventory.failed-title')}>
          {t('inventory.failed')}
        </Notice>
      ) : null}
      {data ? <Counts inventory={data} /> : null}
      {data ? <Unknown inventory={data} /> : null}
    </Card>
  );
};

const Counts = ({ inventory }: { inventory: Inventory }) => {
  const t = useTexts();
  const { formatNumber } = useIntl();
  const columns = ['what', ...REACHES] as const;
  const headers = columns.map((name) => ({ name, label: t(`inventory.column.${name}`) }));
  const rows = PARTS.map((part) => ({ id: part, items: inventory[part] }));
  return (
    <Table.Root rows={rows} headers={headers}>
      <Table.Content>
        <TableHeads headers={headers} />
        <Table.Body>
          {rows.map(({ id, items }) => (
            <Table.Row key={id}>
              <Table.Cell>
                <Typography fontWeight="semiBold">{t(`inventory.${id}`)}</Typography>
              </Table.Cell>
              {REACHES.map((reach) => (
                <Table.Cell key={reach}>
                  <Typography>
                    {formatNumber(items.filter((item) => item.reach === reach).length)}
                  </Typography>
                </Table.Cell>
              ))}
            </Table.Row>
          ))}
        </Table.Body>
      </Table.Content>
    </Table.Root>
  );
};

const Unknown = ({ inventory }: { inventory: Inventory }) => {
  const t = useTexts();
  const unknown = PARTS.flatMap((part) => inventory[part]).filter(
    ({ reach }) => reach === 'unknown',
  );
  if (unknown.length === 0) return null;
  return (
    <Notice variant="warning" title={t('inventory.unknown-title', { count: unknown.length })}>
      {unknown.map(({ name }) => name).join(', ')}
    </Notice>
  );
};
