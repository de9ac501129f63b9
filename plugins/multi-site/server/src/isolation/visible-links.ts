import { errors } from '../errors';
import { narrowComponentTable } from './components';
import type { Guard } from './guard';
import type { KnexQuery } from './strapi-internals';

type Place = { guard: Guard; table: string; alias: string };

/**
 * Tables that say nothing of a site themselves: link tables and components show what belongs
 * to visible rows, the registry is closed. Inserts are made by the entity manager, behind the
 * link layer.
 *
 * @param place `table` is a table's name or a uid.
 */
export function narrowHelperTable(
  query: KnexQuery,
  place: Place & { operation: 'read' | 'insert' | 'change' },
) {
  const { guard, table, alias, operation } = place;
  if (!guard.isInside()) return;
  if (guard.tables.isRegistry(table)) throw errors.CLOSED_TABLE();
  if (operation === 'insert') return;
  const uid = guard.tables.componentOf(table);
  if (uid) narrowComponentTable(query, { guard, uid, alias });
  else narrowLinkTable(query, { guard, table, alias, isRead: operation === 'read' });
}

/**
 * A link table queried on its own shows only links whose ends are visible, else its rows could
 * be counted and deleted across the border.
 */
function narrowLinkTable(
  query: KnexQuery,
  { guard, table, alias, isRead }: Place & { isRead: boolean },
) {
  const exists = 'exists (select 1 from ?? as ms where ms.id = ?? and ms.?? = ?)';
  const { column } = guard.tables;
  const add = (sql: string, bindings: readonly (string | number)[]) =>
    query.where(guard.trust(query.client.raw(sql, bindings)));

  for (const link of guard.tables.linksOf(table)) {
    const site = guard.decide(link.targetUid, isRead ? 'read' : 'change')?.condition ?? null;
    if (site === null) continue;
    const key = `${alias}.${link.column}`;
    add(`(?? is null or ${exists})`, [key, link.targetTable, key, column, site]);
  }
  // Strapi deletes these links after the row they lead from, so they are narrowed in reads only.
  if (!isRead) return;
  for (const morph of guard.tables.morphsOf(table)) {
    for (const target of guard.tables.list) {
      const site = guard.decide(target.uid, 'read')?.condition ?? null;
      if (site === null) continue;
      const type = `${alias}.${morph.typeColumn}`;
      const key = `${alias}.${morph.idColumn}`;
      add(`(?? <> ? or ${exists})`, [type, target.uid, target.table, key, column, site]);
    }
  }
}
