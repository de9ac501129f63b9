import { errors } from '../errors';
import type { Guard } from './guard';
import {
  isKnexJoin,
  isKnexQuery,
  isKnexRaw,
  type KnexJoin,
  type KnexQuery,
  type KnexRaw,
  type Row,
} from './strapi-internals';
import { narrowHelperTable } from './visible-links';
import { visibleFor, visibleSql, type Visible } from './visible-rows';

type Walk = {
  guard: Guard;
  /** `isSource`: it stands where a table stands, so it needs no verb to read one. */
  onRaw: (raw: KnexRaw, isSource: boolean) => void;
  /** Report mode: look, change nothing. */
  isReadOnly: boolean;
};

/**
 * Narrows a knex builder and everything inside it: joins, unions, `with`, sub-selects given as
 * builders or as functions. Calling it again adds the same condition again, which is harmless.
 */
export function narrowQuery(query: KnexQuery, walk: Walk) {
  for (const statement of [...query._statements]) {
    if (isKnexJoin(statement)) narrowJoin(statement, query, walk);
    else visitMembers(statement, walk);
  }
  visitMembers(query._single, walk, ['table']);
  visitSource(query._single, walk);
  narrowOwnTable(query, walk);
}

function narrowOwnTable(query: KnexQuery, { guard, isReadOnly }: Walk) {
  const isInsert = query._method === 'insert' || query._single.insert !== undefined;
  const isChange = ['update', 'del', 'truncate'].includes(query._method);
  const operation = isInsert ? 'insert' : isChange ? 'change' : 'read';
  const { column } = guard.tables;
  for (const source of readTables(query._single.table)) {
    const table = source.table.toLowerCase();
    if (!isReadOnly) narrowHelperTable(query, { guard, table, alias: source.alias, operation });
    const entry = guard.tables.byTable(table);
    const decision = entry && guard.decide(entry.uid, operation);
    if (!decision || isReadOnly || decision.condition === null) continue;
    if (isInsert) {
      stampInsert(query, column, decision.stamp);
      continue;
    }
    if (query._method === 'truncate') throw errors.RAW_SQL_REFUSED();
    dropColumn(query._single.update, column);
    dropColumn(query._single.counter, column);
    const { condition: site, shared = null } = decision;
    addCondition(query, source.alias, { guard, visible: { uid: entry.uid, site, shared } });
  }
}

/** Adds `AND column = site` to the whole WHERE: existing ORs are put in brackets first. */
function addCondition(query: KnexQuery, alias: string, condition: Condition) {
  const conditions = query._statements.filter((statement) => statement.grouping === 'where');
  if (conditions.some((statement) => statement.bool === 'or')) {
    query._statements = query._statements.filter((statement) => statement.grouping !== 'where');
    query.where(function (this: KnexQuery) {
      this._statements.push(...conditions);
    });
  }
  const { guard, visible } = condition;
  if (visible.shared) query.where(rawOf(query, alias, condition));
  else query.where(`${alias}.${guard.tables.column}`, visible.site);
}

type Condition = { guard: Guard; visible: Visible };

function rawOf({ client }: KnexQuery, alias: string, { guard, visible }: Condition) {
  const { sql, bindings } = visibleSql(guard, alias, visible);
  return guard.trust(client.raw(sql, bindings));
}

/** A row never changes its site by an update. Some databases take SITE_ID for site_id. */
function dropColumn(values: Row | undefined, column: string) {
  for (const key of Object.keys(values ?? {})) {
    const name = key.split('.').pop() ?? key;
    if (values && name.toLowerCase() === column) Reflect.deleteProperty(values, key);
  }
}

function stampInsert(query: KnexQuery, column: string, stamp: number | null) {
  const rows = query._single.insert;
  const isUpsert = query._single.merge !== undefined;
  // `insert … select` and upserts could carry or change rows of other sites.
  if (
    isUpsert ||
    typeof rows !== 'object' ||
    rows === null ||
    isKnexQuery(rows) ||
    isKnexRaw(rows)
  ) {
    throw errors.RAW_SQL_REFUSED();
  }
  const stampRow = (row: Row) => ({ ...row, [column]: stamp });
  query._single.insert = Array.isArray(rows) ? rows.map(stampRow) : stampRow(rows as Row);
}

/** Joins that show rows of the joined table for which ON does not hold, or that have no ON. */
const KEEPS_ALL_ROWS = /right|full|cross|natural/i;

