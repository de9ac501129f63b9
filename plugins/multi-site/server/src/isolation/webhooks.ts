import type { Core } from '@strapi/strapi';
import { SITE_HEADER } from '../../../shared/plugin';
import { service } from '../services/service';
import { webhookRunnerOf } from './strapi-parts';

type Info = { uid?: string; entry?: { documentId?: string }; media?: { documentId?: string } };
const FILE = 'plugin::upload.file';

/**
 * Webhooks of Strapi: when an event is put into the queue its site is noted, and a webhook that
 * is for one site gets the events of that one only. Each delivery of a site's event says in a
 * header which site it is of. Access: fails closed, a webhook of one site gets nothing whose
 * site is not known.
 */
export function installWebhookLayer(strapi: Core.Strapi): () => void {
  const runner = webhookRunnerOf(strapi);
  const { queue, run } = runner;
  const { enqueue } = queue;
  // Kept by the payload, which travels through the queue as it is.
  const sites = new WeakMap<object, number | null>();

  queue.enqueue = function (payload) {
    const { isActive } = service(strapi, 'state').snapshot();
    const { info } = payload;
    if (isActive && info) {
      const { kind, ...context } = service(strapi, 'context').current();
      sites.set(info, kind === 'site' && 'number' in context ? context.number : null);
    }
    return enqueue.call(this, payload);
  };

  runner.run = async function (webhook, event, info) {
    // What was not queued is somebody's own call, the button *Trigger* for one.
    if (!info || !sites.has(info)) return run.call(this, webhook, event, info);
    const [only, site] = await Promise.all([
      service(strapi, 'webhooks').siteOf(Number(webhook.id)),
      sites.get(info) ?? siteOfSubject(strapi, info),
    ]);
    if (only !== null && only !== site) return { statusCode: 204, message: 'Of another site.' };
    return run.call(this, withSite(strapi, webhook, site), event, info);
  };
  return () => {
    queue.enqueue = enqueue;
    runner.run = run;
  };
}

/** For code outside any site: a document that is still there says where it belongs. */
async function siteOfSubject(strapi: Core.Strapi, info: object): Promise<number | null> {
  const { uid, entry, media } = info as Info;
  const subject = media ? FILE : uid;
  const documentId = (media ?? entry)?.documentId;
  if (!subject || !documentId) return null;
  if (service(strapi, 'isolation').tables().byUid(subject)?.scope !== 'site') return null;
  return service(strapi, 'registry').siteOf(subject, documentId);
}

function withSite<W extends { headers?: Record<string, string> }>(
  strapi: Core.Strapi,
  webhook: W,
  number: number | null,
): W {
  const site = number === null ? null : service(strapi, 'state').snapshot().sites.get(number);
  return site ? { ...webhook, headers: { ...webhook.headers, [SITE_HEADER]: site.slug } } : webhook;
}
