import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { changesKey, uniqueKey, type UniqueField, type UniqueTable } from '../core/unique-keys';
import { errors as refusals } from '../errors';
import { service } from '../services/service';
import type { SqlQuery } from '../services/sql-query';
import type { Guard } from './guard';
import { ONLY_OWN } from './query-builder';
import type { EntityManager, Row, StrapiQueryBuilder } from './strapi-internals';

type Execute = StrapiQueryBuilder['execute'];
const OWN_EXECUTE = Symbol('multi-site.own-execute');
type Keyed = StrapiQueryBuilder & { [OWN_EXECUTE]: { uid: string; execute: Execute } };

/**
 * Of writes of one unique value on one site at the same time, one wins. Strapi looks whether a
 * value is taken and writes afterwards; in between another request may have done the same. So
 * every row that counts for that look-up (a published one) is written with a key of its site,
 * language and value, and the database refuses the second one with the same key.
 *
 * A key counts only as long as its row has that value: what was edited with SQL, or while this
 * plugin was off, leaves a key behind that is taken away when it is in somebody's way.
 *
 * Before the second site is made nothing is written and nothing refused.
 *
 * @returns a function that takes the layer out again.
 */
export function installUniqueKeyLayer(strapi: Core.Strapi, guard: Guard): () => void {
  const manager = strapi.db.entityManager as unknown as EntityManager;
  const original = manager.createQueryBuilder;

  // Made once, not for each of the thousands of builders.
  function execute<Result>(this: Keyed, options?: object): Promise<Result> {
    const { uid, execute: own } = this[OWN_EXECUTE];
    const { type } = this.state;
    const isWrite = type === 'insert' || type === 'update';
    const table = isWrite && guard.state().isActive ? guard.tables.uniqueOf(uid) : undefined;
    const write = () => own.call(this, options) as Promise<Result>;
    return table ? writeWithKeys(this, { uid, table, write }) : write();
  }

  async function writeWithKeys<Result>(
    builder: Keyed,
    { uid, table, write }: { uid: string; table: UniqueTable; write: () => Promise<Result> },
  ) {
    const { state } = builder;
    const unprocessed = [...state.where];
    builder.processState();
    const claims =
      state.type === 'insert'
        ? claimsOfInsert(state, table)
        : await claimsOfUpdate(builder, { uid, table, where: unprocessed });
    if (claims.length === 0) return write();
    await makeRoom(strapi, { table, claims, transaction: state.transaction });
    try {
      return await write();
    } catch (error) {
      throw asTaken(error, claims) ?? asCollided(error) ?? error;
    }
  }

  const keyOf = (table: UniqueTable, row: Row, field: UniqueField) =>
    uniqueKey(row, { field, isLocalized: table.isLocalized, siteColumn: guard.tables.column });

  function claimsOfInsert(state: StrapiQueryBuilder['state'], table: UniqueTable): Claim[] {
    const rows = Array.isArray(state.data) ? state.data : [state.data ?? {}];
    const claims: Claim[] = [];
    for (const row of rows) {
      for (const field of table.fields) {
        const key = keyOf(table, row, field);
        row[field.keyColumn] = key;
        if (key !== null) claims.push({ field, key, value: row[field.column], id: null });
      }
    }
    return claims;
  }

  async function claimsOfUpdate(
    { state }: Keyed,
    { uid, table, where }: { uid: string; table: UniqueTable; where: unknown[] },
  ): Promise<Claim[]> {
    const data = state.data as Row | null;
    const { column } = guard.tables;
    const fields = data ? table.fields.filter((field) => changesKey(data, field, column)) : [];
    if (!data || fields.length === 0) return [];
    const free = () => fields.forEach(({ keyColumn }) => (data[keyColumn] = null));
    free();
    // Nearly every save is one of a draft.
    if (data.published_at === null) return [];

    const reader = manager.createQueryBuilder(uid);
    Object.assign(reader, { [ONLY_OWN]: true });
    const columns = table.fields.map((field) => field.column);
    reader.select(['id', column, 'locale', 'published_at', ...columns]).limit(2);
    reader.state.where = where;
    if (state.transaction) reader.transacting(state.transaction);
    const rows = await reader.execute<Row[]>({ mapResults: false });
    // Of several rows with one value none has a key. Only code of the app's own does that.
    const [row, other] = rows;
    if (!row || other) return [];
    return fields.flatMap((field) => {
      const merged = { ...row, ...data };
      const key = keyOf(table, merged, field);
      data[field.keyColumn] = key;
      return key === null ? [] : [{ field, key, value: merged[field.column], id: Number(row.id) }];
    });
  }

  manager.createQueryBuilder = function (uid) {
    const builder = original.call(this, uid) as Keyed;
    if (!guard.tables.uniqueOf(uid)) return builder;
    builder[OWN_EXECUTE] = { uid, execute: builder.execute };
    builder.execute = execute;
    return builder;
  };
  return () => {
    manager.createQueryBuilder = original;
  };
}