function narrowJoin(join: KnexJoin, query: KnexQuery, walk: Walk) {
  const { guard, isReadOnly } = walk;
  join.clauses.forEach((clause) => visitMembers(clause, walk));
  visitSource(join, walk);
  for (const source of readTables(join.table)) {
    if (isReadOnly) continue;
    const entry = guard.tables.byTable(source.table);
    const helper = entry ? null : narrowedHelper(query, guard, source.table.toLowerCase());
    if (helper) join.table = helper.as(source.alias);
    const visible = entry ? visibleFor(guard, entry.uid) : null;
    if (!visible) continue;
    if (KEEPS_ALL_ROWS.test(join.joinType)) {
      // A condition in ON would not keep foreign rows out of these; a narrowed table does.
      const { table, alias } = source;
      const rows = query.client.queryBuilder().from(table);
      rows.where(rawOf(query, table, { guard, visible }));
      join.table = rows.as(alias);
      continue;
    }
    // The join's own condition goes into brackets: it may hold an OR.
    const { clauses } = join;
    join.clauses = [];
    if (clauses.length > 0) {
      join.on(function (this: KnexJoin) {
        this.clauses.push(...clauses);
      });
    }
    if (visible.shared) join.on(rawOf(query, source.alias, { guard, visible }));
    else join.andOnVal(`${source.alias}.${guard.tables.column}`, visible.site);
  }
}

/** What a join may read of a link table, a component or a table of ours; null: all of it. */
function narrowedHelper(query: KnexQuery, guard: Guard, table: string): KnexQuery | null {
  const rows = query.client.queryBuilder().from(table);
  narrowHelperTable(rows, { guard, table, alias: table, operation: 'read' });
  return rows._statements.length > 0 ? rows : null;
}

/** What a query or a join reads from: a name, a builder, a function, or raw SQL. */
function visitSource(holder: { table?: unknown }, walk: Walk) {
  const { table } = holder;
  if (isKnexRaw(table)) {
    walk.onRaw(table, true);
    return visit(table.bindings, walk);
  }
  if (typeof table === 'function') holder.table = wrapCallback(table as Callback, walk);
  else visit(table, walk);
}

/** Looks at every member of a list or an object; functions are replaced by narrowing ones. */
function visitMembers(holder: object, walk: Walk, except: readonly string[] = []) {
  const members = holder as Record<string, unknown>;
  for (const [key, value] of Object.entries(members)) {
    if (except.includes(key)) continue;
    if (typeof value === 'function') members[key] = wrapCallback(value as Callback, walk);
    else visit(value, walk);
  }
}

/** Anything that may hold a builder or raw SQL: a value, a list, a plain object of aliases. */
export function visit(value: unknown, walk: Walk): void {
  if (typeof value !== 'object' || value === null) return;
  if (isKnexQuery(value)) {
    if (!walk.guard.isNarrowed(value)) narrowQuery(value, walk);
    return;
  }
  if (isKnexRaw(value)) {
    walk.onRaw(value, false);
    return visit(value.bindings, walk);
  }
  if (Array.isArray(value) || isPlain(value)) visitMembers(value, walk);
}

/** Also one without a prototype, as parsers make them, or with that of another realm. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

type Callback = (this: unknown, ...args: unknown[]) => unknown;

/** knex runs such functions while it compiles, so what they build is narrowed right after. */
function wrapCallback(callback: Callback, walk: Walk): Callback {
  return function (...args) {
    const result = callback.apply(this, args);
    const built = [this, args[0]].find((value) => isKnexQuery(value) || isKnexJoin(value));
    if (isKnexQuery(built)) narrowQuery(built, walk);
    else if (isKnexJoin(built)) built.clauses.forEach((clause) => visitMembers(clause, walk));
    return result;
  };
}

type Source = { table: string; alias: string };

/** `articles as t0`, `public.articles`, `{ t0: 'articles', t1: 'tags' }`. None for sub-selects. */
function readTables(value: unknown): Source[] {
  if (typeof value === 'string') {
    const [, name = value, alias] = /^(.+?)(?:\s+as\s+(\S+))?$/i.exec(value.trim()) ?? [];
    return [{ table: name.split('.').pop() ?? name, alias: alias ?? name }];
  }
  if (typeof value !== 'object' || value === null || isKnexQuery(value) || isKnexRaw(value)) {
    return [];
  }
  return Object.entries(value).flatMap(([alias, table]) =>
    typeof table === 'string' ? [{ table: table.split('.').pop() ?? table, alias }] : [],
  );
}
