import type { Core } from '@strapi/strapi';
import type { WebhookBinding } from '../../../shared/contracts/webhooks';
import { UID } from '../../../shared/plugin';
import { errors } from '../errors';
import { webhookStoreOf, type Webhook } from '../isolation/strapi-parts';
import { service } from './service';

type BindingRow = { webhookId: number; onlySite: number };

/** Which site's events a webhook of Strapi gets. Without a binding: all of them, as before. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const bindings = () => strapi.db.query(UID.siteWebhook);
  const read = (webhookId: number): Promise<BindingRow | null> =>
    bindings().findOne({ where: { webhookId } });

  async function toBinding(webhook: Webhook, row: BindingRow | null): Promise<WebhookBinding> {
    const { sites } = await service(strapi, 'state').fresh();
    const site = row ? (sites.get(row.onlySite)?.id ?? null) : null;
    return {
      webhookId: Number(webhook.id),
      name: webhook.name,
      url: webhook.url,
      events: webhook.events,
      isEnabled: webhook.isEnabled,
      site,
      isOrphan: row !== null && site === null,
    };
  }

  return {
    /** The number of the site; null where it gets events of all sites. */
    siteOf: async (webhookId: number): Promise<number | null> =>
      (await read(webhookId))?.onlySite ?? null,

    async list(): Promise<WebhookBinding[]> {
      const webhooks = await webhookStoreOf(strapi).findWebhooks();
      const rows: BindingRow[] = await bindings().findMany();
      const byId = new Map(rows.map((row) => [row.webhookId, row]));
      const listed = await Promise.all(
        webhooks.map((webhook) => toBinding(webhook, byId.get(Number(webhook.id)) ?? null)),
      );
      return listed.sort((a, b) => a.name.localeCompare(b.name) || a.webhookId - b.webhookId);
    },

    async bind({ webhookId, site }: { webhookId: number; site: number | null }) {
      const webhook = await webhookStoreOf(strapi).findWebhook(webhookId);
      if (!webhook) throw errors.WEBHOOK_NOT_FOUND();
      await strapi.db.transaction(async () => {
        await bindings().deleteMany({ where: { webhookId } });
        if (site !== null) await bindings().create({ data: { webhookId, onlySite: site } });
      });
      await service(strapi, 'audit').record({
        action: 'webhook-bind',
        site,
        subject: webhook.name,
      });
      return toBinding(webhook, await read(webhookId));
    },
  };
};
