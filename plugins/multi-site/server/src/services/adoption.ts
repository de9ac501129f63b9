import type { Core } from '@strapi/strapi';
import type { TypeStatus } from '../../../shared/contracts/isolation';
import { MAIN_SITE, PLUGIN_ID, UID } from '../../../shared/plugin';
import type { ScopedTable } from '../isolation/scoped-tables';
import { SUPER_ADMIN } from '../isolation/strapi-parts';
import { service } from './service';
import { createKeyColumns } from './key-columns';
import { countUnstamped, createSiteColumn, restoreFromRegistry, stampBatch } from './site-column';

/**
 * How content that is already there comes to its site. The first start makes one site and gives
 * it everything: rows, media, folders, admin users, API tokens. Every step can be broken off and
 * done again; nothing is changed but columns and tables of ours.
 */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const batchSize: number = strapi.config.get(`plugin::${PLUGIN_ID}.adoptionBatchSize`);
  const progress = { state: 'done' as 'running' | 'done', done: 0, total: 0 };
  let running: Promise<void> | null = null;
  let isStopped = false;

  const kept = () =>
    service(strapi, 'isolation')
      .tables()
      .list.filter((entry) => entry.scope === 'site');
  const countIn = (table: string) => countUnstamped(strapi, { table, column: column() });
  const column = () => service(strapi, 'isolation').tables().column;

  /** Columns and indexes first, then what the registry knows: before anything listens. */
  async function prepareTables() {
    for (const entry of kept()) {
      const isNew = await createSiteColumn(strapi, { table: entry.table, column: column() });
      if (!isNew) await restoreFromRegistry(strapi, { entry, column: column() });
      const unique = service(strapi, 'isolation').tables().uniqueOf(entry.uid);
      if (unique) await createKeyColumns(strapi, unique);
    }
  }

  async function adoptTable(entry: ScopedTable, site: number) {
    const query = strapi.db.getConnection(entry.table);
    query.whereNull(column()).min({ min: 'id' }).max({ max: 'id' });
    const { min, max }: { min: number | null; max: number | null } = await query.first();
    if (min === null || max === null) return;
    for (let from = min; from <= max && !isStopped; from += batchSize) {
      const batch = { table: entry.table, column: column(), site, from, to: from + batchSize - 1 };
      progress.done += await stampBatch(strapi, batch);
    }
  }

  /** Documents that have a site and are not in the registry. */
  async function fillRegistry(entry: ScopedTable) {
    const { tableName } = strapi.db.metadata.get(UID.siteContent);
    const rows: { id: string; site: number }[] = await strapi.db
      .getConnection(`${entry.table} as t`)
      .leftJoin(`${tableName} as c`, (join) =>
        join.on('c.content_id', 't.document_id').andOnVal('c.content_type', entry.uid),
      )
      .whereNull('c.id')
      .whereNotNull(`t.${column()}`)
      .whereNotNull('t.document_id')
      .distinct('t.document_id as id', `t.${column()} as site`);
    for (const site of new Set(rows.map((row) => row.site))) {
      const documentIds = rows.filter((row) => row.site === site).map((row) => row.id);
      await service(strapi, 'registry').add({ uid: entry.uid, site, documentIds });
    }
  }

  async function adoptPeople(site: number) {
    const users: { id: number; roles: { code: string }[] }[] = await strapi.db
      .query('admin::user')
      .findMany({ populate: ['roles'] });
    for (const user of users) {
      const memberships = await service(strapi, 'state').membershipsOf(user.id);
      if (memberships.size > 0) continue;
      // Super admins stand above sites and need no membership.
      const roles = user.roles.map((role) => role.code).filter((code) => code !== SUPER_ADMIN);
      if (roles.length > 0) await service(strapi, 'members').set({ site, userId: user.id, roles });
    }
    const tokens: { id: number }[] = await strapi.db.query('admin::api-token').findMany();
    for (const token of tokens) {
      const binding = await service(strapi, 'state').bindingOf(token.id);
      if (binding === null) await service(strapi, 'tokens').bind({ tokenId: token.id, site });
    }
  }

  async function adopt(site: number, withPeople: boolean) {
    progress.state = 'running';
    progress.done = 0;
    const counts = await Promise.all(kept().map((entry) => countIn(entry.table)));
    progress.total = counts.reduce((sum, count) => sum + count, 0);
    for (const entry of kept()) {
      if (isStopped) return;
      await adoptTable(entry, site);
      await fillRegistry(entry);
    }
    if (withPeople && !isStopped) await adoptPeople(site);
    progress.state = 'done';
  }

  /** One at a time, and never for the site of the request that asked for it. */
  function enqueue(work: () => Promise<void>): Promise<void> {
    const before = running?.catch(() => undefined) ?? Promise.resolve();
    running = service(strapi, 'context').runUnscoped(() => before.then(work));
    return running;
  }

  return {
    prepareTables,
    progress: () => ({ ...progress }),

    /** Was this project used before? Then its first mode is report. */
    async hasContent(): Promise<boolean> {
      for (const { table, uid } of kept()) {
        const isContent = uid.startsWith('api::') || uid === 'plugin::upload.file';
        if (isContent && (await strapi.db.getConnection(table).first('id'))) return true;
      }
      return false;
    },

    /** How many rows each type has, and how many of them belong to no site. */
    typeStatus: (): Promise<TypeStatus[]> =>
      service(strapi, 'context').runUnscoped(() =>
        Promise.all(
          service(strapi, 'isolation')
            .tables()
            .list.map(async (entry) => ({
              ...entry,
              rows: await strapi.db.query(entry.uid as never).count(),
              unassigned: entry.scope === 'site' ? await countIn(entry.table) : 0,
            })),
        ),
      ),

    /** Gives the only site everything: content, people and tokens. */
    adoptAll: (site: number = MAIN_SITE) => enqueue(() => adopt(site, true)),

    /** Gives content that belongs to no site to one; people and tokens stay where they are. */
    adoptContent: (site: number) => enqueue(() => adopt(site, false)),

    /**
     * What bulk writes and lost starts left out of the registry, and what Strapi's own start made
     * while the columns were still being prepared (its hook runs everything at once).
     */
    completeRegistry: () =>
      enqueue(async () => {
        for (const entry of kept()) {
          if (isStopped) return;
          await restoreFromRegistry(strapi, { entry, column: column() });
          await fillRegistry(entry);
        }
      }),

    async stop() {
      isStopped = true;
      await running?.catch(() => undefined);
    },
  };
};
