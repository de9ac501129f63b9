import type { Core } from '@strapi/strapi';
import type { Tables } from './tables';

/** Strapi's own knex, whose types are of another version than those of the app's. */
export type Connection = Core.Strapi['db']['connection'];

export type DumpRow = Record<string, unknown>;
export type Dump = ReadonlyMap<string, readonly DumpRow[]>;

export const SHARES = 'multi_site_shares';
export const OVERRIDES = 'multi_site_overrides';
/** The plugin's own tables: somebody who could write them could give himself a site. */
const PLUGIN_TABLES = [
  'sites',
  'site_users',
  'site_content',
  'multi_site_tokens',
  SHARES,
  OVERRIDES,
];

/** Everything that could be read or changed across the border. Read around all layers. */
export async function takeDump(strapi: Core.Strapi, tables: Tables): Promise<Dump> {
  const names = [...tables.content, ...tables.components, ...tables.links.keys(), ...PLUGIN_TABLES];
  const dump = new Map<string, DumpRow[]>();
  await strapi.db.connection.transaction(async (trx) => {
    for (const name of names) dump.set(name, (await trx(name).orderBy('id')) as DumpRow[]);
  });
  return dump;
}

const text = (rows: readonly DumpRow[] | undefined) => JSON.stringify(rows ?? []);

/** Puts back what changed, ids included. */
export async function restoreDump(strapi: Core.Strapi, before: Dump, after: Dump) {
  const changed = [...before.keys()].filter(
    (name) => text(before.get(name)) !== text(after.get(name)),
  );
  if (changed.length === 0) return;
  await withoutForeignKeys(strapi, async (trx) => {
    for (const name of changed) await trx(name).delete();
    for (const name of changed) {
      const rows = before.get(name) ?? [];
      for (let start = 0; start < rows.length; start += 20) {
        await trx(name).insert(rows.slice(start, start + 20).map(asInput));
      }
    }
  });
}

/** A column of JSON comes back as an object and has to go in as text. */
const asInput = (row: DumpRow): DumpRow =>
  Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      typeof value === 'object' && value !== null && !(value instanceof Date)
        ? JSON.stringify(value)
        : value,
    ]),
  );

/** One transaction in which deleting a row takes no other row along. */
async function withoutForeignKeys(strapi: Core.Strapi, work: (trx: Connection) => Promise<void>) {
  const { connection, dialect } = strapi.db;
  if (dialect.client === 'sqlite') {
    // Has no effect inside a transaction; there is one connection, so it counts for the next.
    await connection.raw('pragma foreign_keys = off');
    try {
      await connection.transaction(work);
    } finally {
      await connection.raw('pragma foreign_keys = on');
    }
    return;
  }
  const [off, on] =
    dialect.client === 'postgres'
      ? ["set local session_replication_role = 'replica'", null]
      : ['set foreign_key_checks = 0', 'set foreign_key_checks = 1'];
  await connection.transaction(async (trx) => {
    await trx.raw(off);
    await work(trx);
    if (on) await trx.raw(on);
  });
}
