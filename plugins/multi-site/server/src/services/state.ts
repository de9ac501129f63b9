import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { MAIN_SITE, PLUGIN_ID, UID, type Mode } from '../../../shared/plugin';
import { createShareDirectory, type ShareDirectory } from '../core/share-directory';
import { createSiteDirectory, type SiteDirectory } from '../core/site-directory';
import { readShares } from '../sharing/read-shares';
import { toSite } from './site-rows';

/** What every instance has to agree on, in Strapi's core store. */
type Stored = {
  /** Changes with every change of sites, members or tokens: older knowledge is thrown away. */
  version: string;
  mode: Mode;
  /** True from the moment the second site is being made. Nothing ever sets it back. */
  isActive: boolean;
  /** The same as `version` for what sites share, which changes more often than the sites. */
  sharesVersion: string;
};

export type Snapshot = Stored & { sites: SiteDirectory; shares: ShareDirectory };

// One key for each: who writes one must not write back an old value of another.
const KEYS = {
  version: 'version',
  mode: 'mode',
  isActive: 'is-active',
  sharesVersion: 'shares-version',
} as const;
const FIRST: Stored = { version: '', mode: 'enforce', isActive: false, sharesVersion: '' };

/**
 * What this instance knows of the sites, never older than `stateMaxAgeMs`: one small read per
 * interval, and everything again only when the version changed.
 */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const maxAgeMs: number = strapi.config.get(`plugin::${PLUGIN_ID}.stateMaxAgeMs`);
  let snapshot: Snapshot = {
    ...FIRST,
    sites: createSiteDirectory([]),
    shares: createShareDirectory([]),
  };
  let hasReadShares = false;
  let started = 0;
  let newest: Promise<Snapshot> = Promise.resolve(snapshot);
  let checkedAt = 0;
  let pending: Promise<Snapshot> | null = null;
  let members = new Map<number, Promise<ReadonlyMap<number, readonly string[]>>>();
  let tokens = new Map<number, Promise<number | '*' | null>>();

  const isFresh = () => Date.now() - checkedAt < maxAgeMs;
  const store = strapi.store({ type: 'plugin', name: PLUGIN_ID });
  const read = async <K extends keyof Stored>(key: K) =>
    ((await store.get({ key: KEYS[key] })) as Stored[K] | null) ?? FIRST[key];

  function load(): Promise<Snapshot> {
    started += 1;
    newest = reload(started);
    return newest;
  }

  async function reload(mine: number): Promise<Snapshot> {
    const before = snapshot;
    let next = before;
    const version = await read('version');
    if (version !== before.version || version === '') {
      const rows = await strapi.db.query(UID.site).findMany({ orderBy: { number: 'asc' } });
      members = new Map();
      tokens = new Map();
      const sites = createSiteDirectory(rows.map(toSite));
      // The number of sites is a second line: with two of them the border is closed.
      const isActive = (await read('isActive')) || sites.all.length > 1;
      const mode = await read('mode');
      next = { ...next, version, mode, isActive, sites };
    }
    const sharesVersion = await read('sharesVersion');
    if (sharesVersion !== before.sharesVersion || !hasReadShares) {
      const shares = createShareDirectory(await readShares(strapi));
      next = { ...next, sharesVersion, shares };
      hasReadShares = true;
    }
    // One that began before a change and ends after it would bring back what was before.
    if (mine !== started && !strapi.db.inTransaction()) return newest;
    snapshot = next;
    checkedAt = Date.now();
    return snapshot;
  }

  /** Everything is written before the version, so that nobody keeps what is half of it. */
  async function save<K extends keyof Stored>(key?: K, value?: Stored[K]) {
    if (key !== undefined) await store.set({ key: KEYS[key], value });
    await store.set({ key: KEYS.version, value: randomUUID() });
    pending = null;
    return load();
  }

  async function saveShares() {
    await store.set({ key: KEYS.sharesVersion, value: randomUUID() });
    pending = null;
    return load();
  }

  return {
    /** How long another instance may not know of a change yet. */
    maxAgeMs,

    /** As this instance last saw it. Never waits: the query layers ask this. */
    snapshot: () => snapshot,

    /** The only site's number while there is no second one. */
    onlySite: () => snapshot.sites.all[0]?.number ?? MAIN_SITE,

    /** Is the snapshot young enough, without waiting for anything? */
    isFresh,

    /** Not older than `stateMaxAgeMs`. */
    async fresh(): Promise<Snapshot> {
      if (isFresh()) return snapshot;
      // Whoever holds SQLite's only connection must not wait for a read that waits for it.
      if (strapi.db.inTransaction()) return load();
      pending ??= load().finally(() => {
        pending = null;
      });
      return pending;
    },

    /** After a change of sites, members or tokens: every instance reads again. */
    changed: () => save(),
    /** After a change of what sites share: inside the transaction of that change, and after it. */
    sharesChanged: saveShares,
    setMode: (mode: Mode) => save('mode', mode),
    setActive: () => save('isActive', true),

    /** A person's memberships: site number → role codes. */
    membershipsOf(userId: number): Promise<ReadonlyMap<number, readonly string[]>> {
      const known = members.get(userId);
      if (known) return known;
      const loading = readMemberships(strapi, userId);
      members.set(userId, loading);
      loading.catch(() => members.delete(userId));
      return loading;
    },

    /** What an API token opens: a site, all of them, or nothing. */
    bindingOf(tokenId: number): Promise<number | '*' | null> {
      const known = tokens.get(tokenId);
      if (known) return known;
      const loading = readBinding(strapi, tokenId);
      tokens.set(tokenId, loading);
      loading.catch(() => tokens.delete(tokenId));
      return loading;
    },
  };
};

async function readMemberships(strapi: Core.Strapi, userId: number) {
  const rows: { siteId: number; role: string }[] = await strapi.db
    .query(UID.siteUser)
    .findMany({ where: { userId }, orderBy: { id: 'asc' } });
  const bySite = new Map<number, string[]>();
  for (const row of rows) bySite.set(row.siteId, [...(bySite.get(row.siteId) ?? []), row.role]);
  return bySite;
}

async function readBinding(strapi: Core.Strapi, tokenId: number): Promise<number | '*' | null> {
  const row: { siteId: number | null } | null = await strapi.db
    .query(UID.siteToken)
    .findOne({ where: { tokenId } });
  if (!row) return null;
  return row.siteId ?? '*';
}
