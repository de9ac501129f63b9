import type { Guard } from './guard';

export type Sql = { sql: string; bindings: (string | number)[] };

/** What a row has to be to be seen: of the site, or one of those shared with it. */
export type Visible = {
  uid: string;
  site: number;
  shared: readonly string[] | null;
};

/** Strapi has an index that begins with it in every type. */
const DOCUMENT = 'document_id';

/** Null where reads of this type are not narrowed. */
export function visibleFor(guard: Guard, uid: string): Visible | null {
  const decision = guard.decide(uid, 'read');
  if (!decision || decision.condition === null) return null;
  return { uid, site: decision.condition, shared: decision.shared ?? null };
}

/** A condition on a table of that type under `alias`, in brackets where it has an OR. */
export function visibleSql(guard: Guard, alias: string, visible: Visible): Sql {
  const { site, shared } = visible;
  const own: Sql = { sql: '?? = ?', bindings: [`${alias}.${guard.tables.column}`, site] };
  if (!shared) return own;
  const list = sharedSql(guard, visible);
  return {
    sql: `(${own.sql} or ?? in (${list.sql}))`,
    bindings: [...own.bindings, `${alias}.${DOCUMENT}`, ...list.bindings],
  };
}

/** The opposite: rows of other sites that are not shared, and rows of no site. */
export function hiddenSql(guard: Guard, alias: string, { uid, site, shared }: Visible): Sql {
  const column = `${alias}.${guard.tables.column}`;
  const foreign: Sql = { sql: '(?? <> ? or ?? is null)', bindings: [column, site, column] };
  if (!shared) return foreign;
  const list = sharedSql(guard, { uid, site, shared });
  return {
    sql: `(${foreign.sql} and ?? not in (${list.sql}))`,
    bindings: [...foreign.bindings, `${alias}.${DOCUMENT}`, ...list.bindings],
  };
}

/**
 * Few documents are named one by one: then every database combines its index on the site with the
 * one on the document. Many are looked up in the table of shares.
 */
function sharedSql(guard: Guard, { uid, site, shared }: Visible): Sql {
  const list = shared ?? [];
  if (list.length <= guard.inlineShares) {
    return { sql: list.map(() => '?').join(', '), bindings: [...list] };
  }
  return {
    sql: 'select content_id from ?? where content_type = ? and site in (?, 0)',
    bindings: [guard.tables.shares, uid, site],
  };
}

/** The same as Strapi's own conditions take it: nested objects of column names and values. */
export function visibleWhere(
  guard: Guard,
  alias: string,
  { visible, lookUp }: { visible: Visible; lookUp: (visible: Visible) => unknown },
): Record<string, unknown> {
  const { site, shared } = visible;
  const own = ownWhere(`${alias}.${guard.tables.column}`, site);
  if (!shared) return own;
  const isFew = shared.length <= guard.inlineShares;
  const list = { [`${alias}.${DOCUMENT}`]: { $in: isFew ? [...shared] : lookUp(visible) } };
  return { $or: [own, list] };
}

/** Conditions are read, never written to, and making one for every query is what costs most. */
const ownConditions = new Map<string, { site: number; where: Record<string, number> }>();
function ownWhere(column: string, site: number): Record<string, number> {
  const known = ownConditions.get(column);
  if (known?.site === site) return known.where;
  const where = Object.freeze({ [column]: site });
  ownConditions.set(column, { site, where });
  return where;
}
