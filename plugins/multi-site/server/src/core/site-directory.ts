import type { Site } from '../../../shared/contracts/sites';
import { normalizeHost, wildcardOf } from './host';

const KNOWN_HOSTS_LIMIT = 10_000;

export type SiteDirectory = ReturnType<typeof createSiteDirectory>;

/**
 * All sites, indexed once per change, so that resolving a request is a few map look-ups however
 * many sites there are. Archived sites are found by id and number, never by host.
 */
export function createSiteDirectory(sites: readonly Site[]) {
  const byNumber = new Map(sites.map((site) => [site.number, site]));
  const byId = new Map(sites.map((site) => [site.id, site]));
  const bySlug = new Map(sites.map((site) => [site.slug, site]));
  const byHost = new Map<string, Site>();
  const byPrefix = new Map<string, Site>();

  const reachable = sites.filter((site) => site.status !== 'archived');
  for (const site of reachable) {
    for (const host of [site.domain, ...site.aliases]) if (host) byHost.set(host, site);
    if (site.pathPrefix) byPrefix.set(site.pathPrefix, site);
  }
  const defaultSite = reachable.find((site) => site.isDefault) ?? reachable[0] ?? null;

  function byPath(path: string): Site | null {
    if (byPrefix.size === 0) return null;
    const segments = path.split('/').filter(Boolean);
    for (let depth = Math.min(segments.length, 6); depth > 0; depth -= 1) {
      const site = byPrefix.get(`/${segments.slice(0, depth).join('/')}`);
      if (site) return site;
    }
    return null;
  }

  // Every request asks, and few hosts ask most of the time. Bounded: anybody may send any host.
  const knownHosts = new Map<string, Site | null>();
  function byHostName(host: string): Site | null {
    const known = knownHosts.get(host);
    if (known !== undefined) return known;
    const name = normalizeHost(host);
    const wildcard = name ? wildcardOf(name) : null;
    const site =
      (name ? byHost.get(name) : undefined) ??
      (wildcard ? byHost.get(wildcard) : undefined) ??
      null;
    if (knownHosts.size >= KNOWN_HOSTS_LIMIT) knownHosts.clear();
    knownHosts.set(host, site);
    return site;
  }

  return {
    all: sites,
    defaultSite,
    get: (number: number) => byNumber.get(number) ?? null,
    getById: (id: string) => byId.get(id) ?? null,
    /** By documentId or slug: what a client may write into the X-Site header. */
    find: (name: string) => byId.get(name) ?? bySlug.get(name) ?? null,
    /** The site that a host leads to by its name, not because none does. */
    byHost: byHostName,

    /** Exact host, then wildcard host, then path prefix (as `path` says it), then the default. */
    resolve({ host, path }: { host: string | null; path?: string | null }): Site | null {
      return (host ? byHostName(host) : null) ?? (path ? byPath(path) : null) ?? defaultSite;
    },
  };
}
