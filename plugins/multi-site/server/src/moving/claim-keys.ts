import type { Core } from '@strapi/strapi';
import { uniqueKey, type Row } from '../core/unique-keys';
import { asTaken, makeRoom, runInTransaction, type Claim } from '../isolation/unique-keys';
import { service } from '../services/service';

type Wish = { uid: string; documentIds: readonly string[] };

/**
 * Unique values of entries that just came to another site, for whoever writes there at the same
 * time. Two of them with one value stay together as they were: one of them has the key.
 *
 * @throws ValidationError where another entry has the value.
 */
export async function claimKeys(strapi: Core.Strapi, { uid, documentIds }: Wish) {
  const tables = service(strapi, 'isolation').tables();
  const table = tables.uniqueOf(uid);
  if (!table) return;
  const siteColumn = tables.column;
  const rows = await runInTransaction<(Row & { id: number })[]>(
    strapi,
    strapi.db
      .getConnection(table.table)
      .whereIn('document_id', [...documentIds])
      .whereNotNull('published_at')
      .select('id', siteColumn, 'locale', 'published_at')
      .select(table.fields.map(({ column }) => column))
      .orderBy('id'),
  );
  const claims = new Map<string, Claim>();
  for (const row of rows) {
    for (const field of table.fields) {
      const key = uniqueKey(row, { field, isLocalized: table.isLocalized, siteColumn });
      const place = `${field.keyColumn} ${key}`;
      if (key === null || claims.has(place)) continue;
      claims.set(place, { field, key, value: row[field.column], id: row.id });
    }
  }
  const all = [...claims.values()];
  await makeRoom(strapi, { table, claims: all });
  // A row that gets none must not keep the one of its old site.
  const keysOf = new Map(
    rows.map(({ id }) => [
      id,
      Object.fromEntries(table.fields.map((field) => [field.keyColumn, null as string | null])),
    ]),
  );
  for (const { id, field, key } of all) {
    const keys = id === null ? undefined : keysOf.get(id);
    if (keys) keys[field.keyColumn] = key;
  }
  for (const [id, keys] of keysOf) {
    const query = strapi.db.getConnection(table.table).where({ id });
    try {
      await runInTransaction(strapi, query.update(keys));
    } catch (error) {
      throw asTaken(error, all) ?? error;
    }
  }
}
