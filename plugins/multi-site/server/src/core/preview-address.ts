import type { Site } from '../../../shared/contracts/sites';

type Facts = {
  site: Site;
  /** Whose host is this? */
  ownerOf: (host: string) => Site | null;
  /** For an address without one. */
  protocol: 'http' | 'https';
};

/** A site's own host; a wildcard is no address to go to. */
const hostOf = ({ domain }: Site) => (domain && !domain.startsWith('*.') ? domain : null);

/**
 * Where an entry is previewed: on the host of its own site. What the project's preview handler
 * returned is kept wherever it is not on the host of another site; a path gets the site's host.
 */
export function previewAddress(given: string, { site, ownerOf, protocol }: Facts): string {
  const host = hostOf(site);
  if (!host) return given;
  if (given.startsWith('/') && !given.startsWith('//')) {
    return `${protocol}://${host}${site.pathPrefix ?? ''}${given}`;
  }
  if (!URL.canParse(given)) return given;
  const url = new URL(given);
  const owner = ownerOf(url.hostname);
  if (!owner || owner.number === site.number) return given;
  url.hostname = host;
  return url.href;
}

/** The origin that the page around a preview may show, or null where it is no site's host. */
export function originToShow(given: string, ownerOf: Facts['ownerOf']): string | null {
  if (!URL.canParse(given)) return null;
  const { protocol, hostname, origin } = new URL(given);
  const isWeb = protocol === 'http:' || protocol === 'https:';
  return isWeb && ownerOf(hostname) ? origin : null;
}
