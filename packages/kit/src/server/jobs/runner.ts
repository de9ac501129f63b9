import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import os from 'node:os';
import type { Core } from '@strapi/strapi';
import { rowsOf } from '../site-rows';
import { databaseNow } from './clock';
import { execute, type Execution } from './execute';
import { createLeases } from './leases';
import type { JobHandler, Run, RunState, StopReason } from './run';
import { asJson, createRunStore, fromRow } from './run-store';
import { createPgBossWaker, type JobEngine, type Waker } from './wake';

type Options = {
  strapi: Core.Strapi;
  pluginId: string;
  runUid: string;
  leaseUid: string;
  /** What can be done, by the `type` of a run. */
  handlers: Record<string, JobHandler>;
  /** Runs at once in this process. */
  concurrency?: number;
  /** How often waiting runs are looked for, and those of a dead instance. */
  pollMs?: number;
  /** How long an instance may be silent before its runs are taken over. */
  leaseTtlMs?: number;
  /** A run whose instance died this often is given up. */
  maxAttempts?: number;
  /** 'pg-boss': on PostgreSQL, runs are woken by that queue, and polling is only the net below. */
  engine?: JobEngine;
  /** How long `stop` waits for handlers that were told to end. */
  stopTimeoutMs?: number;
  now?: () => number | Promise<number>;
};

export type JobRunner = ReturnType<typeof createJobRunner>;

/**
 * Work that outlives its request: rows in `<prefix>_runs`, done by whichever instance is free,
 * by one at a time, and taken over when that one dies. Reads and commands are narrowed to the
 * caller's site like every table with an attribute `site`.
 */
