import type { Core } from '@strapi/strapi';
import { findTableInSql } from '../core/sql-text';
import { errors } from '../errors';
import type { Guard } from './guard';
import { narrowQuery } from './knex-walk';
import { isKnexQuery, isKnexRaw, type KnexRaw } from './strapi-internals';

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

function checkStatement(query: unknown, guard: Guard) {
  const { isActive, isReporting } = guard.state();
  if (!isActive && !isReporting) return;
  const { kind } = guard.context();
  if (kind === 'network' || kind === 'unscoped') return;

  const onRaw = (raw: KnexRaw) => checkRaw(raw, guard, isActive);
  if (isKnexRaw(query)) return onRaw(query);
  if (isKnexQuery(query) && !guard.isNarrowed(query)) {
    narrowQuery(query, { guard, onRaw, isReadOnly: !isActive });
  }
}

function checkRaw(raw: KnexRaw, guard: Guard, isActive: boolean) {
  if (guard.isTrusted(raw)) return;
  const bindings = Array.isArray(raw.bindings) ? raw.bindings : Object.values(raw.bindings ?? {});
  const table = findTableInSql(raw.sql, bindings, guard.tables.matcher);
  if (!table) return;
  guard.report({ kind: 'raw-sql', table });
  if (!isActive) return;
  throw errors.RAW_SQL_REFUSED({ details: { table } });
}
