import type { Site } from '../../../shared/contracts/sites';
import { NETWORK } from '../../../shared/plugin';
import type { SiteDirectory } from './site-directory';

/** Who asks. Found out by Strapi's own authentication, never by us. */
export type Caller =
  | { kind: 'admin'; isNetwork: boolean; siteNumbers: ReadonlySet<number> }
  /** `binding`: a site's number, all sites, or nothing at all. */
  | { kind: 'token'; binding: number | typeof NETWORK | null }
  /** Anonymous visitors and front-end users. */
  | { kind: 'visitor' };

export type Wish = {
  /** The X-Site header: a documentId, a slug, or `*`. */
  header: string | null;
  host: string | null;
  path: string | null;
};

export type Access =
  | { kind: 'site'; number: number }
  | { kind: 'network' }
  | {
      kind: 'refused';
      because:
        | 'not-a-member'
        | 'no-network-access'
        | 'no-site-chosen'
        | 'token-without-site'
        | 'not-live'
        | 'maintenance';
    };

/**
 * Settles for which site a request is. The header is a wish, the caller's rights decide:
 * a token's binding beats any header, a member reaches only the own sites, a visitor gets the
 * host's site. An unknown site is refused exactly like a foreign one.
 */
export function settleAccess(caller: Caller, wish: Wish, sites: SiteDirectory): Access {
  if (caller.kind === 'admin') return forAdmin(caller, wish, sites);
  if (caller.kind === 'token') return forToken(caller, wish, sites);
  return forVisitor(wish, sites);
}

function forAdmin(
  caller: Extract<Caller, { kind: 'admin' }>,
  wish: Wish,
  sites: SiteDirectory,
): Access {
  if (!wish.header) return { kind: 'refused', because: 'no-site-chosen' };
  if (wish.header === NETWORK) {
    return caller.isNetwork
      ? { kind: 'network' }
      : { kind: 'refused', because: 'no-network-access' };
  }
  const site = sites.find(wish.header);
  const mayEnter =
    site !== null &&
    (caller.isNetwork || (caller.siteNumbers.has(site.number) && site.status !== 'archived'));
  return mayEnter ? toSite(site) : { kind: 'refused', because: 'not-a-member' };
}

function forToken(
  caller: Extract<Caller, { kind: 'token' }>,
  wish: Wish,
  sites: SiteDirectory,
): Access {
  if (caller.binding === null) return { kind: 'refused', because: 'token-without-site' };
  if (caller.binding !== NETWORK) {
    const bound = sites.get(caller.binding);
    const isOpen = bound !== null && bound.status !== 'archived';
    return isOpen ? toSite(bound) : { kind: 'refused', because: 'token-without-site' };
  }
  if (wish.header === NETWORK) return { kind: 'network' };
  if (!wish.header) return fromHost(wish, sites);
  const site = sites.find(wish.header);
  return site ? toSite(site) : { kind: 'refused', because: 'not-a-member' };
}

function forVisitor(wish: Wish, sites: SiteDirectory): Access {
  const wanted = wish.header ? sites.find(wish.header) : null;
  if (wanted && wanted.settings.headerAccess === true) return openTo(wanted);
  return fromHost(wish, sites, openTo);
}

function fromHost(wish: Wish, sites: SiteDirectory, open = toSite): Access {
  const site = sites.resolve(wish);
  return site ? open(site) : { kind: 'refused', because: 'not-live' };
}

function toSite(site: Site): Access {
  return { kind: 'site', number: site.number };
}

/** Visitors see live sites only; whoever has a token or a login prepares the others. */
function openTo(site: Site): Access {
  if (site.status === 'maintenance') return { kind: 'refused', because: 'maintenance' };
  return site.status === 'live' ? toSite(site) : { kind: 'refused', because: 'not-live' };
}
