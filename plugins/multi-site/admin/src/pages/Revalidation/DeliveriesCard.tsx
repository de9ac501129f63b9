import { Box, Status, Typography } from '@strapi/design-system';
import { Table } from '@strapi/strapi/admin';
import { Card, RelativeTime } from 'suite-kit/admin';
import type { RevalidationDelivery } from '../../../../shared/contracts/revalidation';
import { TableHeads } from '../../components/TableHeads';
import { useTexts } from '../../texts';

const LOOKS = { sent: 'success', waiting: 'secondary', failed: 'danger' } as const;

/** The last changes and how telling them went. */
export const DeliveriesCard = ({ deliveries }: { deliveries: RevalidationDelivery[] }) => {
  const t = useTexts();
  const columns = ['at', 'what', 'address', 'state'] as const;
  const headers = columns.map((name) => ({ name, label: t(`revalidation.column.${name}`) }));
  return (
    <Card
      title={t('revalidation.deliveries')}
      text={deliveries.length === 0 ? t('revalidation.none') : undefined}
    >
      {deliveries.length === 0 ? null : (
        <Table.Root rows={deliveries} headers={headers}>
          <Table.Content>
            <TableHeads headers={headers} />
            <Table.Body>
              {deliveries.map((delivery) => (
                <DeliveryRow key={delivery.id} delivery={delivery} />
              ))}
            </Table.Body>
          </Table.Content>
        </Table.Root>
      )}
    </Card>
  );
};

const DeliveryRow = ({ delivery }: { delivery: RevalidationDelivery }) => {
  const t = useTexts();
  const { change, state, attempts, error, at } = delivery;
  const { address } = change;
  const isMoved = address.old !== null && address.new !== null && address.old !== address.new;
  return (
    <Table.Row>
      <Table.Cell>
        <Typography>
          <RelativeTime value={at} />
        </Typography>
      </Table.Cell>
      <Table.Cell>
        <Typography tag="p">{t(`revalidation.event.${change.event}`)}</Typography>
        <Typography tag="p" variant="pi" textColor="neutral600">
          {[change.contentType, change.locale].filter(Boolean).join(' · ')}
        </Typography>
      </Table.Cell>
      <Table.Cell>
        <Typography>
          {isMoved ? `${address.old} → ${address.new}` : (address.new ?? address.old ?? '–')}
        </Typography>
      </Table.Cell>
      <Table.Cell>
        <Status variant={LOOKS[state]} size="S" width="fit-content">
          <Typography tag="span" fontWeight="bold">
            {t(`revalidation.state.${state}`)}
          </Typography>
        </Status>
        {state === 'sent' ? null : (
          <Box paddingTop={1}>
            <Typography tag="p" variant="pi" textColor="neutral600">
              {[t('revalidation.attempts', { count: attempts }), error].filter(Boolean).join(' ')}
            </Typography>
          </Box>
        )}
      </Table.Cell>
    </Table.Row>
  );
};
