import { errors } from '../errors';
import { heldByHidden, narrowComponentTable } from './components';
import type { Guard } from './guard';
import type { KnexQuery } from './strapi-internals';
import type { Morph } from './table-links';
import { hiddenSql, visibleFor, visibleSql, type Sql, type Visible } from './visible-rows';

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
  if (guard.tables.isWordings(table)) {
    query.where(`${alias}.site`, guard.siteNow());
    return;
  }
  const uid = guard.tables.componentOf(table);
  const isRead = operation === 'read';
  if (uid) narrowComponentTable(query, { guard, uid, alias, isRead });
  else narrowLinkTable(query, { guard, table, alias, isRead });
}

type Add = (sql: string, bindings: readonly (string | number)[]) => void;

/**
 * A link table queried on its own shows only links whose ends are visible, else its rows could
 * be counted and deleted across the border.
 */
function narrowLinkTable(query: KnexQuery, place: Place & { isRead: boolean }) {
  const { guard, table, alias, isRead } = place;
  const add: Add = (sql, bindings) => query.where(guard.trust(query.client.raw(sql, bindings)));
  const ends: End[] = [];
  for (const link of guard.tables.linksOf(table)) {
    const visible = visibleFor(guard, link.targetUid);
    if (visible) ends.push({ table: link.targetTable, key: `${alias}.${link.column}`, visible });
  }

  for (const end of ends) {
    const there = existsSql(guard, end, end.visible);
    add(`(?? is null or ${there.sql})`, [end.key, ...there.bindings]);
  }
  if (isRead) narrowMorphs(place, add);
  else if (ends.some(({ visible }) => visible.shared !== null)) keepForeignLinks(place, ends, add);
}

type End = { table: string; key: string; visible: Visible };

function existsSql(guard: Guard, { table, key }: Omit<End, 'visible'>, visible: Visible): Sql {
  const seen = visibleSql(guard, 'ms', visible);
  return {
    sql: `exists (select 1 from ?? as ms where ms.id = ?? and ${seen.sql})`,
    bindings: [table, key, ...seen.bindings],
  };
}

/** Strapi deletes these links after the row they lead from, so they are narrowed in reads only. */
function narrowMorphs({ guard, table, alias }: Place, add: Add) {
  for (const morph of guard.tables.morphsOf(table)) {
    for (const target of guard.tables.list) {
      const visible = visibleFor(guard, target.uid);
      if (!visible) continue;
      const key = `${alias}.${morph.idColumn}`;
      const there = existsSql(guard, { table: target.table, key }, visible);
      const type = `${alias}.${morph.typeColumn}`;
      add(`(?? <> ? or ${there.sql})`, [type, target.uid, ...there.bindings]);
    }
  }
}

/**
 * Where a shared row is one end, a site changes the links that it made itself: those with an own
 * row, or a component or a polymorphic owner of its own, at the other end.
 */
function keepForeignLinks({ guard, table, alias }: Place, ends: readonly End[], add: Add) {
  const own = (visible: Visible): Visible => ({ ...visible, shared: null });
  const parts = ends.map((end) => existsSql(guard, end, own(end.visible)));
  const others: Sql[] = [];
  for (const { column, uid } of guard.tables.componentEndsOf(table)) {
    const held = heldByHidden(guard, { uid, id: `${alias}.${column}`, isRead: false });
    if (held) others.push({ sql: `not (${held.sql})`, bindings: held.bindings });
  }
  for (const morph of guard.tables.morphsOf(table)) others.push(ownMorph(guard, morph, alias));
  if (others.length > 0) {
    const sql = others.map((other) => other.sql).join(' and ');
    parts.push({ sql: `(${sql})`, bindings: others.flatMap(({ bindings }) => bindings) });
  }
  add(
    `(${parts.map(({ sql }) => sql).join(' or ')})`,
    parts.flatMap(({ bindings }) => bindings),
  );
}

/** Not a row of another site; one that was deleted just now counts as own. */
function ownMorph(guard: Guard, morph: Morph, alias: string): Sql {
  const parts: Sql[] = [];
  for (const target of guard.tables.list) {
    const visible = visibleFor(guard, target.uid);
    if (!visible) continue;
    const foreign = hiddenSql(guard, 'ms', { ...visible, shared: null });
    parts.push({
      sql: `(?? <> ? or not exists (select 1 from ?? as ms where ms.id = ?? and ${foreign.sql}))`,
      bindings: [
        `${alias}.${morph.typeColumn}`,
        target.uid,
        target.table,
        `${alias}.${morph.idColumn}`,
        ...foreign.bindings,
      ],
    });
  }
  if (parts.length === 0) return { sql: '1 = 1', bindings: [] };
  return {
    sql: parts.map(({ sql }) => sql).join(' and '),
    bindings: parts.flatMap(({ bindings }) => bindings),
  };
}
