import type { Core } from '@strapi/strapi';
import type { SqlQuery } from '../services/sql-query';

/** So many values in one `in (…)`, below every database's limit. */
export const CHUNK = 400;

export function* chunksOf<T>(items: readonly T[], size = CHUNK): Generator<T[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}

/** What Strapi's `db.transaction` hands to its work. */
type Transaction = { raw(sql: string, bindings: (string | number | null)[]): PromiseLike<unknown> };

export type Row = Record<string, unknown> & { id: number };

/** Rows of a table whose column is one of these ids. */
export async function readWhereIn(
  table: (name: string) => SqlQuery,
  {
    name,
    column,
    ids,
    where = {},
  }: {
    name: string;
    column: string;
    ids: readonly number[];
    where?: Record<string, unknown>;
  },
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const chunk of chunksOf(ids)) {
    const found = (await table(name).where(where).whereIn(column, chunk).orderBy('id')) as Row[];
    rows.push(...found);
  }
  return rows;
}

/**
 * Copies one row inside the database, so that no value is read and written back in another form,
 * and tells the new row's id.
 */
export async function copyRow(
  { strapi, trx }: { strapi: Core.Strapi; trx: Transaction },
  copy: { table: string; id: number; columns: readonly string[]; set: Record<string, unknown> },
): Promise<number> {
  const { table, id, columns, set } = copy;
  const named = Object.keys(set);
  const kept = columns.filter((column) => !named.includes(column));
  const into = [...kept, ...named].map(() => '??').join(', ');
  const from = [...kept.map(() => '??'), ...named.map(() => '?')].join(', ');
  const isMysql = strapi.db.dialect.client === 'mysql';
  const sql = `insert into ?? (${into}) select ${from} from ?? where id = ?${isMysql ? '' : ' returning id'}`;
  const values = Object.values(set) as (string | number | null)[];
  const bindings = [table, ...kept, ...named, ...kept, ...values, table, id];
  const answer: unknown = await trx.raw(sql, bindings);
  return readNewId(answer);
}

/** SQLite answers with the rows, PostgreSQL with `{ rows }`, MySQL with a header. */
function readNewId(answer: unknown): number {
  const [first] = Array.isArray(answer) ? (answer as unknown[]) : [];
  const { insertId, id } = (first ?? {}) as { insertId?: number; id?: number };
  const rows = (answer as { rows?: { id: number }[] }).rows;
  return Number(insertId ?? id ?? rows?.[0]?.id);
}
