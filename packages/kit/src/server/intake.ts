import { AsyncLocalStorage } from 'node:async_hooks';

export type Intake<T> = ReturnType<typeof createIntake<T>>;

/**
 * Takes many small things from requests and writes them in batches. What comes in while the queue
 * is full is dropped and counted: the site's answer never waits for statistics. A batch that
 * cannot be written is tried once more and then dropped, counted and told to `onDropped`.
 */
export function createIntake<T>({
  maxQueue,
  maxBatch,
  flushMs,
  write,
  onDropped,
}: {
  /** Things that may wait at most. */
  maxQueue: number;
  /** Things of one write at most. */
  maxBatch: number;
  /** How long a thing waits for others at most. */
  flushMs: number;
  write: (batch: T[]) => Promise<void>;
  onDropped?: (count: number, why: 'full' | 'write-failed', error?: unknown) => void;
}) {
  let queue: T[] = [];
  let timer: NodeJS.Timeout | null = null;
  let writing: Promise<void> | null = null;
  let isStopped = false;
  const counts = { accepted: 0, written: 0, dropped: 0, failedWrites: 0 };
  // A timer that is made inside a request would keep that request's site for ever.
  const outside = AsyncLocalStorage.snapshot();

  function drop(count: number, why: 'full' | 'write-failed', error?: unknown) {
    counts.dropped += count;
    onDropped?.(count, why, error);
  }

  async function writeBatch(batch: T[]) {
    try {
      await write(batch);
    } catch {
      counts.failedWrites += 1;
      await write(batch);
    }
    counts.written += batch.length;
  }

  async function drain() {
    while (queue.length > 0) {
      const batch = queue.slice(0, maxBatch);
      queue = queue.slice(maxBatch);
      try {
        await writeBatch(batch);
      } catch (error) {
        counts.failedWrites += 1;
        drop(batch.length, 'write-failed', error);
      }
    }
  }

  function flush(): Promise<void> {
    if (timer) clearTimeout(timer);
    timer = null;
    writing ??= outside(drain).finally(() => {
      writing = null;
    });
    return writing;
  }

  function flushSoon() {
    if (queue.length >= maxBatch) {
      void flush();
      return;
    }
    timer ??= outside(() => {
      const made = setTimeout(() => void flush(), flushMs);
      made.unref();
      return made;
    });
  }

  return {
    /** How many of them were taken. */
    push(items: readonly T[]): number {
      const room = isStopped ? 0 : Math.max(0, maxQueue - queue.length);
      const taken = items.slice(0, room);
      queue.push(...taken);
      counts.accepted += taken.length;
      if (taken.length < items.length) drop(items.length - taken.length, 'full');
      if (taken.length > 0) flushSoon();
      return taken.length;
    },

    /** Writes what waits now. */
    async flush() {
      // What is being written may be an older batch.
      await writing;
      await flush();
    },

    /** Takes nothing any more and writes what waits. */
    async stop() {
      isStopped = true;
      await writing;
      await flush();
    },

    stats: () => ({ ...counts, waiting: queue.length }),
  };
}

export type RateLimiter = ReturnType<typeof createRateLimiter>;

/**
 * So many in a window for each key, refilled evenly. Keys nobody used for longest are forgotten
 * first, so that made-up keys cannot fill the memory. Per instance.
 */
export function createRateLimiter({
  limit,
  windowMs,
  maxKeys,
  now = () => Date.now(),
}: {
  limit: number;
  windowMs: number;
  maxKeys: number;
  now?: () => number;
}) {
  const buckets = new Map<string, { left: number; at: number }>();

  return {
    /** False: too many; nothing was taken off. */
    take(key: string, cost = 1): boolean {
      const moment = now();
      const known = buckets.get(key);
      const refill = known ? ((moment - known.at) / windowMs) * limit : 0;
      const left = known ? Math.min(limit, known.left + refill) : limit;
      const isAllowed = left >= cost;
      // Taken out and put in again: a Map remembers its order.
      buckets.delete(key);
      buckets.set(key, { left: isAllowed ? left - cost : left, at: moment });
      if (buckets.size > maxKeys) {
        const [oldest] = buckets.keys();
        if (oldest !== undefined) buckets.delete(oldest);
      }
      return isAllowed;
    },
    size: () => buckets.size,
  };
}
