import { Box, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { Table } from '@strapi/strapi/admin';
import { useNotify } from 'suite-kit/admin';
import type { Site } from '../../../../shared/contracts/sites';
import type { WebhookBinding } from '../../../../shared/contracts/webhooks';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { useBindSiteWebhookMutation } from '../../services/webhooks';
import { TableHeads } from '../../components/TableHeads';
import { useTexts } from '../../texts';

/** The value that stands for "all sites" in the select, which knows no null. */
const ALL = 'all';
/** Its site was deleted: it gets nothing until it has another one. */
const GONE = 'gone';

type Props = { webhooks: WebhookBinding[]; sites: Site[] };

export const WebhooksTable = ({ webhooks, sites }: Props) => {
  const t = useTexts();
  const columns = ['name', 'events', 'site'] as const;
  const headers = columns.map((name) => ({ name, label: t(`webhooks.column.${name}`) }));
  const rows = webhooks.map((webhook) => ({ ...webhook, id: webhook.webhookId }));
  return (
    <Table.Root rows={rows} headers={headers}>
      <Table.Content>
        <TableHeads headers={headers} />
        <Table.Body>
          {rows.map((webhook) => (
            <Table.Row key={webhook.id}>
              <Table.Cell>
                <Typography tag="p" fontWeight="semiBold">
                  {webhook.name}
                </Typography>
                <Typography tag="p" variant="pi" textColor="neutral600">
                  {webhook.url}
                </Typography>
              </Table.Cell>
              <Table.Cell>
                <Typography textColor="neutral800">
                  {webhook.isEnabled
                    ? t('webhooks.events', { count: webhook.events.length })
                    : t('webhooks.off')}
                </Typography>
              </Table.Cell>
              <Table.Cell>
                <SiteSelect webhook={webhook} sites={sites} />
              </Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table.Content>
    </Table.Root>
  );
};

const SiteSelect = ({ webhook, sites }: { webhook: WebhookBinding; sites: Site[] }) => {
  const t = useTexts();
  const notify = useNotify(PLUGIN_ID);
  const [bind, { isLoading }] = useBindSiteWebhookMutation();
  const { webhookId, name, site, isOrphan } = webhook;

  const change = async (value: string) => {
    const wanted = value === ALL ? null : value;
    if (value === GONE || (wanted === site && !isOrphan)) return;
    const result = await bind({ webhookId, site: wanted });
    if ('error' in result) notify.problem(result.error);
    else notify.success(t('webhooks.saved', { name }));
  };

  return (
    <Box minWidth="22rem">
      <SingleSelect
        size="S"
        aria-label={t('webhooks.site-of', { name })}
        value={isOrphan ? GONE : (site ?? ALL)}
        disabled={isLoading}
        onChange={(value) => void change(String(value))}
      >
        {isOrphan ? (
          <SingleSelectOption value={GONE}>{t('webhooks.gone')}</SingleSelectOption>
        ) : null}
        <SingleSelectOption value={ALL}>{t('webhooks.all')}</SingleSelectOption>
        {sites.map((one) => (
          <SingleSelectOption key={one.id} value={one.id}>
            {one.name}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Box>
  );
};
