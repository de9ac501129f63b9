import type { Core } from '@strapi/strapi';
import { handle } from 'suite-kit/server';
import { bindWebhookBody, webhookParams } from '../../../shared/contracts/webhooks';
import { service } from '../services/service';

/** Webhooks of Strapi and the site each of them is for. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  find: handle({}, async () => ({ data: await service(strapi, 'webhooks').list() })),

  bind: handle({ params: webhookParams, body: bindWebhookBody }, async ({ params, body }) => {
    const wanted = body.site === null ? null : await service(strapi, 'sites').get(body.site);
    const { webhookId } = params;
    const site = wanted?.number ?? null;
    return { data: await service(strapi, 'webhooks').bind({ webhookId, site }) };
  }),
});
