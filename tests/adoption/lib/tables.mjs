import { createHash } from 'node:crypto';

/** Strapi's own notes about the running instance; they change at every start, whoever is installed. */
const OF_THE_INSTANCE = new Set([
  'strapi_core_store_settings',
  'strapi_database_schema',
  'strapi_sessions',
  'sqlite_sequence',
]);

const isSqlite = (knex) => knex.client.config.client === 'better-sqlite3';

const listTables = async (knex) => {
  const rows = isSqlite(knex)
    ? await knex('sqlite_master').where({ type: 'table' }).select('name')
    : await knex('pg_tables').where({ schemaname: 'public' }).select('tablename as name');
  return rows.map(({ name }) => name).sort();
};

const hashRows = (rows) => {
  const hash = createHash('sha256');
  for (const row of rows) hash.update(JSON.stringify(row));
  return hash.digest('hex');
};

export async function withConnection(database, work) {
  const knex = database.connect();
  try {
    return await work(knex);
  } finally {
    await knex.destroy();
  }
}

/** Tables with their columns, without Strapi's notes about the instance. */
export const readSchema = (database) =>
  withConnection(database, async (knex) => {
    const schema = {};
    for (const table of await listTables(knex)) {
      if (OF_THE_INSTANCE.has(table)) continue;
      schema[table] = Object.keys(await knex(table).columnInfo());
    }
    return schema;
  });

/** Names of the indexes that stand on a column, table by table. */
export const indexesOn = (database, column) =>
  withConnection(database, async (knex) => {
    const rows = isSqlite(knex)
      ? await knex('sqlite_master').where({ type: 'index' }).select('name', 'sql')
      : await knex('pg_indexes')
          .where({ schemaname: 'public' })
          .select('indexname as name', 'indexdef as sql');
    return rows
      .filter(({ sql }) => new RegExp(`\\b${column}\\b`).test(sql ?? ''))
      .map(({ name }) => name)
      .sort();
  });

/** The highest id of each table named. */
export const lastIds = (database, tables) =>
  withConnection(database, async (knex) => {
    const ids = {};
    for (const table of tables) {
      ids[table] = (await knex(table).max({ last: 'id' }).first()).last;
    }
    return ids;
  });

/**
 * A checksum of every row of the given tables, over the given columns; where `upTo` has an id for
 * the table, newer rows are left out.
 */
export const checksums = (database, schema, { upTo = {} } = {}) =>
  withConnection(database, async (knex) => {
    const sums = {};
    for (const [table, columns] of Object.entries(schema)) {
      if (!(await knex.schema.hasTable(table))) {
        sums[table] = 'missing';
        continue;
      }
      const present = Object.keys(await knex(table).columnInfo());
      const missing = columns.filter((column) => !present.includes(column));
      if (missing.length > 0) {
        sums[table] = `without ${missing.join(', ')}`;
        continue;
      }
      const rows = await knex(table)
        .select(columns)
        .modify((query) => upTo[table] && query.where('id', '<=', upTo[table]))
        .orderBy('id');
      sums[table] = `${rows.length} rows ${hashRows(rows)}`;
    }
    return sums;
  });

export const differentTables = (expected, actual) =>
  Object.keys(expected)
    .filter((table) => expected[table] !== actual[table])
    .map((table) => `${table}: ${expected[table]} is now ${actual[table]}`);
