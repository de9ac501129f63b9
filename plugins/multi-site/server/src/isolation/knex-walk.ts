import { errors } from '../errors';
import type { Guard } from './guard';
import {
  isKnexJoin,
  isKnexQuery,
  isKnexRaw,
  type KnexJoin,
  type KnexQuery,
  type KnexRaw,
  type KnexStatement,
  type Row,
} from './strapi-internals';

type Walk = {
  guard: Guard;
  onRaw: (raw: KnexRaw) => void;
  /** Report mode: look, change nothing. */
  isReadOnly: boolean;
};

/**
 * Narrows a knex builder and everything inside it: joins, unions, `with`, sub-selects given as
 * builders or as functions. Calling it again adds the same condition again, which is harmless.
 */
export function narrowQuery(query: KnexQuery, walk: Walk) {
  for (const statement of [...query._statements]) {
    if (isKnexJoin(statement)) narrowJoin(statement, walk);
    else visitStatement(statement, walk);
  }
  const { table } = query._single;
  if (typeof table === 'function') query._single.table = wrapCallback(table as Callback, walk);
  else visit(table, walk);
  narrowOwnTable(query, walk);
}

function narrowOwnTable(query: KnexQuery, { guard, isReadOnly }: Walk) {
  const source = readTable(query._single.table);
  const entry = source && guard.tables.byTable(source.table);
  if (!entry) return;
  const isInsert = query._method === 'insert' || query._single.insert !== undefined;
  const isChange = ['update', 'del', 'truncate'].includes(query._method);
  const operation = isInsert ? 'insert' : isChange ? 'change' : 'read';
  const decision = guard.decide(entry.uid, operation);
  if (!decision || isReadOnly || decision.condition === null) return;

  const { column } = guard.tables;
  if (isInsert) return stampInsert(query, column, decision.stamp);
  if (query._method === 'truncate') throw errors.RAW_SQL_REFUSED();
  if (query._single.update) delete query._single.update[column];
  addCondition(query, `${source.alias}.${column}`, decision.condition);
}

/** Adds `AND column = site` to the whole WHERE: existing ORs are put in brackets first. */
function addCondition(query: KnexQuery, column: string, site: number) {
  const conditions = query._statements.filter((statement) => statement.grouping === 'where');
  if (conditions.some((statement) => statement.bool === 'or')) {
    query._statements = query._statements.filter((statement) => statement.grouping !== 'where');
    query.where(function (this: KnexQuery) {
      this._statements.push(...conditions);
    });
  }
  query.where(column, site);
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

function narrowJoin(join: KnexJoin, walk: Walk) {
  const { guard, isReadOnly } = walk;
  join.clauses.forEach((clause) => visitStatement(clause, walk));
  if (isKnexRaw(join.table) || typeof join.table === 'function') {
    return visit(join.table, walk);
  }
  visit(join.table, walk);
  const source = readTable(join.table);
  const entry = source && guard.tables.byTable(source.table);
  const decision = entry && guard.decide(entry.uid, 'read');
  if (!decision || isReadOnly || decision.condition === null) return;
  join.andOnVal(`${source.alias}.${guard.tables.column}`, decision.condition);
}

function visitStatement(statement: KnexStatement, walk: Walk) {
  for (const [key, value] of Object.entries(statement)) {
    if (typeof value === 'function') statement[key] = wrapCallback(value as Callback, walk);
    else visit(value, walk);
  }
}

/** Anything that may hold a builder or raw SQL: a value, a list, a plain object of aliases. */
function visit(value: unknown, walk: Walk): void {
  if (typeof value !== 'object' || value === null) return;
  if (isKnexQuery(value)) return narrowQuery(value, walk);
  if (isKnexRaw(value)) {
    walk.onRaw(value);
    return visit(value.bindings, walk);
  }
  if (Array.isArray(value)) return value.forEach((item) => visit(item, walk));
  if (Object.getPrototypeOf(value) === Object.prototype) {
    Object.values(value).forEach((item) => visit(item, walk));
  }
}

type Callback = (this: unknown, ...args: unknown[]) => unknown;

/** knex runs such functions while it compiles, so what they build is narrowed right after. */
function wrapCallback(callback: Callback, walk: Walk): Callback {
  return function (...args) {
    const result = callback.apply(this, args);
    if (isKnexQuery(this)) narrowQuery(this, walk);
    else if (isKnexQuery(args[0])) narrowQuery(args[0], walk);
    else if (isKnexJoin(args[0])) args[0].clauses.forEach((clause) => visitStatement(clause, walk));
    return result;
  };
}

/** `articles as t0`, `public.articles`, `{ t0: 'articles' }`. Null for sub-selects. */
function readTable(value: unknown): { table: string; alias: string } | null {
  if (typeof value === 'string') {
    const [, name = value, alias] = /^(.+?)(?:\s+as\s+(\S+))?$/i.exec(value.trim()) ?? [];
    const table = name.split('.').pop() ?? name;
    return { table, alias: alias ?? name };
  }
  if (typeof value === 'object' && value !== null && !isKnexQuery(value) && !isKnexRaw(value)) {
    const [entry] = Object.entries(value);
    if (entry && typeof entry[1] === 'string') return { table: entry[1], alias: entry[0] };
  }
  return null;
}
