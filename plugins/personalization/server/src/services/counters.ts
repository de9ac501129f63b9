import type { Core } from '@strapi/strapi';
import { naturalKey, rowsOf, runUnscoped } from 'suite-kit/server';
import { PLUGIN_ID, UID } from '../../../shared/plugin';
import type { CounterRow } from './types';

const FLUSH_MS = 5_000;
/** Upper ends of the classes of durations, in milliseconds. */
const CLASSES = [0.1, 0.25, 0.5, 1, 2, 5, 10, 25, 50, 100, 1_000];

type Waiting = { site: number; day: string; name: string; label: string; value: number };

/** Figures of a day, counted in memory and added to their rows every few seconds. */
const counters = ({ strapi }: { strapi: Core.Strapi }) => {
  let waiting = new Map<string, Waiting>();
  let timer: NodeJS.Timeout | null = null;
  let writing: Promise<void> = Promise.resolve();

  async function add({ site, day, name, label, value }: Waiting, key: string) {
    const table = strapi.db.metadata.get(UID.counter).tableName;
    const increase = () => strapi.db.connection(table).where({ key }).increment('value', value);
    if ((await increase()) > 0) return;
    try {
      await strapi.db.query(UID.counter).create({ data: { key, site, day, name, label, value } });
    } catch {
      // Another instance made the row in between.
      await increase();
    }
  }

  async function write() {
    const batch = waiting;
    waiting = new Map();
    for (const [key, one] of batch) await runUnscoped(strapi, () => add(one, key));
  }

  const flush = () => {
    writing = writing.then(write).catch((error: unknown) => {
      strapi.log.warn(`[${PLUGIN_ID}] Figures could not be stored: ${String(error)}`);
    });
    return writing;
  };

  function count(site: number, name: string, label = '', value = 1) {
    const day = new Date().toISOString().slice(0, 10);
    const key = naturalKey([site, day, name, label]);
    const known = waiting.get(key);
    if (known) known.value += value;
    else waiting.set(key, { site, day, name, label, value });
  }

  return {
    start() {
      timer = setInterval(() => void flush(), FLUSH_MS);
      timer.unref();
    },
    async stop() {
      if (timer) clearInterval(timer);
      await flush();
    },
    flush,
    count,
    duration(site: number, name: string, ms: number) {
      const top = CLASSES.find((limit) => ms <= limit) ?? CLASSES.at(-1);
      count(site, `${name}-ms`, String(top));
    },
    /** Rows of the last days, of the site the code runs for. */
    async read(names: readonly string[], days = 30): Promise<CounterRow[]> {
      await flush();
      const since = new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
      return rowsOf<CounterRow>(strapi, UID.counter).findMany({
        where: { name: { $in: [...names] }, day: { $gte: since } },
        orderBy: { day: 'asc' },
        limit: 10_000,
      });
    },
  };
};

/** The duration that this share of all stays below, from the counts of its classes. */
export function percentileOf(rows: readonly CounterRow[], share: number): number | null {
  const classes = new Map<number, number>();
  for (const { label, value } of rows) {
    classes.set(Number(label), (classes.get(Number(label)) ?? 0) + value);
  }
  const total = [...classes.values()].reduce((sum, value) => sum + value, 0);
  let sum = 0;
  for (const [top, value] of [...classes].sort(([a], [b]) => a - b)) {
    sum += value;
    if (sum >= total * share) return top;
  }
  return null;
}

export default counters;
