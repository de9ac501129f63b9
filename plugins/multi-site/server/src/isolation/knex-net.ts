import type { Core } from '@strapi/strapi';
import { findTableInSql } from '../core/sql-text';
import { errors } from '../errors';
import type { Guard } from './guard';
import { visit } from './knex-walk';
import { isKnexQuery, type KnexRaw } from './strapi-internals';

type Runner = { builder: unknown; stream(...args: unknown[]): unknown };
export type KnexClient = { runner(query: unknown): Runner; queryBuilder(): unknown };

/**
 * Layers 3 and 4, the net under everything else: knex announces every statement before it is
 * compiled. A builder over a table with site content is narrowed, however it was nested; raw
 * SQL that names such a table cannot be narrowed and is refused. Access: fails closed.
 *
 * @returns a function that takes the layer out again.
 */
export function installKnexNet(strapi: Core.Strapi, guard: Guard): () => void {
  const { connection } = strapi.db;
  const check = (query: unknown) => checkStatement(query, guard);
  connection.on('start', check);

  // A streamed statement is compiled without that announcement. Wrapped once, not for each query.
  const runners = runnersOf(connection.client as KnexClient);
  const { stream } = runners;
  runners.stream = function (...args) {
    check(this.builder);
    return stream.apply(this, args);
  };

  return () => {
    connection.removeListener('start', check);
    runners.stream = stream;
  };
}

/** What knex runs statements with, on every connection and in every transaction. */
export const runnersOf = (client: KnexClient): Runner =>
  Object.getPrototypeOf(client.runner(client.queryBuilder())) as Runner;

/**
 * Narrows every builder in a statement, or in anything that is to become part of one, and
 * refuses raw SQL in it.
 */
export function checkStatement(statement: unknown, guard: Guard) {
  // Nearly every statement was made by Strapi's query builder, and is narrowed already.
  if (isKnexQuery(statement) && guard.isNarrowed(statement)) return;
  const { isActive, isReporting } = guard.state();
  if (!isActive && !isReporting) return;
  const { kind } = guard.context();
  if (kind === 'network' || kind === 'unscoped') return;

  const onRaw = (raw: KnexRaw, isSource: boolean) => checkRaw(raw, { guard, isActive, isSource });
  visit(statement, { guard, onRaw, isReadOnly: !isActive });
}

/** How Strapi numbers the rows of a link table anew after a write; it shows nothing of them. */
const REORDERING = /^UPDATE \?\? as a\b/;

function checkRaw(
  raw: KnexRaw,
  { guard, isActive, isSource }: { guard: Guard; isActive: boolean; isSource: boolean },
) {
  if (guard.isTrusted(raw)) return;
  const bindings = Array.isArray(raw.bindings) ? raw.bindings : Object.values(raw.bindings ?? {});
  const sql = raw.sql || raw.ref || '';
  const { matcher, helperMatcher } = guard.tables;
  const table =
    findTableInSql(sql, bindings, matcher, isSource) ??
    (REORDERING.test(sql) ? null : findTableInSql(sql, bindings, helperMatcher, isSource));
  if (!table) return;
  guard.report({ kind: 'raw-sql', table });
  if (!isActive) return;
  throw errors.RAW_SQL_REFUSED({ details: { table } });
}