/** A key that is about to be written, by the row with that id or by a new one. */
export type Claim = { field: UniqueField; key: string; value: unknown; id: number | null };

/**
 * Takes keys away from rows that do not have that value any more. @throws ValidationError where a
 * row has it still.
 */
export async function makeRoom(
  strapi: Core.Strapi,
  given: { table: UniqueTable; claims: readonly Claim[]; transaction?: unknown },
) {
  const { table, claims, transaction } = given;
  const { column: siteColumn } = service(strapi, 'isolation').tables();
  const run = <T>(query: SqlQuery) => runInTransaction<T>(strapi, query, transaction);
  for (const field of table.fields) {
    const wanted = new Map(
      claims.flatMap((claim) => (claim.field === field ? [[claim.key, claim] as const] : [])),
    );
    if (wanted.size === 0) continue;
    const holders = await run<Row[]>(
      strapi.db
        .getConnection(table.table)
        .whereIn(field.keyColumn, [...wanted.keys()])
        .select('id', siteColumn, 'locale', 'published_at', field.column, field.keyColumn),
    );
    for (const holder of holders) {
      const claim = wanted.get(String(holder[field.keyColumn]));
      if (!claim || claim.id === Number(holder.id)) continue;
      const { isLocalized } = table;
      if (uniqueKey(holder, { field, isLocalized, siteColumn }) === claim.key) throw taken(claim);
      await run(
        strapi.db
          .getConnection(table.table)
          .where({ id: holder.id, [field.keyColumn]: claim.key })
          .update({ [field.keyColumn]: null }),
      );
    }
  }
}

/** Across sites, on the connection of the write it belongs to. */
export function runInTransaction<T>(
  strapi: Core.Strapi,
  query: SqlQuery,
  transaction?: unknown,
): Promise<T> {
  return service(strapi, 'context').runUnscoped(async () => {
    if (transaction) return (await query.transacting(transaction as never)) as T;
    if (!strapi.db.inTransaction()) return (await query) as T;
    return strapi.db.transaction(async ({ trx }) => (await query.transacting(trx)) as T);
  });
}

const DUPLICATES = new Set(['23505', 'ER_DUP_ENTRY', 'SQLITE_CONSTRAINT_UNIQUE']);

/** What a database says when a key of ours is there already; null for every other error. */
export function asTaken(error: unknown, claims: readonly Claim[]): Error | null {
  // Told by what it says and not by its class, of which a driver may have its own copy.
  const { code, message, constraint } = (error ?? {}) as Record<string, unknown>;
  if (!DUPLICATES.has(String(code))) return null;
  // PostgreSQL and MySQL name the index, SQLite the column.
  const text = `${String(message)} ${String(constraint)}`;
  const claim = claims.find(
    ({ field }) => text.includes(field.index) || text.includes(`.${field.keyColumn}`),
  );
  return claim ? taken(claim) : null;
}

const DEADLOCKS = new Set(['ER_LOCK_DEADLOCK', '40P01']);

/**
 * Of writers that wait for one another the database ends one and takes back its transaction; MariaDB
 * does so where several wait for one key. Null for every other error.
 */
export function asCollided(error: unknown): Error | null {
  const { code = '' } = error as { code?: string };
  return error instanceof Error && DEADLOCKS.has(code) ? refusals.SAVE_COLLIDED() : null;
}

/** The answer of Strapi's own check. */
function taken({ field, value }: Claim): Error {
  const message = 'This attribute must be unique';
  return new errors.ValidationError(message, {
    errors: [{ path: [field.name], message, name: 'ValidationError', value }],
  });
}
