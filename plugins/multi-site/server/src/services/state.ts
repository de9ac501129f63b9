import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { MAIN_SITE, PLUGIN_ID, UID, type Mode } from '../../../shared/plugin';
import { createSiteDirectory, type SiteDirectory } from '../core/site-directory';
import { toSite } from './site-rows';

/** What every instance has to agree on, in Strapi's core store. */
type Stored = {
  /** Changes with every change of sites, members or tokens: older knowledge is thrown away. */
  version: string;
  mode: Mode;
  /** True from the moment the second site is being made. Nothing ever sets it back. */
  isActive: boolean;
};

export type Snapshot = Stored & { sites: SiteDirectory };

// One key for each: who writes one must not write back an old value of another.
const KEYS = { version: 'version', mode: 'mode', isActive: 'is-active' } as const;
const FIRST: Stored = { version: '', mode: 'enforce', isActive: false };

/**
 * What this instance knows of the sites, never older than `stateMaxAgeMs`: one small read per
 * interval, and everything again only when the version changed.
 */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const maxAgeMs: number = strapi.config.get(`plugin::${PLUGIN_ID}.stateMaxAgeMs`);
  let snapshot: Snapshot = { ...FIRST, sites: createSiteDirectory([]) };
  let checkedAt = 0;
  let pending: Promise<Snapshot> | null = null;
  let members = new Map<number, Promise<ReadonlyMap<number, readonly string[]>>>();
  let tokens = new Map<number, Promise<number | '*' | null>>();

  const store = strapi.store({ type: 'plugin', name: PLUGIN_ID });
  const read = async <K extends keyof Stored>(key: K) =>
    ((await store.get({ key: KEYS[key] })) as Stored[K] | null) ?? FIRST[key];

  async function load(): Promise<Snapshot> {
    const version = await read('version');
    if (version !== snapshot.version || version === '') {
      const rows = await strapi.db.query(UID.site).findMany({ orderBy: { number: 'asc' } });
      members = new Map();
      tokens = new Map();
      const sites = createSiteDirectory(rows.map(toSite));
      // The number of sites is a second line: with two of them the border is closed.
      const isActive = (await read('isActive')) || sites.all.length > 1;
      snapshot = { version, mode: await read('mode'), isActive, sites };
    }
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

  return {
    /** How long another instance may not know of a change yet. */
    maxAgeMs,

    /** As this instance last saw it. Never waits: the query layers ask this. */
    snapshot: () => snapshot,

    /** The only site's number while there is no second one. */
    onlySite: () => snapshot.sites.all[0]?.number ?? MAIN_SITE,

    /** Not older than `stateMaxAgeMs`. */
    async fresh(): Promise<Snapshot> {
      if (Date.now() - checkedAt < maxAgeMs) return snapshot;
      pending ??= load().finally(() => {
        pending = null;
      });
      return pending;
    },

    /** After a change of sites, members or tokens: every instance reads again. */
    changed: () => save(),
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
