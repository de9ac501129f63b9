import { z } from '@strapi/utils';

/**
 * Webhooks of Strapi and the site each of them is for: GET /multi-site/webhooks,
 * PUT /multi-site/webhooks/:webhookId. Network only.
 */

export const webhookParams = z.object({ webhookId: z.coerce.number().int().min(1) });

/** documentId of a site; null: events of all sites, as Strapi does it. */
export const bindWebhookBody = z.object({ site: z.string().min(1).max(64).nullable() }).strict();
export type BindWebhookBody = z.infer<typeof bindWebhookBody>;

export type WebhookBinding = {
  webhookId: number;
  name: string;
  url: string;
  events: string[];
  isEnabled: boolean;
  site: string | null;
  /** Its site was deleted: it gets nothing. */
  isOrphan: boolean;
};

export type ListWebhooksResponse = { data: WebhookBinding[]; meta: Record<string, never> };
