import type { Core } from '@strapi/strapi';
import { findBrowserKeys, handle, type Ctx } from 'suite-kit/server';
import { EVENT_LIMITS, eventBatch, readEvents } from 'suite-kit/shared';
import { assignmentsQuery, featuresParams } from '../../../shared/contracts/experiments';
import { VISITOR_HEADER } from '../../../shared/plugin';
import { isBot } from '../core/experiments/assign';
import { errors } from '../errors';
import { service } from '../services/service';

/** What visitors' browsers ask and tell. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  assignments: handle({ query: assignmentsQuery }, async ({ query, ctx }) => {
    const visitor = query.visitor ?? ctx.get(VISITOR_HEADER);
    ctx.set('Cache-Control', 'private, no-store');
    if (visitor === '' || isBot(ctx.get('user-agent'))) return { data: [] };
    const version = service(strapi, 'variants').version();
    return { data: await service(strapi, 'assignments').forVisitor(visitor, version) };
  }),

  /** Running tests as GrowthBook's SDKs read them; keys and weights, never content. */
  async features(ctx: Ctx) {
    const { clientKey } = featuresParams.parse(ctx.params);
    const site = await siteOf(strapi, ctx, clientKey);
    ctx.body = await service(strapi, 'assignments').features(
      site,
      service(strapi, 'variants').version(),
    );
  },

  /**
   * A batch of events, as JSON or as text/plain, which `sendBeacon` sends without asking the
   * server first. Answered before anything is written.
   */
  async events(ctx: Ctx) {
    const body = eventBatch.safeParse(readBody(ctx.request.body));
    if (!body.success) throw errors.INVALID_EVENTS();
    const { batch, writeKey } = body.data;
    const site = await siteOf(strapi, ctx, writeKey);
    if (!service(strapi, 'events').mayCome(ctx.ip, batch.length)) throw errors.TOO_MANY_EVENTS();
    const { events, refused } = readEvents(batch.slice(0, EVENT_LIMITS.batch));
    const isCounted = !isBot(ctx.get('user-agent'));
    const accepted = isCounted ? service(strapi, 'events').accept(events, site) : 0;
    ctx.status = 202;
    ctx.body = { data: { accepted, refused }, meta: {} };
  },
});

/** The site of the browser key; any of the plugins may keep it. */
async function siteOf(
  strapi: Core.Strapi,
  ctx: Ctx,
  writeKey: string | undefined,
): Promise<number> {
  const key = writeKey ?? ctx.get('x-browser-key');
  const found = await findBrowserKeys(strapi)?.verify({ key, origin: ctx.get('origin') });
  if (!found) throw errors.EVENTS_REFUSED();
  return found.site;
}

function readBody(body: unknown): unknown {
  if (typeof body !== 'string') return body;
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
