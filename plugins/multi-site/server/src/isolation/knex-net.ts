import type { Core } from '@strapi/strapi';
import { findTableInSql } from '../core/sql-text';
import { errors } from '../errors';
import type { Guard } from './guard';
import { visit } from './knex-walk';
import type { KnexRaw } from './strapi-internals';

type Runner = { stream(...args: unknown[]): unknown };
type KnexClient = { runner(query: unknown): Runner };

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

  // A streamed statement is compiled without that announcement.
  const prototype = Object.getPrototypeOf(connection.client) as KnexClient;
  const hadOwn = Object.prototype.hasOwnProperty.call(prototype, 'runner');
  const { runner } = prototype;
  prototype.runner = function (query) {
    const result = runner.call(this, query);
    const { stream } = result;
    result.stream = function (...args) {
      check(query);
      return stream.apply(this, args);
    };
    return result;
  };

  return () => {
    connection.removeListener('start', check);
    if (hadOwn) prototype.runner = runner;
    else delete (prototype as Partial<KnexClient>).runner;
  };
}

/**
 * Narrows every builder in a statement, or in anything that is to become part of one, and
 * refuses raw SQL in it.
 */
export function checkStatement(statement: unknown, guard: Guard) {
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
