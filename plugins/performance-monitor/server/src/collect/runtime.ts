import { monitorEventLoopDelay, performance, PerformanceObserver } from 'node:perf_hooks';
import { RUNTIME } from '../core/metrics';
import type { Collector } from './collector';
import type { Pool } from './database';

const RESOLUTION_MS = 10;
const LOOK_EVERY_MS = 1_000;
/** Heap and pool are read this often; each reading is one measurement. */
const SAMPLE_EVERY = 5;
const MB = 1024 * 1024;

/**
 * How busy this process is: how long work waits for its turn, heap, garbage collection, pool.
 * `delayMs()` is the wait of the last second, which a request felt before any of our code ran.
 */
export function watchRuntime(collector: Collector, pool: Pool | null) {
  const histogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  histogram.enable();
  let delayMs = 0;
  let round = 0;
  let usage = performance.eventLoopUtilization();

  const record = (what: string, value: number) =>
    collector.recorder.record('runtime', [what], value);

  const look = () =>
    collector.safely(() => {
      // The timer's own interval is in every reading.
      const over = (nanoseconds: number) => Math.max(0, nanoseconds / 1e6 - RESOLUTION_MS);
      const isMeasured = histogram.count > 0;
      delayMs = isMeasured ? atLeastOne(over(histogram.percentile(50))) : 0;
      if (isMeasured && collector.switches.runtime) {
        record(RUNTIME.loopDelay, over(histogram.percentile(99)));
      }
      histogram.reset();
      round += 1;
      if (round % SAMPLE_EVERY !== 0 || !collector.switches.runtime) return;
      const now = performance.eventLoopUtilization();
      record(
        RUNTIME.loopUtilisation,
        performance.eventLoopUtilization(now, usage).utilization * 100,
      );
      usage = now;
      record(RUNTIME.heap, process.memoryUsage().heapUsed / MB);
      if (!pool) return;
      record(RUNTIME.poolUsed, pool.numUsed());
      record(RUNTIME.poolFree, pool.numFree());
      record(RUNTIME.poolPending, pool.numPendingAcquires());
    });

  const timer = setInterval(look, LOOK_EVERY_MS);
  timer.unref();
  const observer = new PerformanceObserver((list) =>
    collector.safely(() => {
      if (!collector.switches.runtime) return;
      for (const { duration } of list.getEntries()) record(RUNTIME.gc, duration);
    }),
  );
  observer.observe({ entryTypes: ['gc'] });

  return {
    delayMs: () => delayMs,
    stop() {
      clearInterval(timer);
      observer.disconnect();
      histogram.disable();
    },
  };
}

/** Below a millisecond it is the timer's own inaccuracy, not a queue. */
const atLeastOne = (value: number) => (value < 1 ? 0 : value);
