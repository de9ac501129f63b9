import type { Core } from '@strapi/strapi';

type Move = { from: string; to: string };

/** A table on its way: without indexes, whose names the app's own table needs now. */
const asideOf = (prefix: string, table: string) => `${prefix}_moving_${table}`;

/**
 * Where the app took a short name after we had it: our rows step aside before Strapi makes the
 * app's table. Broken off in between, the next start goes on.
 */
export async function moveRowsAside(strapi: Core.Strapi, prefix: string, moves: readonly Move[]) {
  const schema = () => strapi.db.getSchemaConnection();
  for (const { from, to } of moves) {
    const aside = asideOf(prefix, to);
    if (!(await schema().hasTable(from)) || (await schema().hasTable(aside))) continue;
    await strapi.db.connection.raw('create table ?? as select * from ??', [aside, from]);
    await schema().dropTable(from);
  }
}

/** After Strapi made our tables under their longer names; heals a move that was broken off. */
export async function moveRowsBack(
  strapi: Core.Strapi,
  prefix: string,
  tables: readonly string[],
  moves: readonly Move[],
) {
  const schema = () => strapi.db.getSchemaConnection();
  for (const target of new Set([...tables, ...moves.map(({ to }) => to)])) {
    const aside = asideOf(prefix, target);
    if (!(await schema().hasTable(aside))) continue;
    const columns = Object.keys(await strapi.db.connection(aside).columnInfo());
    await strapi.db.connection.transaction(async (trx) => {
      await trx(target).delete();
      const list = columns.map(() => '??').join(', ');
      await trx(trx.raw(`?? (${list})`, [target, ...columns])).insert(trx(aside).select(columns));
      if (strapi.db.dialect.client === 'postgres') {
        const sql = 'select setval(pg_get_serial_sequence(?, ?), coalesce(max(id), 1)) from ??';
        await trx.raw(sql, [target, 'id', target]);
      }
    });
    await schema().dropTable(aside);
  }
}
