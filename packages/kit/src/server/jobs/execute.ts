import type { Core } from '@strapi/strapi';
import { runInSite } from '../ports';
import { cutLog, RunLostError, type Job, type JobHandler, type Run, type StopReason } from './run';
import type { RunStore } from './run-store';

/** Progress is written at most so often: a run of 10,000 entries is not 10,000 updates. */
const WRITE_EVERY_MS = 300;

export type Execution = {
  id: number;
  stop(reason: StopReason): void;
  done: Promise<void>;
};

/**
 * Does one claimed run: heartbeat, progress, log, and its end. Every write carries the fence, so
 * that an instance that slept too long changes nothing any more.
 */
export function execute({
  strapi,
  store,
  run,
  handler,
  ttlMs,
  prefix,
}: {
  strapi: Core.Strapi;
  store: RunStore;
  run: Run;
  handler: JobHandler;
  ttlMs: number;
  /** Of log lines: the plugin's id. */
  prefix: string;
}): Execution {
  const abort = new AbortController();
  const reason = () => (abort.signal.aborted ? (abort.signal.reason as StopReason) : null);
  const stop = (why: StopReason) => {
    if (!abort.signal.aborted) abort.abort(why);
  };

  let pending: Partial<Record<keyof Run, unknown>> = {};
  let lines = run.log ?? [];
  let writtenAt = 0;
  let heardAt = Date.now();

  async function flush(isUrgent: boolean) {
    if (!isUrgent && Date.now() - writtenAt < WRITE_EVERY_MS) return;
    const data = pending;
    pending = {};
    writtenAt = Date.now();
    if (Object.keys(data).length > 0 && !(await store.write(run, data))) lost();
  }

  function lost(): never {
    stop('lost');
    throw new RunLostError();
  }

  async function beat() {
    try {
      const data = pending;
      pending = {};
      const { isMine, wanted } = await store.beat(run, data);
      heardAt = Date.now();
      if (!isMine) stop('lost');
      else if (wanted) stop(wanted);
    } catch (error) {
      strapi.log.warn(`[${prefix}] Run ${run.id}: the heartbeat was not written: ${textOf(error)}`);
      // By now another instance may have it.
      if (Date.now() - heardAt > ttlMs) stop('lost');
    }
  }

  const job: Job = {
    id: run.id,
    type: run.type,
    site: run.site,
    input: run.input,
    checkpoint: run.checkpoint,
    signal: abort.signal,
    fence: run.fence,
    async progress(done, total, note) {
      Object.assign(pending, { progressDone: done, progressTotal: total, note: note ?? null });
      await flush(done === total);
    },
    async saveCheckpoint(value) {
      pending.checkpoint = value;
      await flush(true);
    },
    async log(line) {
      lines = cutLog([...lines, `${new Date().toISOString()} ${line}`]);
      pending.log = lines;
      await flush(false);
    },
    isMine: async () => reason() !== 'lost' && store.isMine(run),
  };

  async function work() {
    const heart = setInterval(() => void beat(), Math.max(20, ttlMs / 3));
    heart.unref();
    try {
      const result = await runInSite(strapi, run.site, () => handler(job));
      if (!(await store.end(run, 'done', { ...pending, result: result ?? null }))) stop('lost');
    } catch (error) {
      await settle(error);
    } finally {
      clearInterval(heart);
    }
    if (reason() === 'lost') {
      strapi.log.warn(`[${prefix}] Run ${run.id} was taken over by another instance.`);
    }
  }

  async function settle(error: unknown) {
    const why = reason();
    if (why === 'lost') return;
    if (why === null) {
      strapi.log.error(`[${prefix}] Run ${run.id} (${run.type}) failed: ${textOf(error)}`);
      await store.end(run, 'failed', { ...pending, error: textOf(error) });
      return;
    }
    await store.end(run, STATE_AFTER[why], pending);
  }

  const done = work().catch((error: unknown) => {
    strapi.log.error(`[${prefix}] Run ${run.id}: its end was not written: ${textOf(error)}`);
  });
  return { id: run.id, stop, done };
}

/** `stop`: this process ends; what is left goes on from the checkpoint elsewhere or later. */
const STATE_AFTER = { cancel: 'cancelled', pause: 'paused', stop: 'queued' } as const;

const textOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
