import type { Core } from '@strapi/strapi';
import type { Ctx } from 'suite-kit/server';
import { SITE_HEADER } from '../../../shared/plugin';
import { settleAccess, type Access, type Caller, type Wish } from '../core/access';
import type { SiteContext } from '../core/site-context';
import { errors } from '../errors';
import { STATE_KEY, type SettledSite } from '../services/context';
import { service } from '../services/service';
import { findCaller } from './callers';
import { authOf, routeOf } from './strapi-parts';

const REFUSALS: Record<Extract<Access, { kind: 'refused' }>['because'], () => Error> = {
  'not-a-member': () => errors.NOT_A_MEMBER(),
  'no-network-access': () => errors.NO_NETWORK_ACCESS(),
  'no-site-chosen': () => errors.NO_SITE_CHOSEN(),
  'token-without-site': () => errors.TOKEN_WITHOUT_SITE(),
  'not-live': () => errors.SITE_NOT_LIVE(),
  maintenance: () => errors.SITE_IN_MAINTENANCE(),
};

/**
 * Settles the site of every request right after Strapi's own authentication and before any
 * policy or controller: the endpoint composer asks this service per request, for `auth: false`
 * routes and GraphQL as well. A refusal is kept, not thrown: it only stops what touches site
 * content, so that login and the admin's own start-up routes work without a site.
 * Access: fails closed, an unsettled request reads no site content.
 */
export function installSettling(strapi: Core.Strapi): () => void {
  const auth = authOf(strapi);
  const { authenticate } = auth;
  auth.authenticate = function (ctx, next) {
    authenticating.add(ctx);
    return authenticate.call(this, ctx, async () => {
      authenticating.delete(ctx);
      ctx.state[STATE_KEY] = await settleRequest(strapi, ctx);
      return next();
    });
  };
  return () => {
    auth.authenticate = authenticate;
  };
}

/**
 * Strapi authenticates a GET twice, for its route of public files and for the one that is meant: that
 * a request was settled once does not say that nobody will settle it again.
 */
const authenticating = new WeakSet<Ctx>();

/** Is it Strapi's own authentication that looks at this request now? */
export const isAuthenticating = (ctx: Ctx): boolean => authenticating.has(ctx);

async function settleRequest(strapi: Core.Strapi, ctx: Ctx): Promise<SettledSite> {
  const state = service(strapi, 'state');
  const { isActive, sites } = state.isFresh() ? state.snapshot() : await state.fresh();
  if (!isActive) {
    const [only] = sites.all;
    return only ? { kind: 'site', number: only.number } : { kind: 'network' };
  }
  // Else a cache in front of the content API would mix sites.
  if (routeOf(ctx)?.info?.type === 'content-api') ctx.vary(`Host, ${SITE_HEADER}`);
  const caller = await findCaller(strapi, ctx);
  // Strapi's route of public files comes before every other one and asks for no content.
  if (caller.kind === 'visitor') {
    return () => toContext(settleAccess(caller, wishOf(ctx), sites));
  }
  return toContext(settleAccess(caller, wishOf(ctx), sites));
}

const toContext = (access: Access): SiteContext =>
  access.kind === 'refused' ? { kind: 'unsettled', reason: REFUSALS[access.because] } : access;

/** The site of a caller whom a handler found out by itself. */
export const settledFor = async (strapi: Core.Strapi, ctx: Ctx, caller: Caller) =>
  toContext(await accessOf(strapi, ctx, caller));

/** The decision for a caller and what the request wishes for. */
export async function accessOf(strapi: Core.Strapi, ctx: Ctx, caller: Caller): Promise<Access> {
  const { sites } = await service(strapi, 'state').fresh();
  return settleAccess(caller, wishOf(ctx), sites);
}

const wishOf = (ctx: Ctx): Wish => ({
  header: ctx.get(SITE_HEADER).trim() || null,
  host: ctx.host || null,
  // Koa believes X-Forwarded-Host only behind a configured proxy; the prefix follows its rule.
  path: ctx.app.proxy ? ctx.get('X-Forwarded-Prefix') || null : null,
});
