import { readSchema, withConnection } from './tables.mjs';

const rowName = (row) =>
  [row.document_id, row.locale ?? '', row.published_at === null ? 'draft' : 'published'].join(' ');

/**
 * To which site every row of the project's tables belongs, by document, locale and status: the
 * numeric id of a published row changes with every publish.
 */
export async function readSiteMap(database, { column, ownTables }) {
  const schema = await readSchema(database);
  const tables = Object.keys(schema).filter(
    (table) => schema[table].includes(column) && !ownTables.includes(table),
  );
  return withConnection(database, async (knex) => {
    const map = {};
    for (const table of tables) {
      const rows = await knex(table).select('document_id', 'locale', 'published_at', column);
      for (const row of rows) map[`${table} ${rowName(row)}`] = row[column];
    }
    return map;
  });
}

export const documentOf = (name) => name.split(' ')[1];

export function countSites(map) {
  const counts = {};
  for (const site of Object.values(map)) counts[site] = (counts[site] ?? 0) + 1;
  return counts;
}