export function createJobRunner({
  strapi,
  pluginId,
  runUid,
  leaseUid,
  handlers,
  concurrency = 2,
  pollMs = 1000,
  leaseTtlMs = 30_000,
  maxAttempts = 5,
  engine = 'poll',
  stopTimeoutMs = 10_000,
  now = () => databaseNow(strapi),
}: Options) {
  const holder = `${os.hostname().slice(0, 40)}:${process.pid}:${randomUUID().slice(0, 8)}`;
  const store = createRunStore({ strapi, uid: runUid, holder, ttlMs: leaseTtlMs, now });
  const leases = createLeases({ strapi, uid: leaseUid, holder, now });
  const rows = () => rowsOf<Run>(strapi, runUid);

  const running = new Map<number, Execution>();
  let isStarted = false;
  let timer: NodeJS.Timeout | null = null;
  let waker: Waker | null = null;
  let looking: Promise<void> | null = null;
  let isLookAgain = false;
  // Where the runner was started; a request that wakes it must not lend it its site.
  let outside: <T>(work: () => T) => T = (work) => work();

  // Asked again after every wait, so not a variable the compiler may follow.
  const isRunning = () => isStarted;

  /** Claims what is due, as long as there is room. */
  async function look() {
    const room = concurrency - running.size;
    if (!isStarted || room <= 0) return;
    for (const found of await store.due(Object.keys(handlers), room * 2)) {
      const hasRoom = isRunning() && running.size < concurrency;
      const run = hasRoom ? await store.claim(found) : null;
      if (run) await begin(run);
    }
  }

  async function begin(run: Run) {
    if (run.wanted === 'cancel') {
      await store.end(run, 'cancelled');
      return;
    }
    if (run.attempts > maxAttempts) {
      const error = `Given up: its instance ended ${maxAttempts} times while it was running.`;
      await store.end(run, 'failed', { error });
      return;
    }
    const handler = handlers[run.type];
    if (!handler) return;
    const execution = execute({ strapi, store, run, handler, ttlMs: leaseTtlMs, prefix: pluginId });
    running.set(run.id, execution);
    void execution.done.then(() => {
      running.delete(run.id);
      wake();
    });
  }

  function wake() {
    if (!isStarted) return;
    if (looking) {
      isLookAgain = true;
      return;
    }
    looking = outside(look)
      .catch((error: unknown) => {
        const text = error instanceof Error ? error.message : String(error);
        strapi.log.warn(`[${pluginId}] Waiting runs could not be looked for: ${text}`);
      })
      .finally(() => {
        looking = null;
        if (isLookAgain) {
          isLookAgain = false;
          wake();
        }
      });
  }

  /** The run, if the caller's site may see it. */
  async function find(id: number): Promise<Run | null> {
    const row = await rows().findOne({ id });
    return row && fromRow(row);
  }

  async function ask(id: number, wanted: 'cancel' | 'pause', ended: RunState) {
    const run = await find(id);
    if (!run) return null;
    const waiting: RunState[] = wanted === 'cancel' ? ['queued', 'paused'] : ['queued'];
    const over = wanted === 'cancel' ? { endedAt: new Date(await now()) } : {};
    const isAtRest = await store.move(id, waiting, { state: ended, ...over });
    if (!isAtRest && (await store.move(id, ['running'], { wanted }))) {
      running.get(id)?.stop(wanted);
    }
    return find(id);
  }

  async function requeue(id: number, from: readonly RunState[], data: object) {
    if (!(await find(id))) return null;
    const isQueued = await store.move(id, from, { ...data, state: 'queued', wanted: null });
    if (isQueued) announce(id);
    return find(id);
  }

  function announce(id: number) {
    wake();
    waker?.send(id).catch((error: unknown) => {
      const text = error instanceof Error ? error.message : String(error);
      strapi.log.warn(`[${pluginId}] pg-boss did not take run ${id}: ${text}`);
    });
  }

  return {
    async start() {
      if (isStarted) return;
      isStarted = true;
      outside = AsyncLocalStorage.snapshot();
      if (engine === 'pg-boss') waker = await createPgBossWaker({ strapi, pluginId, onWake: wake });
      timer = setInterval(wake, engine === 'pg-boss' ? Math.max(pollMs, 10_000) : pollMs);
      timer.unref();
      wake();
    },

    /** Ends what runs here; it goes on from its checkpoint elsewhere, or at the next start. */
    async stop() {
      if (!isStarted) return;
      isStarted = false;
      if (timer) clearInterval(timer);
      await waker?.stop();
      waker = null;
      await looking;
      const ends = [...running.values()].map((execution) => {
        execution.stop('stop' satisfies StopReason);
        return execution.done;
      });
      let limit: NodeJS.Timeout | undefined;
      const tooLong = new Promise<void>((resolve) => {
        limit = setTimeout(resolve, stopTimeoutMs);
      });
      await Promise.race([Promise.all(ends), tooLong]);
      clearTimeout(limit);
    },

    /**
     * Puts a run into the queue.
     *
     * @param dedupeKey while a run with this key waits, runs or is paused, that one is returned
     *   and no second one is made.
     */
    async enqueue(given: {
      type: string;
      title: string;
      site?: number;
      input?: unknown;
      startedBy?: string | number | null;
      dedupeKey?: string;
    }): Promise<Run> {
      const { startedBy = null, dedupeKey = null, input = null, ...rest } = given;
      if (!(given.type in handlers)) throw new Error(`[${pluginId}] No handler of ${given.type}.`);
      const create = async () => {
        const run = await rows().create({
          ...rest,
          input: asJson(input),
          dedupeKey,
          startedBy: startedBy === null ? null : String(startedBy),
          state: 'queued',
          fence: 0,
          attempts: 0,
        });
        announce(run.id);
        return fromRow(run);
      };
      if (dedupeKey === null) return create();

      const name = `enqueue:${dedupeKey}`;
      for (let attempt = 0; attempt < 50; attempt += 1) {
        const open = { dedupeKey, state: { $in: ['queued', 'running', 'paused'] } };
        const same = await rows().findOne(open);
        if (same) return fromRow(same);
        const lease = await leases.acquire(name, 5000);
        if (lease) {
          try {
            const other = await rows().findOne(open);
            return other ? fromRow(other) : await create();
          } finally {
            await lease.release();
          }
        }
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error(`[${pluginId}] The run “${given.title}” could not be put into the queue.`);
    },

    find,

    async list({
      type,
      state,
      page = 1,
      pageSize = 20,
    }: { type?: string; state?: RunState; page?: number; pageSize?: number } = {}) {
      const where = { ...(type && { type }), ...(state && { state }) };
      const found = await rows().findPage({ where, orderBy: { id: 'desc' }, page, pageSize });
      return { ...found, rows: found.rows.map(fromRow) };
    },

    /** At once where it waits; where it runs, as soon as its handler looks at the signal. */
    cancel: (id: number) => ask(id, 'cancel', 'cancelled'),
    pause: (id: number) => ask(id, 'pause', 'paused'),
    /** Goes on from the checkpoint. */
    resume: (id: number) => requeue(id, ['paused'], {}),
    /** Again, from the checkpoint where it failed or was cancelled. */
    retry: (id: number) =>
      requeue(id, ['failed', 'cancelled'], { error: null, endedAt: null, attempts: 0 }),

    leases,
  };
}
