import type { SwitchSite } from '../../../shared/contracts/switch';

export type SiteGroup = { kind: 'favourites' | 'recents' | 'all' | 'matches'; sites: SwitchSite[] };

/** So many rows are drawn at most; the search narrows the rest. */
export const SHOWN_LIMIT = 50;

/** With fewer sites than this everything is in view and groups would only be in the way. */
const GROUPS_FROM = 7;

/**
 * The rows of the switcher. Each site stands in one group only: favourites, then the
 * recently used, then the others by name. A search puts all matches into one group.
 */
export function groupSites(options: {
  sites: SwitchSite[];
  query: string;
  favourites: string[];
  recents: string[];
}): SiteGroup[] {
  const { sites, query, favourites, recents } = options;
  const byName = [...sites].sort((a, b) => a.name.localeCompare(b.name));
  if (query.trim()) return present([{ kind: 'matches', sites: byName.filter(matching(query)) }]);

  const starred = byName.filter((site) => favourites.includes(site.id));
  const isLong = sites.length >= GROUPS_FROM;
  const recent = isLong ? inOrder(sites, recents, favourites) : [];
  const taken = new Set([...starred, ...recent].map((site) => site.id));
  return present([
    { kind: 'favourites', sites: starred },
    { kind: 'recents', sites: recent },
    { kind: 'all', sites: byName.filter((site) => !taken.has(site.id)) },
  ]);
}

function matching(query: string) {
  const words = query.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return ({ name, slug, domain }: SwitchSite) => {
    const text = `${name} ${slug} ${domain ?? ''}`.toLocaleLowerCase();
    return words.every((word) => text.includes(word));
  };
}

const inOrder = (sites: SwitchSite[], ids: string[], except: string[]) =>
  ids
    .filter((id) => !except.includes(id))
    .flatMap((id) => sites.find((site) => site.id === id) ?? []);

const present = (groups: SiteGroup[]) => groups.filter((group) => group.sites.length > 0);
