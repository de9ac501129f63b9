import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { UID } from '../../../shared/plugin';
import type { ScopedTable } from '../isolation/scoped-tables';

type Place = { table: string; column: string };

/**
 * The site column is no attribute: Strapi neither shows it nor drops it, whatever is switched
 * off. Indexes stand on it and on Strapi's own columns only, so that no field of the app's can
 * be blocked by them.
 */
const INDEXES = [['id'], ['updated_at'], ['document_id', 'locale', 'published_at']];

/** @returns true where the column had to be made. */
export async function createSiteColumn(strapi: Core.Strapi, { table, column }: Place) {
  // A new one for every statement: knex's schema builder collects.
  const schema = () => strapi.db.getSchemaConnection();
  if (await schema().hasColumn(table, column)) return false;
  await schema().alterTable(table, (builder) => {
    builder.integer(column);
  });
  await schema().alterTable(table, (builder) => {
    for (const columns of INDEXES) {
      builder.index([column, ...columns], indexName(table, columns));
    }
  });
  return true;
}

/** Takes the column out again; nothing of the app's own stands on it. */
export async function dropSiteColumn(strapi: Core.Strapi, { table, column }: Place) {
  const schema = () => strapi.db.getSchemaConnection();
  if (!(await schema().hasColumn(table, column))) return;
  await schema().alterTable(table, (builder) => {
    for (const columns of INDEXES) builder.dropIndex([], indexName(table, columns));
  });
  // By hand: on SQLite knex would make the whole table anew.
  await strapi.db.connection.raw('alter table ?? drop column ??', [table, column]);
}

/** Databases cut long names differently; this one fits all of them. */
function indexName(table: string, columns: readonly string[]) {
  const hash = createHash('sha256').update(`${table}.${columns.join()}`).digest('hex');
  return `${table.slice(0, 40)}_site_${hash.slice(0, 8)}`;
}

export async function countUnstamped(strapi: Core.Strapi, { table, column }: Place) {
  const row = await strapi.db
    .getConnection(table)
    .whereNull(column)
    .count({ count: 'id' })
    .first<{ count: number | string }>();
  return Number(row.count);
}

/** @returns how many rows got the site. */
export async function stampBatch(
  strapi: Core.Strapi,
  batch: Place & { site: number; from: number; to: number },
): Promise<number> {
  return strapi.db
    .getConnection(batch.table)
    .whereNull(batch.column)
    .whereBetween('id', [batch.from, batch.to])
    .update({ [batch.column]: batch.site });
}

/**
 * Gives rows without a site the one their document has in the registry: after a start without
 * the plugin, or after `strapi import`, which carries the registry and not the column. One
 * statement; asks first, because usually there is nothing to do.
 */
export async function restoreFromRegistry(
  strapi: Core.Strapi,
  { entry, column }: { entry: ScopedTable; column: string },
) {
  const { table, uid } = entry;
  const missing = await strapi.db.getConnection(table).whereNull(column).first('id');
  if (!missing) return;
  const registry = strapi.db.metadata.get(UID.siteContent).tableName;
  const sql =
    strapi.db.dialect.client === 'mysql'
      ? 'update ?? as t join ?? as c on c.content_type = ? and c.content_id = t.document_id set t.?? = c.site_id where t.?? is null'
      : 'update ?? as t set ?? = c.site_id from ?? as c where c.content_type = ? and c.content_id = t.document_id and t.?? is null';
  const bindings =
    strapi.db.dialect.client === 'mysql'
      ? [table, registry, uid, column, column]
      : [table, column, registry, uid, column];
  await strapi.db.connection.raw(sql, bindings);
}
