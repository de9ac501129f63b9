import type { Core } from '@strapi/strapi';
import { ALL_SITES } from '../../../shared/plugin';
import { errors } from '../errors';
import type { Guard } from './guard';
import { narrowJoin, type Raw } from './joins';
import { checkStatement } from './knex-net';
import { markPopulates } from './populated';
import type {
  EntityManager,
  JoinSpec,
  KnexQuery,
  Row,
  StrapiQueryBuilder,
} from './strapi-internals';
import { narrowHelperTable } from './visible-links';
import { visibleFor, visibleSql, visibleWhere, type Visible } from './visible-rows';

const FOLDER = 'plugin::upload.folder';

/**
 * Layer 1. Every read and write of `db.query`, `documents()`, `load`, streams and populates is
 * made by this one property of the entity manager, so what it returns is narrowed: rows read,
 * counted, changed and deleted are those of the site, new rows get the site, joined tables
 * show only the site's rows. Access: fails closed.
 *
 * @returns a function that takes the layer out again.
 */
export function installQueryBuilderLayer(strapi: Core.Strapi, guard: Guard): () => void {
  const manager = strapi.db.entityManager as unknown as EntityManager;
  const original = manager.createQueryBuilder;
  const raw = strapi.db.connection.raw.bind(strapi.db.connection);
  const lookUp = ({ uid, site }: Visible) => {
    const query = strapi.db
      .getConnection(guard.tables.shares)
      .select('content_id')
      .where('content_type', uid)
      .whereIn('site', [site, ALL_SITES]);
    // The table is closed inside a site; this look into it is ours.
    guard.markNarrowed(query as unknown as KnexQuery);
    return query;
  };

  const instrument = (uid: string, builder: Instrumented): StrapiQueryBuilder => {
    const { processState, join, clone, getKnexQuery } = builder;
    builder[OWN] = { uid, processState, join, clone, getKnexQuery, isOpen: true, early: null };
    // One by one: this runs for each of the thousands of builders, and `assign` takes longer.
    builder.processState = narrowing.processState;
    builder.join = narrowing.join;
    builder.clone = narrowing.clone;
    builder.getKnexQuery = narrowing.getKnexQuery;
    return builder;
  };

  const narrowing = {
    processState(this: Instrumented) {
      if (this.state.processed) return;
      checkInput(this, guard);
      const { uid, processState } = this[OWN];
      narrowEarly(this);
      processState.call(this);
      applySite(uid, this, { guard, raw, lookUp });
    },
    join(this: Instrumented, spec: JoinSpec) {
      const own = this[OWN];
      if (spec.targetField) return own.join.call(this, spec);
      if (!own.isOpen) return own.join.call(this, narrowJoin(spec, { guard, raw }));
      const later = { ...spec };
      (own.early ??= []).push(later);
      return own.join.call(this, later);
    },
    clone(this: Instrumented) {
      const { uid, clone } = this[OWN];
      narrowEarly(this);
      return instrument(uid, clone.call(this) as Instrumented);
    },
    getKnexQuery(this: Instrumented) {
      const { uid, getKnexQuery } = this[OWN];
      const query = getKnexQuery.call(this);
      narrowHelpers(uid, this, { query, guard });
      guard.markNarrowed(query);
      return query;
    },
  };

  /** Joins of a populate, made before its conditions are: now it is known what they say. */
  const narrowEarly = (builder: Instrumented) => {
    const own = builder[OWN];
    own.isOpen = false;
    if (!own.early) return;
    const { where } = builder.state;
    for (const spec of own.early) Object.assign(spec, narrowJoin(spec, { guard, raw, where }));
    own.early = null;
  };

  manager.createQueryBuilder = function (uid) {
    return instrument(uid, original.call(this, uid) as Instrumented);
  };
  return () => {
    manager.createQueryBuilder = original;
  };
}

/** A builder keeps the methods it came with. */
const OWN = Symbol('multi-site.own-methods');
type Own = Pick<StrapiQueryBuilder, 'processState' | 'join' | 'clone' | 'getKnexQuery'> & {
  uid: string;
  /** Conditions are not put together yet: until then joins wait to be narrowed. */
  isOpen: boolean;
  early: JoinSpec[] | null;
};
/** Set on a builder that reads before a write: what is only shared with the site does not count. */
export const ONLY_OWN = Symbol('multi-site.only-own');
type Instrumented = StrapiQueryBuilder & { [OWN]: Own; [ONLY_OWN]?: true };

/** Builders and raw SQL that a caller put into the query; what Strapi adds itself is not checked. */
function checkInput({ state }: StrapiQueryBuilder, guard: Guard) {
  for (const part of [state.select, state.where, state.data]) {
    // Where the code runs is asked last: few queries need to know.
    if (mayHoldStatement(part) && guard.isInside()) checkStatement(part, guard);
  }
}

/**
 * Nearly every query holds plain values only, and this says so without allocating anything. A
 * function counts, because knex would call it; so does anything that is not a plain object.
 */
