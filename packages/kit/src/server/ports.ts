import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

/** A site as other plugins need to know it. */
export type SiteRef = {
  id: string;
  number: number;
  name: string;
  slug: string;
  domain: string | null;
  isDefault: boolean;
  locales: string[];
  defaultLocale?: string;
  timeZone?: string;
};

/**
 * What the running code may see. `single`: no multi-site, or only one site, so nothing is
 * narrowed. `network`: all sites at once, or no request at all.
 */
export type SiteScope =
  | { kind: 'single' }
  | { kind: 'site'; number: number; isDefault: boolean }
  | { kind: 'network' };

/** Stamp of rows that were written while there were no sites. The default site owns them. */
export const NO_SITE = 0;

type Context =
  | { kind: 'site'; number: number }
  | { kind: 'network' }
  | { kind: 'unscoped' }
  | { kind: 'unsettled'; reason: () => Error };

type PortSite = {
  id: string;
  number: number;
  name: string;
  slug: string;
  domain: string | null;
  isDefault: boolean;
  settings: { locales?: string[]; defaultLocale?: string; timeZone?: string };
};
type Snapshot = {
  isActive: boolean;
  sites: { all: readonly PortSite[]; defaultSite: PortSite | null };
};

/** As much of multi-site as its neighbours use. Its services are untyped in Strapi. */
type MultiSitePort = {
  context: {
    current(): Context;
    run<T>(site: number, work: () => T): T;
    runUnscoped<T>(work: () => T): T;
  };
  state: { snapshot(): Snapshot; fresh(): Promise<Snapshot>; onlySite(): number };
};

const PLUGIN = 'multi-site';

function portOf(strapi: Core.Strapi): MultiSitePort | null {
  // Strapi's type says that it is always there.
  if (!(PLUGIN in strapi.plugins)) return null;
  const plugin = strapi.plugin(PLUGIN);
  return {
    context: plugin.service<MultiSitePort['context']>('context'),
    state: plugin.service<MultiSitePort['state']>('state'),
  };
}

/**
 * For which site the running code is.
 *
 * @throws multi-site's own refusal when the request has no site it may see: closed, not empty.
 */
export function siteScope(strapi: Core.Strapi): SiteScope {
  const port = portOf(strapi);
  if (!port) return { kind: 'single' };
  const { isActive, sites } = port.state.snapshot();
  if (!isActive) return { kind: 'single' };
  const context = port.context.current();
  if (context.kind === 'unsettled') throw context.reason();
  if (context.kind !== 'site') return { kind: 'network' };
  const isDefault = sites.defaultSite?.number === context.number;
  return { kind: 'site', number: context.number, isDefault };
}

/** All sites, the default one included; empty without multi-site. */
export async function listSites(strapi: Core.Strapi): Promise<SiteRef[]> {
  const port = portOf(strapi);
  if (!port) return [];
  const { sites } = await port.state.fresh();
  return sites.all.map(({ id, number, name, slug, domain, isDefault, settings }) => ({
    id,
    number,
    name,
    slug,
    domain,
    isDefault,
    locales: settings.locales ?? [],
    ...(settings.defaultLocale && { defaultLocale: settings.defaultLocale }),
    ...(settings.timeZone && { timeZone: settings.timeZone }),
  }));
}

/**
 * The site that a new row gets: the one it is for, else the one the code runs for.
 *
 * @param explicit what the caller asked for. Inside a site only that site is allowed.
 * @throws ValidationError `SITE_NEEDED` in the network view without a site, `OTHER_SITE` when
 *   code of one site writes for another, `SITE_UNKNOWN` for a number no site has.
 */
export function siteNumberFor(strapi: Core.Strapi, explicit?: number): number {
  const scope = siteScope(strapi);
  if (scope.kind === 'single') return portOf(strapi)?.state.onlySite() ?? NO_SITE;
  if (scope.kind === 'site') {
    if (explicit !== undefined && explicit !== scope.number && explicit !== NO_SITE) {
      throw new errors.ValidationError('This belongs to another site.', { code: 'OTHER_SITE' });
    }
    return scope.number;
  }
  if (explicit === undefined) {
    throw new errors.ValidationError('Choose the site that this is for.', { code: 'SITE_NEEDED' });
  }
  const sites = portOf(strapi)?.state.snapshot().sites;
  if (explicit === NO_SITE) return sites?.defaultSite?.number ?? NO_SITE;
  if (!sites?.all.some(({ number }) => number === explicit)) {
    throw new errors.ValidationError('There is no such site.', { code: 'SITE_UNKNOWN' });
  }
  return explicit;
}

/** Runs `work` for the site that a row carries. Rows of no site run for the default one. */
export function runInSite<T>(strapi: Core.Strapi, site: number, work: () => T): T {
  const port = portOf(strapi);
  if (!port) return work();
  const number = site === NO_SITE ? port.state.snapshot().sites.defaultSite?.number : site;
  return number === undefined ? port.context.runUnscoped(work) : port.context.run(number, work);
}

/**
 * Runs `work` with nothing narrowed. Queues and timers that are first made inside a request
 * would keep that request's site for ever: make them in here.
 */
export function runUnscoped<T>(strapi: Core.Strapi, work: () => T): T {
  const port = portOf(strapi);
  return port ? port.context.runUnscoped(work) : work();
}
