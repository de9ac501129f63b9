import type { Guard } from './guard';
import { isRead } from './populated';
import type { JoinSpec, Row } from './strapi-internals';
import { visibleFor, visibleSql } from './visible-rows';

export type Raw = (sql: string, bindings: (string | number)[]) => unknown;

/**
 * A joined table shows only visible rows, so that no filter or sort can feel a foreign one. A
 * link table is joined only where its other end is visible, else a link to a hidden row would
 * count as a link to nothing.
 *
 * @param where conditions of the query that the join was made with; what they show to be a visible
 * row needs no condition of its own, which is one sub-select less a populated relation.
 */
export function narrowJoin(
  spec: JoinSpec,
  { guard, raw, where = NONE }: { guard: Guard; raw: Raw; where?: readonly unknown[] },
): JoinSpec {
  const target = guard.tables.byTable(spec.referencedTable);
  const { column } = guard.tables;
  if (target) {
    const visible = visibleFor(guard, target.uid);
    if (!visible) return spec;
    if (!visible.shared) return { ...spec, on: { ...spec.on, [column]: visible.site } };
    // ON takes equations only; by its number the row is found at once.
    const seen = visibleSql(guard, 'ms', visible);
    const row = raw(`(select ms.id from ?? as ms where ms.id = ?? and ${seen.sql})`, [
      target.table,
      `${spec.alias}.id`,
      ...seen.bindings,
    ]);
    return { ...spec, on: { ...spec.on, id: guard.trust(row) } };
  }

  const on: Row = { ...spec.on };
  for (const link of guard.tables.linksOf(spec.referencedTable)) {
    if (link.column === spec.referencedColumn) continue;
    const visible = visibleFor(guard, link.targetUid);
    if (!visible || isRead(where, `${spec.alias}.${link.column}`, visible)) continue;
    const seen = visibleSql(guard, 'ms', visible);
    const row = raw(`(select ms.id from ?? as ms where ms.id = ?? and ${seen.sql})`, [
      link.targetTable,
      `${spec.alias}.${link.column}`,
      ...seen.bindings,
    ]);
    on[link.column] = guard.trust(row);
  }
  return { ...spec, on };
}

const NONE: readonly unknown[] = [];
