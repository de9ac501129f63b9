import type { Core } from '@strapi/strapi';

const NOW: Partial<Record<string, string>> = {
  postgres: 'select (extract(epoch from clock_timestamp()) * 1000)::bigint as now',
  mysql: 'select cast(unix_timestamp(now(3)) * 1000 as unsigned) as now',
};

type Row = { now: string | number };

/**
 * Milliseconds by the database's clock: instances whose own clocks differ agree about when a
 * lease ends. SQLite belongs to one machine, so there it is the machine's.
 */
export async function databaseNow(strapi: Core.Strapi): Promise<number> {
  const sql = NOW[strapi.db.dialect.client];
  if (!sql) return Date.now();
  const answer: unknown = await strapi.db.connection.raw(sql);
  // PostgreSQL answers { rows }, MySQL [rows, fields].
  const rows = Array.isArray(answer) ? (answer[0] as Row[]) : (answer as { rows: Row[] }).rows;
  return Number(rows[0]?.now);
}
