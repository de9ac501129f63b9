import type { Core } from '@strapi/strapi';
import { OUR_TABLES } from '../core/names';
import { scopedTableNames, type NamesDecision } from './app-names';

/** A table on its way: without indexes, whose names the app's own table needs now. */
const asideOf = (table: string) => `multi_site_moving_${table}`;

/**
 * Where the app took a short name after we had it, our rows step aside before Strapi makes the
 * app's table, and `moveBack` puts them into our own table under its longer name. Broken off in
 * between, the next start goes on.
 */
export async function moveAside(strapi: Core.Strapi, { names, former }: NamesDecision) {
  if (!former) return;
  const schema = () => strapi.db.getSchemaConnection();
  if (former.tablePrefix !== names.tablePrefix) {
    for (const table of OUR_TABLES) {
      const aside = asideOf(table);
      if (!(await schema().hasTable(table)) || (await schema().hasTable(aside))) continue;
      await strapi.db.connection.raw('create table ?? as select * from ??', [aside, table]);
      await schema().dropTable(table);
    }
  }
  if (former.column === names.column) return;
  for (const table of scopedTableNames(strapi)) {
    const canMove =
      (await schema().hasColumn(table, former.column)) &&
      !(await schema().hasColumn(table, names.column));
    if (!canMove) continue;
    await schema().alterTable(table, (builder) =>
      builder.renameColumn(former.column, names.column),
    );
  }
}

/** After Strapi made our tables under their longer names. */
export async function moveBack(strapi: Core.Strapi, { names }: NamesDecision) {
  const schema = () => strapi.db.getSchemaConnection();
  for (const table of OUR_TABLES) {
    const aside = asideOf(table);
    if (!(await schema().hasTable(aside))) continue;
    const target = `${names.tablePrefix}${table}`;
    const columns = Object.keys(await strapi.db.connection(aside).columnInfo());
    await strapi.db.connection.transaction(async (trx) => {
      await trx(target).delete();
      const rows = trx(aside).select(columns);
      const list = columns.map(() => '??').join(', ');
      await trx(trx.raw(`?? (${list})`, [target, ...columns])).insert(rows);
      if (strapi.db.dialect.client === 'postgres') {
        const sql = 'select setval(pg_get_serial_sequence(?, ?), coalesce(max(id), 1)) from ??';
        await trx.raw(sql, [target, 'id', target]);
      }
    });
    await schema().dropTable(aside);
  }
}
