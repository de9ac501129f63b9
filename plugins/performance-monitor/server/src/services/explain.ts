import type { Core } from '@strapi/strapi';
import type { Plan, PlanLine } from '../../../shared/contracts/health';
import { dialectOf } from '../collect/database';
import { runOwn } from '../collect/own-work';
import { isPlainSelect } from '../core/fingerprint';
import type { SqlDialect } from '../core/sql-tokens';
import { indexHints, readMysqlPlan, readPostgresPlan, readSqlitePlan } from '../core/plan';
import { errors } from '../errors';
import { optionsOf } from './options';
import { service } from './service';

type Value = string | number | boolean | null;
/** As much of knex's transaction as is used; its own types lose what `raw` gives back. */
type Transaction = { raw(sql: string, bindings?: readonly Value[]): Promise<unknown> };

/**
 * Asks the database how it would run a stored statement. The statement comes from our own table,
 * never from the browser; values are bound and not stored; it is planned, not run.
 */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async run(fingerprint: string, values: readonly Value[]): Promise<Plan> {
    const statement = (await service(strapi, 'statements').find([fingerprint])).get(fingerprint);
    if (!statement) throw errors.STATEMENT_NOT_FOUND();
    const dialect = dialectOf(strapi);
    if (!isPlainSelect(statement.sql, dialect)) throw errors.ONLY_SELECT();
    const needed = statement.sql.split('?').length - 1;
    const bound = values.slice(0, needed);
    // The plan needs a value everywhere; one that fits no row is as good as any.
    while (bound.length < needed) bound.push(null);

    const started = performance.now();
    const lines = await runOwn(() => plan(strapi, { sql: statement.sql, values: bound }));
    return {
      lines,
      hints: indexHints(lines, statement.sql),
      limits: dialect === 'postgres' ? [] : [dialect],
      durationMs: performance.now() - started,
    };
  },
});

async function plan(
  strapi: Core.Strapi,
  { sql, values }: { sql: string; values: readonly Value[] },
): Promise<PlanLine[]> {
  const { explainTimeoutMs } = optionsOf(strapi);
  const dialect = dialectOf(strapi);
  try {
    return await strapi.db.connection.transaction((trx) =>
      explainIn(trx as unknown as Transaction, { sql, values, dialect, explainTimeoutMs }),
    );
  } catch (error) {
    const reason = error instanceof Error ? error.message : '';
    if (/statement timeout/i.test(reason)) throw errors.EXPLAIN_TIMEOUT();
    strapi.log.debug(`[performance-monitor] explain: ${reason}`);
    throw errors.EXPLAIN_FAILED();
  }
}

async function explainIn(
  trx: Transaction,
  input: { sql: string; values: readonly Value[]; dialect: SqlDialect; explainTimeoutMs: number },
): Promise<PlanLine[]> {
  const { sql, values, dialect, explainTimeoutMs } = input;
  if (dialect === 'postgres') {
    await trx.raw('set transaction read only');
    await trx.raw(`set local statement_timeout = ${Math.round(explainTimeoutMs)}`);
    const answer = await trx.raw(`explain (format json) ${sql}`, values);
    return readPostgresPlan(
      (answer as { rows: Record<string, unknown>[] }).rows[0]?.['QUERY PLAN'],
    );
  }
  if (dialect === 'mysql') {
    const [rows] = (await trx.raw(`explain ${sql}`, values)) as [Record<string, unknown>[]];
    return readMysqlPlan(rows);
  }
  const rows = await trx.raw(`explain query plan ${sql}`, values);
  return readSqlitePlan(rows as Parameters<typeof readSqlitePlan>[0]);
}
