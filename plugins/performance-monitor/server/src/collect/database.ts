import type { Core } from '@strapi/strapi';
import type { SqlDialect } from '../core/sql-tokens';
import type { Collector } from './collector';
import { isOwn } from './own-work';
import { IGNORED, recordOf, type RequestRecord } from './request-record';

type QueryEvent = { __knexQueryUid?: string; sql?: string; bindings?: readonly unknown[] };
type Emitter = {
  on(event: string, listener: (...args: never[]) => void): unknown;
  removeListener(event: string, listener: (...args: never[]) => void): unknown;
};
/** As much of tarn's pool as is read. */
export type Pool = Emitter & {
  numUsed(): number;
  numFree(): number;
  numPendingAcquires(): number;
};

type Pending = {
  startedAt: number;
  fingerprint: string;
  isLoad: boolean;
  bindings: readonly unknown[];
  record: RequestRecord | undefined;
};

/** Statements that never answer (`.stream()`, `.timeout()`) must not stay for ever. */
const MAX_PENDING = 5_000;
const FORGET_AFTER_MS = 120_000;
/** Label of what no request asked for: cron, jobs, start. */
const BACKGROUND = 'background';

export const dialectOf = (strapi: Core.Strapi): SqlDialect => {
  const { client } = strapi.db.dialect;
  return client === 'postgres' || client === 'mysql' ? client : 'sqlite';
};

export const poolOf = (strapi: Core.Strapi): Pool | null => {
  const { pool } = strapi.db.connection.client as { pool?: Pool };
  return pool ?? null;
};

/**
 * Listens to every statement and to every wait for a connection, and gives them to the request that
 * asked. Fails open. Returns the function that ends it.
 */
export function watchDatabase(strapi: Core.Strapi, collector: Collector): () => void {
  const endQueries = watchQueries(strapi, collector);
  const endPool = watchPool(strapi, collector);
  return () => {
    endQueries();
    endPool();
  };
}

/** The record of the running request; null when nothing of it may be counted. */
function currentRecord(strapi: Core.Strapi): RequestRecord | undefined | null {
  if (isOwn()) return null;
  const record = recordOf(strapi.requestContext.get());
  return record === IGNORED ? null : record;
}

function watchQueries(strapi: Core.Strapi, collector: Collector): () => void {
  const dialect = dialectOf(strapi);
  const pending = new Map<string, Pending>();
  // Knex emits on the instance; its types do not say so.
  const knex = strapi.db.connection as unknown as Emitter;

  const start = (event: QueryEvent) =>
    collector.safely(() => {
      const { __knexQueryUid: uid, sql, bindings = [] } = event;
      // BEGIN and COMMIT have no id and never answer.
      if (!collector.switches.database || uid === undefined || sql === undefined) return;
      const record = currentRecord(strapi);
      if (record === null) return;
      if (pending.size >= MAX_PENDING) sweep();
      const statement = collector.statement(sql, dialect);
      if (statement === null) return;
      const { id, isLoad } = statement;
      const startedAt = performance.now();
      pending.set(uid, { startedAt, fingerprint: id, isLoad, bindings, record });
    });

  const end = (event: QueryEvent, hasFailed: boolean) =>
    collector.safely(() => {
      const uid = event.__knexQueryUid;
      const found = uid === undefined ? undefined : pending.get(uid);
      if (uid === undefined || !found) return;
      pending.delete(uid);
      const durationMs = performance.now() - found.startedAt;
      const { fingerprint, isLoad, bindings, record, startedAt } = found;
      if (!record) {
        const sums = hasFailed ? [1] : [];
        collector.recorder.record('db', [fingerprint, BACKGROUND, '0'], durationMs, sums);
        return;
      }
      record.queries.add({ fingerprint, bindings, durationMs, isLoad });
      if (record.durations.length < MAX_PENDING) {
        record.durations.push({ fingerprint, durationMs, hasFailed });
      }
      record.addSpan({ kind: 'db', name: fingerprint, startedAt, durationMs, hasFailed });
    });

  const onResponse = (_response: unknown, event: QueryEvent) => end(event, false);
  const onError = (_error: unknown, event: QueryEvent) => end(event, true);

  function sweep() {
    const limit = performance.now() - FORGET_AFTER_MS;
    for (const [uid, { startedAt }] of pending) {
      if (startedAt < limit || pending.size >= MAX_PENDING) pending.delete(uid);
      else break;
    }
  }

  knex.on('query', start);
  knex.on('query-response', onResponse);
  knex.on('query-error', onError);
  return () => {
    knex.removeListener('query', start);
    knex.removeListener('query-response', onResponse);
    knex.removeListener('query-error', onError);
  };
}

function watchPool(strapi: Core.Strapi, collector: Collector): () => void {
  const pool = poolOf(strapi);
  if (!pool) return () => undefined;
  const waits = new Map<number, { startedAt: number; record: RequestRecord | undefined }>();

  const asked = (id: number) =>
    collector.safely(() => {
      if (!collector.switches.database) return;
      const record = currentRecord(strapi);
      if (record === null || waits.size >= MAX_PENDING) return;
      waits.set(id, { startedAt: performance.now(), record });
    });

  const got = (id: number) =>
    collector.safely(() => {
      const wait = waits.get(id);
      if (!wait) return;
      waits.delete(id);
      const { startedAt, record } = wait;
      const durationMs = performance.now() - startedAt;
      collector.recorder.record('pool', [], durationMs);
      if (!record) return;
      record.poolMs += durationMs;
      // Shorter than this it is no wait, and a waterfall would be full of them.
      if (durationMs >= 1) record.addSpan({ kind: 'pool', name: '', startedAt, durationMs });
    });

  const failed = (id: number) => waits.delete(id);

  pool.on('acquireRequest', asked);
  pool.on('acquireSuccess', got);
  pool.on('acquireFail', failed);
  return () => {
    pool.removeListener('acquireRequest', asked);
    pool.removeListener('acquireSuccess', got);
    pool.removeListener('acquireFail', failed);
  };
}
