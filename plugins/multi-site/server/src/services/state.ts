import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { MAIN_SITE, PLUGIN_ID, UID, type Mode } from '../../../shared/plugin';
import { createSiteDirectory, type SiteDirectory } from '../core/site-directory';
import { toSite } from './site-rows';

/** What every instance has to agree on, one row of Strapi's core store. */
type Stored = {
  /** Changes with every change of sites, members or tokens: older knowledge is thrown away. */
  version: string;
  mode: Mode;
  /** True from the moment the second site is being made. Never false again. */
  isActive: boolean;
};

export type Snapshot = Stored & { sites: SiteDirectory };

const STORE = { type: 'plugin', name: PLUGIN_ID, key: 'state' } as const;
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

  const readStored = async () => ((await strapi.store.get(STORE)) as Stored | null) ?? FIRST;

  async function load(): Promise<Snapshot> {
    const stored = await readStored();
    if (stored.version !== snapshot.version || stored.version === '') {
      const rows = await strapi.db.query(UID.site).findMany({ orderBy: { number: 'asc' } });
      members = new Map();
      tokens = new Map();
      snapshot = { ...stored, sites: createSiteDirectory(rows.map(toSite)) };
    }
    checkedAt = Date.now();
    return snapshot;
  }

  async function save(change: Partial<Pick<Stored, 'mode' | 'isActive'>> = {}) {
    const stored = await readStored();
    await strapi.store.set({ ...STORE, value: { ...stored, ...change, version: randomUUID() } });
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
    setMode: (mode: Mode) => save({ mode }),
    setActive: () => save({ isActive: true }),

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
