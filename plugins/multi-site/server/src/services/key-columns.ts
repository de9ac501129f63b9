import type { Core } from '@strapi/strapi';
import { KEY_PREFIX, type UniqueTable } from '../core/unique-keys';

/**
 * Columns for the keys of unique values. No attributes, like the site column, and the index stands
 * on our column alone: an index on the app's own field would stop the start that drops the field.
 */
export async function createKeyColumns(strapi: Core.Strapi, { table, fields }: UniqueTable) {
  for (const { keyColumn, index } of fields) {
    if (await strapi.db.getSchemaConnection().hasColumn(table, keyColumn)) continue;
    // Both or none: a start that is broken off in between must not leave a column without a rule.
    if (strapi.db.dialect.client === 'mysql') {
      const sql = 'alter table ?? add column ?? varchar(32) null, add unique index ?? (??)';
      await strapi.db.connection.raw(sql, [table, keyColumn, index, keyColumn]);
      continue;
    }
    await strapi.db.connection.transaction(async (trx) => {
      await strapi.db.getSchemaConnection(trx).alterTable(table, (builder) => {
        builder.string(keyColumn, 32);
      });
      await trx.raw('create unique index ?? on ?? (??)', [index, table, keyColumn]);
    });
  }
}

/** Also those of fields that are not unique any more. */
export async function dropKeyColumns(strapi: Core.Strapi, table: string) {
  const columns = Object.keys(await strapi.db.getConnection(table).columnInfo());
  for (const column of columns.filter((name) => name.startsWith(KEY_PREFIX))) {
    if (strapi.db.dialect.client === 'sqlite') {
      const indexes: { name: string }[] = await strapi.db
        .connection('sqlite_master')
        .where({ type: 'index', tbl_name: table })
        .where('sql', 'like', `%${column}%`)
        .select('name');
      for (const { name } of indexes) await strapi.db.connection.raw('drop index ??', [name]);
    }
    // By hand: on SQLite knex would make the whole table anew.
    await strapi.db.connection.raw('alter table ?? drop column ??', [table, column]);
  }
}
