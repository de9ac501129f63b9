import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Core } from '@strapi/strapi';
import { PLUGIN_ID, UID } from '../../../shared/plugin';
import { errors } from '../errors';
import { service } from './service';
import { dropKeyColumns } from './key-columns';
import { dropSiteColumn } from './site-column';

/** What has to be typed: nobody gives up the border between sites by a slip. */
export const LEAVING_WORDS = 'remove multi-site';

const STORED_SCHEMA = 'strapi_database_schema';
const CORE_STORE = 'strapi_core_store_settings';
const PERSISTED = 'persisted_tables';

type Plan = {
  sites: { name: string; entries: number }[];
  tables: string[];
  columns: string[];
};

/**
 * The way out: every site is written to a file, then the plugin's tables and columns are dropped.
 * Entries, media and people stay, all of them in one place, and nothing keeps them apart any more.
 * Afterwards this process serves nothing: it has to end, and the plugin to be taken out of
 * config/plugins before the next start.
 */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const ourTables = () =>
    Object.values(UID).map((uid): string => strapi.db.metadata.get(uid).tableName);
  const kept = () =>
    service(strapi, 'isolation')
      .tables()
      .list.filter(({ scope }) => scope === 'site');

  async function exportAll(folder: string): Promise<string[]> {
    await mkdir(folder, { recursive: true });
    const exporting = service(strapi, 'exporting');
    const files: string[] = [];
    for (const site of await service(strapi, 'sites').findMany()) {
      const file = path.join(folder, exporting.fileName(site));
      await pipeline(exporting.stream(site), createWriteStream(file));
      files.push(file);
    }
    return files;
  }

  /** Else Strapi would want to drop, at its next start, what is not there. */
  async function forgetTables(tables: readonly string[]) {
    const isOther = (entry: string | { name: string }) =>
      !tables.includes(typeof entry === 'string' ? entry : entry.name);
    const rows: { id: number; schema: unknown }[] = await strapi.db
      .getConnection(STORED_SCHEMA)
      .select('id', 'schema');
    for (const { id, schema } of rows) {
      const stored = (typeof schema === 'string' ? JSON.parse(schema) : schema) as {
        tables: { name: string }[];
      };
      const left = { ...stored, tables: stored.tables.filter(isOther) };
      await strapi.db
        .getConnection(STORED_SCHEMA)
        .where({ id })
        .update({ schema: JSON.stringify(left) });
    }
    const store = strapi.store({ type: 'core' });
    const persisted = (await store.get({ key: PERSISTED })) as (string | { name: string })[] | null;
    if (persisted) await store.set({ key: PERSISTED, value: persisted.filter(isOther) });
    await strapi.db
      .getConnection(CORE_STORE)
      .where('key', 'like', `plugin_${PLUGIN_ID}_%`)
      .delete();
  }

  return {
    async plan(): Promise<Plan> {
      const templates = await service(strapi, 'templates').list();
      const { column, uniqueOf } = service(strapi, 'isolation').tables();
      const ours = (uid: string) => [
        column,
        ...(uniqueOf(uid)?.fields ?? []).map(({ keyColumn }) => keyColumn),
      ];
      return {
        sites: templates.map(({ name, documents }) => ({ name, entries: documents })),
        tables: ourTables(),
        columns: kept().flatMap(({ uid, table }) => ours(uid).map((name) => `${table}.${name}`)),
      };
    },

    /** @returns the files that were written. */
    async leave({ folder, words }: { folder: string; words: string }): Promise<string[]> {
      if (words.trim() !== LEAVING_WORDS) throw errors.LEAVING_NOT_CONFIRMED();
      const files = await exportAll(folder);
      const { column } = service(strapi, 'isolation').tables();
      const tables = ourTables();
      const scoped = kept();
      await service(strapi, 'runs').stop();
      await service(strapi, 'adoption').stop();
      service(strapi, 'isolation').stop();
      for (const { table } of scoped) {
        await dropSiteColumn(strapi, { table, column });
        await dropKeyColumns(strapi, table);
      }
      for (const table of tables) await strapi.db.getSchemaConnection().dropTableIfExists(table);
      await forgetTables(tables);
      return files;
    },
  };
};
