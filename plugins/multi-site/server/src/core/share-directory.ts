import { ALL_SITES } from '../../../shared/plugin';

export type SharedRow = {
  uid: string;
  documentId: string;
  /** Who reads it; `ALL_SITES` for every site. */
  site: number;
  owner: number;
};

export type ShareDirectory = ReturnType<typeof createShareDirectory>;

type ByType = Map<string, Map<string, number>>;

/**
 * Which documents a site reads besides its own. Asked for every query, so what a site reads of a
 * type is put together once, and a type of which nothing is shared answers null: its queries stay
 * as they are.
 */
export function createShareDirectory(rows: readonly SharedRow[]) {
  const bySite = new Map<number, ByType>();
  const shared = new Set<string>();
  const known = new Map<string, readonly string[] | null>();
  const outward = new Map<number, Set<string>>();

  for (const { uid, documentId, site, owner } of rows) {
    shared.add(keyOf(uid, documentId));
    outward.set(owner, (outward.get(owner) ?? new Set<string>()).add(uid));
    // Left over from before it was moved there.
    if (site === owner) continue;
    const types: ByType = bySite.get(site) ?? new Map();
    const owners = types.get(uid) ?? new Map<string, number>();
    owners.set(documentId, owner);
    types.set(uid, owners);
    bySite.set(site, types);
  }

  function read(site: number, uid: string): readonly string[] | null {
    const own = bySite.get(site)?.get(uid) ?? NOTHING;
    const everywhere = bySite.get(ALL_SITES)?.get(uid) ?? NOTHING;
    const found = new Set(own.keys());
    for (const [documentId, owner] of everywhere) if (owner !== site) found.add(documentId);
    return found.size > 0 ? [...found].sort() : null;
  }

  return {
    isEmpty: bySite.size === 0,

    /** Documents of other sites that a site reads of a type; null where there are none. */
    visible(site: number, uid: string): readonly string[] | null {
      if (bySite.size === 0) return null;
      const key = `${site} ${uid}`;
      const found = known.get(key);
      if (found !== undefined) return found;
      const fresh = read(site, uid);
      known.set(key, fresh);
      return fresh;
    },

    /** The owner of a document that a site reads as a shared one; null where it does not. */
    ownerFor(site: number, uid: string, documentId: string): number | null {
      const own = bySite.get(site)?.get(uid)?.get(documentId);
      if (own !== undefined) return own;
      const everywhere = bySite.get(ALL_SITES)?.get(uid)?.get(documentId);
      return everywhere !== undefined && everywhere !== site ? everywhere : null;
    },

    /** Types of which a site shares something, or reads something of others. */
    typesOf(site: number): string[] {
      const types = new Set(outward.get(site));
      for (const uid of bySite.get(site)?.keys() ?? []) types.add(uid);
      for (const uid of bySite.get(ALL_SITES)?.keys() ?? []) types.add(uid);
      return [...types].sort();
    },

    /** Is it shared with anybody? */
    isShared: (uid: string, documentId: string): boolean => shared.has(keyOf(uid, documentId)),
  };
}

const keyOf = (uid: string, documentId: string) => `${uid} ${documentId}`;
const NOTHING: ReadonlyMap<string, number> = new Map();
