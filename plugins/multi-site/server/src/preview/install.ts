import { randomBytes } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { Ctx } from 'suite-kit/server';
import { PLUGIN_ID } from '../../../shared/plugin';
import type { Site } from '../../../shared/contracts/sites';
import { originToShow, previewAddress } from '../core/preview-address';
import { service } from '../services/service';
import { toPublicSite } from '../services/site-rows';
import { framePage, framePolicy } from './frame-page';

const HANDLER = 'admin.preview.config.handler';
/** Beside the plugin's routes, because a browser opens it in a frame without any header. */
const FRAME_PATH = `/_${PLUGIN_ID}/preview`;
const POLICY = 'content-security-policy';

type Params = { documentId?: string } & Record<string, unknown>;
type Handler = (uid: string, params: Params) => unknown;
type Next = () => Promise<unknown>;

/**
 * Strapi's Preview opens an entry on its own site. The project's handler is called as ever, as
 * that site and with `params.site`; its answer is moved to the site's host and shown inside a page
 * of ours, so that a new site needs neither a restart nor a line of configuration.
 * Decoration: with one site nothing is touched.
 */
export function installPreview(strapi: Core.Strapi) {
  const handler: unknown = strapi.config.get(HANDLER);
  if (typeof handler !== 'function') return;
  strapi.config.set(HANDLER, wrap(strapi, handler as Handler));

  strapi.server.use(async (ctx: Ctx, next: Next) => {
    if (ctx.path === FRAME_PATH) return answerFrame(strapi, ctx);
    await next();
    if (service(strapi, 'state').snapshot().isActive) allowOwnFrames(ctx);
    return undefined;
  });
}

const ownerIn = (strapi: Core.Strapi) => (host: string) =>
  service(strapi, 'state').snapshot().sites.byHost(host);

function wrap(strapi: Core.Strapi, handler: Handler): Handler {
  return async (uid, params) => {
    const { isActive } = await service(strapi, 'state').fresh();
    const site = isActive ? await siteOf(strapi, uid, params) : null;
    if (!site) return handler(uid, params);
    const given = await service(strapi, 'context').run(
      site.number,
      async () => await handler(uid, { ...params, site: toPublicSite(site) }),
    );
    if (typeof given !== 'string') return given;
    const protocol = strapi.requestContext.get()?.protocol === 'https' ? 'https' : 'http';
    const ownerOf = ownerIn(strapi);
    const address = previewAddress(given, { site, ownerOf, protocol });
    return originToShow(address, ownerOf)
      ? `${FRAME_PATH}?${new URLSearchParams({ to: address }).toString()}`
      : address;
  };
}

/** The site the person works on; in the network view the entry's own. */
async function siteOf(strapi: Core.Strapi, uid: string, { documentId }: Params) {
  const context = service(strapi, 'context').current();
  if (context.kind === 'site') return siteWith(strapi, context.number);
  const isKept = service(strapi, 'isolation').tables().byUid(uid)?.scope === 'site';
  if (!isKept || !documentId) return null;
  const stored = await service(strapi, 'registry').siteOf(uid, documentId);
  return stored === null ? null : siteWith(strapi, stored);
}

const siteWith = (strapi: Core.Strapi, number: number): Site | null =>
  service(strapi, 'state').snapshot().sites.get(number);

function answerFrame(strapi: Core.Strapi, ctx: Ctx) {
  const { to } = ctx.query;
  const address = typeof to === 'string' ? to : '';
  const origin = originToShow(address, ownerIn(strapi));
  ctx.set('Cache-Control', 'no-store');
  if (!origin) {
    ctx.status = 404;
    ctx.body = 'Not Found';
    return;
  }
  const nonce = randomBytes(16).toString('base64');
  ctx.type = 'text/html';
  ctx.set(POLICY, framePolicy({ origin, nonce }));
  ctx.set('X-Frame-Options', 'SAMEORIGIN');
  ctx.set('X-Content-Type-Options', 'nosniff');
  ctx.set('Referrer-Policy', 'no-referrer');
  ctx.body = framePage({ address, nonce });
}

/** Strapi puts the configured origins into `frame-src` and forgets the admin's own. */
function allowOwnFrames(ctx: Ctx) {
  const policy = ctx.response.get(POLICY);
  if (!policy) return;
  const allowed = policy.replace(
    /(^|;)(\s*)frame-src ([^;]*)/,
    (whole, start, gap, list: string) =>
      list.split(/\s+/).includes("'self'") ? whole : `${start}${gap}frame-src 'self' ${list}`,
  );
  if (allowed !== policy) ctx.set(POLICY, allowed);
}