function mayHoldStatement(value: unknown): boolean {
  if (typeof value === 'function') return true;
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) {
    for (const item of value) if (mayHoldStatement(item)) return true;
    return false;
  }
  if (Object.getPrototypeOf(value) !== Object.prototype) return !(value instanceof Date);
  for (const key in value) if (mayHoldStatement((value as Row)[key])) return true;
  return false;
}

function applySite(
  uid: string,
  builder: Instrumented,
  { guard, raw, lookUp }: { guard: Guard; raw: Raw; lookUp: (visible: Visible) => unknown },
) {
  const { state } = builder;
  const operation = operationOf(builder);
  const decision = guard.decide(uid, operation);
  if (state.type === 'insert' || state.type === 'update') {
    narrowForeignKeys(uid, builder, { guard, raw });
  }
  if (!decision || guard.tables.byUid(uid)?.scope !== 'site') return;

  const { column } = guard.tables;
  if (operation === 'insert') {
    if (state.merge && decision.condition !== null) throw errors.RAW_SQL_REFUSED();
    // Nobody inside a site chooses a row's number: it would tell which ones are taken.
    const isInside = decision.condition !== null;
    mapRows(state, ({ id, ...row }) => ({
      ...row,
      ...(isInside || id === undefined ? {} : { id }),
      [column]: decision.stamp,
    }));
    return;
  }
  if (decision.condition === null) return;
  if (state.type === 'truncate') throw errors.RAW_SQL_REFUSED();
  // Folder numbers are unique over all sites: the next one must be looked for in all of them.
  if (uid === FOLDER && state.type === 'max' && state.max === 'pathId') return;

  if (isChange(state.type)) keepSite(state, column);
  const prefix = prefixOf(uid, builder, guard);
  const visible = { uid, site: decision.condition, shared: decision.shared ?? null };
  state.where.push(visibleWhere(guard, prefix, { visible, lookUp }));
  if (state.type === 'select') markPopulates(builder, visible);
}

function operationOf({ state, [ONLY_OWN]: isOnlyOwn }: Instrumented) {
  if (state.type === 'insert') return 'insert';
  return isOnlyOwn || isChange(state.type) ? 'change' : 'read';
}

/** A row never changes its site by an update; Strapi also writes whole rows back. */
function keepSite(state: StrapiQueryBuilder['state'], column: string) {
  const isOther = (name: string) => name.toLowerCase() !== column;
  mapRows(state, (row) =>
    Object.fromEntries(Object.entries(row).filter(([name]) => isOther(name))),
  );
  state.increments = state.increments.filter((change) => isOther(change.column));
  state.decrements = state.decrements.filter((change) => isOther(change.column));
}

function mapRows(state: StrapiQueryBuilder['state'], map: (row: Row) => Row) {
  if (Array.isArray(state.data)) state.data = state.data.map(map);
  else if (state.data || state.type === 'insert') state.data = map(state.data ?? {});
}

/**
 * A key in a row's own table is written only where it leads to a visible row; a hidden one and
 * one that does not exist both become NULL, and the link layer then refuses both alike.
 */
function narrowForeignKeys(
  uid: string,
  { state }: StrapiQueryBuilder,
  { guard, raw }: { guard: Guard; raw: Raw },
) {
  const keys = guard.tables.foreignKeysOf(uid);
  for (const key of keys) {
    const seen = visibleFor(guard, key.targetUid);
    if (!seen) continue;
    const condition = visibleSql(guard, 'ms', seen);
    mapRows(state, (row) => {
      const id = row[key.column];
      if (typeof id !== 'number' && typeof id !== 'string') return row;
      // Twice nested: MariaDB refuses to read the table it writes to, but not a copy of it.
      const visible = raw(
        `(select x.id from (select ms.id from ?? as ms where ms.id = ? and ${condition.sql}) as x)`,
        [key.targetTable, id, ...condition.bindings],
      );
      return { ...row, [key.column]: guard.trust(visible) };
    });
  }
}

/** Link tables, components and the registry, asked for by their own name. */
function narrowHelpers(
  uid: string,
  builder: Instrumented,
  { query, guard }: { query: KnexQuery; guard: Guard },
) {
  const { state, alias } = builder;
  if (!guard.tables.isHelper(uid)) return;
  // A joined component was reached through the entry that holds it.
  if (state.joins.length > 0 && guard.tables.componentOf(uid)) return;
  const operation = operationOf(builder);
  const hasAlias = state.type === 'select' || state.type === 'count';
  const table = guard.tables.tableOf(uid);
  narrowHelperTable(query, { guard, table, alias: hasAlias ? alias : table, operation });
}

/** Updates and deletes without joins run without an alias, see `mustUseAlias` in Strapi. */
function prefixOf(uid: string, builder: StrapiQueryBuilder, guard: Guard): string {
  const { state, alias } = builder;
  const isBare = isChange(state.type) && state.joins.length === 0;
  const isAggregate = state.type === 'max' || state.type === 'min';
  return isBare || isAggregate ? (guard.tables.byUid(uid)?.table ?? alias) : alias;
}

const isChange = (type: string) => type === 'update' || type === 'delete' || type === 'truncate';
