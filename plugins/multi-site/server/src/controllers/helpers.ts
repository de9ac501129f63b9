import type { Core } from '@strapi/strapi';
import type { Ctx } from 'suite-kit/server';
import type { Site } from '../../../shared/contracts/sites';
import { errors } from '../errors';
import { isNetworkRequest } from '../isolation/callers';
import { service } from '../services/service';

/**
 * The site a request names, if it may: whoever sees the network reaches all, everybody else
 * the site the request is settled for. A foreign site answers exactly like none at all.
 */
export async function reachSite(strapi: Core.Strapi, ctx: Ctx, id: string): Promise<Site> {
  if (id === CURRENT) return currentSite(strapi);
  const site = await service(strapi, 'sites').find(id);
  if (site && (await mayReach(strapi, ctx))(site)) return site;
  throw errors.SITE_NOT_FOUND();
}

/** Instead of an id: the site of this request, also where there is only one. */
const CURRENT = 'current';

function currentSite(strapi: Core.Strapi): Site {
  const { isActive, sites } = service(strapi, 'state').snapshot();
  const [only] = sites.all;
  return !isActive && only ? only : service(strapi, 'sites').current();
}

/** Which sites this request may act on. */
export async function mayReach(strapi: Core.Strapi, ctx: Ctx): Promise<(site: Site) => boolean> {
  if (await isNetworkRequest(strapi, ctx)) return () => true;
  const context = service(strapi, 'context').current();
  if (context.kind === 'unsettled') throw context.reason();
  return (site) => context.kind === 'site' && site.number === context.number;
}
