import type { Core } from '@strapi/strapi';
import type { Ctx } from 'suite-kit/server';
import type { Site } from '../../../shared/contracts/sites';
import { decideCors } from '../core/cors';
import { robotsText } from '../core/robots';
import type { SiteDirectory } from '../core/site-directory';
import { isMaintained, maintenancePage } from '../core/maintenance-page';
import { SITE_HEADER } from '../../../shared/plugin';
import { STATE_KEY, type SettledSite } from '../services/context';
import { service } from '../services/service';
import { serverFacts } from './facts';
import { sitemapOf } from './sitemap';

const HERE = '/_multi-site/here';
const RETRY_AFTER_SECONDS = '300';

type Next = () => Promise<unknown>;

/**
 * What a site's host answers besides its content: robots.txt, sitemap.xml, the way from an alias
 * to the domain, the page shown during maintenance, and which origins may read its API. Around
 * everything else; while one site exists it does nothing. Decoration: it never stops a request.
 */
export function installEdge(strapi: Core.Strapi) {
  const { apiPrefix, adminPath } = serverFacts(strapi);

  // Not async itself: every request of the API passes here, and nearly all of them just pass.
  strapi.server.use((ctx: Ctx, next: Next) => {
    const { isActive, sites } = service(strapi, 'state').snapshot();
    if (ctx.path === HERE) return answerHere(strapi, ctx);
    if (!isActive || isUnder(ctx.path, adminPath)) return next();
    if (isUnder(ctx.path, apiPrefix)) {
      const origin = ctx.get('Origin');
      return origin ? withCors(strapi, { ctx, origin, next }) : next();
    }
    const isPage = ctx.method === 'GET' || ctx.method === 'HEAD';
    return isPage ? answerPage(ctx, sites, next) : next();
  });

  async function answerPage(ctx: Ctx, sites: SiteDirectory, next: Next) {
    await service(strapi, 'state').fresh();
    const named = sites.byHost(ctx.host);
    if (named && redirectsTo(named, ctx)) return undefined;
    const site = named ?? sites.defaultSite;
    if (!site) return next();
    if (ctx.path === '/robots.txt') return answerRobots(ctx, site);
    if (ctx.path === '/sitemap.xml') return answerSitemap(strapi, { ctx, site, next });
    const wantsPage = named && isMaintained(named) && ctx.accepts('html', 'json') === 'html';
    if (wantsPage && !isAsset(ctx.path)) return answerMaintenance(ctx, named);
    return next();
  }
}

const isUnder = (path: string, prefix: string) => path === prefix || path.startsWith(`${prefix}/`);

/** Pictures and scripts of a page; Strapi's own health check and uploads. */
const isAsset = (path: string) =>
  path === '/_health' || path.startsWith('/uploads/') || /\.[a-z0-9]{2,5}$/i.test(path);

function answerHere(strapi: Core.Strapi, ctx: Ctx) {
  ctx.type = 'text/plain';
  ctx.set('Cache-Control', 'no-store');
  ctx.body = service(strapi, 'domains').mark();
}

/** From an alias to the domain, when the site wants it; a wildcard is no address to go to. */
function redirectsTo(site: Site, ctx: Ctx): boolean {
  const { domain, aliases, settings } = site;
  if (!settings.redirectAliases || !domain || domain.startsWith('*.')) return false;
  const [host = '', port] = ctx.host.split(':');
  if (!aliases.includes(host.toLowerCase())) return false;
  ctx.status = 301;
  ctx.set('Location', `${ctx.protocol}://${domain}${port ? `:${port}` : ''}${ctx.url}`);
  ctx.vary('Host');
  return true;
}

/** The address people know the site by. */
function originOf(site: Site, ctx: Ctx): string {
  const [, port] = ctx.host.split(':');
  const isNamed = site.domain !== null && !site.domain.startsWith('*.');
  const host = isNamed ? `${site.domain ?? ''}${port ? `:${port}` : ''}` : ctx.host;
  return `${ctx.protocol}://${host}${site.pathPrefix ?? ''}`;
}

function answerRobots(ctx: Ctx, site: Site) {
  const hasSitemap = Object.keys(site.settings.urls ?? {}).length > 0;
  const sitemap = hasSitemap ? `${originOf(site, ctx)}/sitemap.xml` : null;
  ctx.type = 'text/plain';
  ctx.vary('Host');
  ctx.body = robotsText(site, { sitemap });
}

async function answerSitemap(
  strapi: Core.Strapi,
  { ctx, site, next }: { ctx: Ctx; site: Site; next: Next },
) {
  const hasAddresses = Object.keys(site.settings.urls ?? {}).length > 0;
  if (!hasAddresses || site.status !== 'live') return next();
  ctx.type = 'application/xml';
  ctx.vary('Host');
  ctx.body = await sitemapOf(strapi, { site, origin: originOf(site, ctx) });
  return undefined;
}

function answerMaintenance(ctx: Ctx, site: Site) {
  ctx.status = 503;
  ctx.type = 'text/html';
  ctx.set('Retry-After', RETRY_AFTER_SECONDS);
  ctx.set('Cache-Control', 'no-store');
  ctx.vary('Host');
  ctx.body = maintenancePage(site);
}

/** The site's own list of origins is laid over what Strapi's CORS middleware answers. */
async function withCors(
  strapi: Core.Strapi,
  { ctx, origin, next }: { ctx: Ctx; origin: string; next: Next },
) {
  await next();
  const decision = decideCors(origin, siteOf(strapi, ctx)?.settings.cors?.origins);
  if (decision.kind === 'leave') return;
  ctx.vary('Origin');
  if (decision.kind === 'allow') {
    ctx.set('Access-Control-Allow-Origin', decision.origin);
    return;
  }
  for (const name of Object.keys(ctx.response.headers)) {
    if (name.toLowerCase().startsWith('access-control-')) ctx.remove(name);
  }
}

/** The site the request was settled for; a browser's question before it carries no token. */
function siteOf(strapi: Core.Strapi, ctx: Ctx): Site | null {
  const { sites } = service(strapi, 'state').snapshot();
  const held = ctx.state[STATE_KEY] as SettledSite | undefined;
  const settled = typeof held === 'function' ? held() : held;
  if (settled?.kind === 'site') return sites.get(settled.number);
  const wanted = ctx.get(SITE_HEADER);
  const named = wanted ? sites.find(wanted) : null;
  if (named?.settings.headerAccess) return named;
  return sites.resolve({ host: ctx.host });
}
