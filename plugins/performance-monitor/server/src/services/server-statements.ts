import type { Core } from '@strapi/strapi';
import { siteScope } from 'suite-kit/server';
import type { ServerStatements } from '../../../shared/contracts/health';
import { PLUGIN_ID } from '../../../shared/plugin';
import { dialectOf } from '../collect/database';
import { runOwn } from '../collect/own-work';
import { serverStatements, type TakenDown } from '../core/server-statements';
import { optionsOf } from './options';

/** As much of knex's transaction as is used; its own types lose what `raw` gives back. */
type Transaction = { raw(sql: string): Promise<{ rows: unknown[] }> };

const MOST_ROWS = 20;
/** Of the server's list; statements that differ in values only are added up after that. */
const READ =
  'select query, calls, total_exec_time as total_ms, rows, shared_blks_hit as blocks_hit, shared_blks_read as blocks_read from pg_stat_statements where dbid = (select oid from pg_database where datname = current_database()) order by total_exec_time desc limit 500';

/** What PostgreSQL itself counted (pg_stat_statements), other programs' statements included. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** Null inside a site: the server serves all of them. */
  async read(): Promise<ServerStatements | null> {
    if (siteScope(strapi).kind === 'site') return null;
    if (dialectOf(strapi) !== 'postgres') return { state: 'other-database', rows: [] };
    try {
      const taken = await runOwn(() => takeDown(strapi));
      return { state: 'there', rows: serverStatements(taken, MOST_ROWS) };
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      strapi.log.debug(`[${PLUGIN_ID}] pg_stat_statements: ${reason}`);
      return { state: 'not-loaded', rows: [] };
    }
  },
});

const takeDown = (strapi: Core.Strapi): Promise<TakenDown[]> =>
  strapi.db.connection.transaction(async (given) => {
    const trx = given as unknown as Transaction;
    await trx.raw('set transaction read only');
    await trx.raw(`set local statement_timeout = ${optionsOf(strapi).explainTimeoutMs}`);
    return (await trx.raw(READ)).rows as TakenDown[];
  });
