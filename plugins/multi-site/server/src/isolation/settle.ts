import type { Core } from '@strapi/strapi';
import type { Ctx } from 'suite-kit/server';
import { SITE_HEADER } from '../../../shared/plugin';
import { settleAccess, type Access, type Caller } from '../core/access';
import type { SiteContext } from '../core/site-context';
import { errors } from '../errors';
import { STATE_KEY } from '../services/context';
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
    return authenticate.call(this, ctx, async () => {
      ctx.state[STATE_KEY] = await settleRequest(strapi, ctx);
      return next();
    });
  };
  return () => {
    auth.authenticate = authenticate;
  };
}

async function settleRequest(strapi: Core.Strapi, ctx: Ctx): Promise<SiteContext> {
  const { isActive, sites } = await service(strapi, 'state').fresh();
  if (!isActive) {
    const [only] = sites.all;
    return only ? { kind: 'site', number: only.number } : { kind: 'network' };
  }
  // Else a cache in front of the content API would mix sites.
  if (routeOf(ctx)?.info?.type === 'content-api') ctx.vary(`Host, ${SITE_HEADER}`);
  const access = await accessOf(strapi, ctx, await findCaller(strapi, ctx));
  return access.kind === 'refused'
    ? { kind: 'unsettled', reason: REFUSALS[access.because] }
    : access;
}

/** The decision for a caller and what the request wishes for. */
export async function accessOf(strapi: Core.Strapi, ctx: Ctx, caller: Caller): Promise<Access> {
  const { sites } = await service(strapi, 'state').fresh();
  // Koa believes X-Forwarded-Host only behind a configured proxy; the prefix follows its rule.
  const isProxied = strapi.config.get<boolean>('server.proxy.koa', false);
  const wish = {
    header: ctx.get(SITE_HEADER).trim() || null,
    host: ctx.host || null,
    path: isProxied ? ctx.get('X-Forwarded-Prefix') || null : null,
  };
  return settleAccess(caller, wish, sites);
}
