import { randomBytes } from 'node:crypto';
import os from 'node:os';
import type { Core } from '@strapi/strapi';
import { runUnscoped } from 'suite-kit/server';
import { PLUGIN_ID } from '../../../shared/plugin';
import { Collector, type Switches } from '../collect/collector';
import { poolOf, watchDatabase } from '../collect/database';
import { watchOutgoing } from '../collect/outgoing';
import { runOwn } from '../collect/own-work';
import { requestMiddleware } from '../collect/requests';
import { watchRuntime } from '../collect/runtime';
import { watchTimings } from '../collect/timings';
import { optionsOf } from './options';
import { service } from './service';

const NOTHING: Switches = {
  requests: false,
  database: false,
  runtime: false,
  outgoing: false,
  delivery: false,
  timings: false,
  traces: false,
  markers: false,
};

/** The collectors of this process, and the clock that writes what they measured. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const options = () => optionsOf(strapi);
  const instance = `${os.hostname().slice(0, 40)}:${process.pid}:${randomBytes(3).toString('hex')}`;
  let collector: Collector | null = null;
  let runtime: ReturnType<typeof watchRuntime> | null = null;
  let ends: (() => void)[] = [];
  let timer: NodeJS.Timeout | null = null;
  let writing: Promise<void> = Promise.resolve();
  let minute = 0;
  let hasComplained = false;

  const settings = () => service(strapi, 'settings');

  function theCollector(): Collector {
    collector ??= new Collector(options(), NOTHING);
    return collector;
  }

  async function applySettings() {
    const { collectors, isPrometheusOn } = await settings().fresh();
    const target = theCollector();
    target.switches = options().collectingEnabled ? collectors : NOTHING;
    target.recorder.keepTotals(isPrometheusOn);
  }

  async function write(): Promise<void> {
    const target = theCollector();
    const at = minute || currentMinute();
    minute = currentMinute();
    const series = target.recorder.take();
    const statements = target.takeStatements();
    let kept = target.kept.take();
    try {
      if (series.length > 0) {
        await service(strapi, 'store').write({ minute: at, instance, series });
      }
      target.recorder.written();
      await service(strapi, 'statements').write(statements);
      await service(strapi, 'traces').write(kept, instance);
      kept = [];
      await service(strapi, 'markers').flush();
      await applySettings();
      hasComplained = false;
    } catch (error) {
      target.recorder.putBack();
      target.giveBackStatements(statements);
      target.kept.giveBack(kept);
      if (hasComplained) return;
      // Once, until it works again: a database that is away fills the log by itself.
      hasComplained = true;
      strapi.log.warn(
        `[${PLUGIN_ID}] Figures could not be written; they are kept and tried again.`,
      );
      strapi.log.warn(error instanceof Error ? error.message : String(error));
    }
  }

  /** One write at a time; the caller waits for its own. */
  function flush(): Promise<void> {
    writing = writing.then(() => runOwn(() => runUnscoped(strapi, write)));
    return writing;
  }

  return {
    instance,
    collector: theCollector,

    middleware: () =>
      requestMiddleware({
        strapi,
        collector: theCollector(),
        limits: () => {
          const { slowMs, sampleShare, excludedPaths } = settings().now();
          const { tracesPerMinute, proxyHeaderEnabled } = options();
          return {
            slowMs,
            sampleShare,
            excludedPaths,
            tracesPerMinute,
            trustsProxy: proxyHeaderEnabled,
          };
        },
        loopDelayMs: () => runtime?.delayMs() ?? 0,
        random: Math.random,
      }),

    /** After the boot, whose hundreds of statements would count as traffic. */
    async start(): Promise<void> {
      await runOwn(applySettings);
      if (!options().collectingEnabled) return;
      const target = theCollector();
      runtime = watchRuntime(target, poolOf(strapi));
      ends = [
        watchDatabase(strapi, target),
        watchOutgoing(strapi, target),
        watchTimings(strapi, target),
      ];
      minute = currentMinute();
      timer = setInterval(() => void flush(), options().flushMs);
      timer.unref();
    },

    flush,

    /** Ends measuring and writes the rest. */
    async stop(): Promise<void> {
      if (timer) clearInterval(timer);
      timer = null;
      ends.forEach((end) => end());
      ends = [];
      runtime?.stop();
      runtime = null;
      await flush();
      if (collector) collector.switches = NOTHING;
    },
  };
};

const currentMinute = () => Math.floor(Date.now() / 60_000);
