import type { Core } from '@strapi/strapi';
import { SeriesSet, type Series } from '../core/frame';
import type { Sample } from '../core/insights';
import type { Metric } from '../core/metrics';
import { PACKED_MINUTES, rowsToRead, startOf, type Window } from '../core/windows';
import { figureRows } from './figure-rows';
import { pack } from './figures-codec';

/**
 * The stored figures. Each instance only ever adds rows of its own; reading merges them. Rows are
 * packed and rolled up into coarser ones by whoever holds the lease.
 */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const { rows, headsOf, dataOf, addRow } = figureRows(strapi);

  return {
    /** Writes what was measured in one minute by one instance. */
    async write(entry: { minute: number; instance: string; series: readonly Series[] }) {
      const { minute, instance, series } = entry;
      const data = { minute, instance, resolution: 1, series: series.length, data: pack(series) };
      await rows().create({ data: { ...data, throughId: 0, isSample: false } });
    },

    /** Series of a window, each once for every point it was measured in. */
    async read(window: Window, metrics: readonly Metric[]): Promise<Sample[]> {
      const { from, to, step, resolution } = window;
      const found = await headsOf({
        // Packed minutes stand under the first of them.
        minute: { $gte: startOf(from, PACKED_MINUTES), $lt: to },
        resolution: { $lte: resolution },
      });
      const heads = found.filter((head) => head.minute >= from || head.resolution === 1);
      const wanted = new Set<string>(metrics);
      const points = new Map<number, SeriesSet>();
      const pointAt = (minute: number) => {
        const point = Math.floor((startOf(minute, step) - from) / step);
        const set = points.get(point) ?? new SeriesSet();
        points.set(point, set);
        return set;
      };
      for (const row of await dataOf(rowsToRead(heads).map(({ id }) => id))) {
        addRow(row, {
          metrics: wanted,
          entry: (offset, metric, labels) => {
            const minute = row.minute + offset;
            return minute < from || minute >= to ? null : pointAt(minute).seriesOf(metric, labels);
          },
        });
      }
      return [...points].flatMap(([point, set]) =>
        set.values().map((series) => ({ point, series })),
      );
    },

    /** When anything was written last, by instance. */
    async instancesSince(minute: number): Promise<string[]> {
      const found: { instance: string }[] = await rows().findMany({
        where: { resolution: 1, minute: { $gte: minute }, isSample: false },
        select: ['instance'],
      });
      return [...new Set(found.map(({ instance }) => instance))];
    },

    async size(): Promise<{ rows: number; oldest: number | null }> {
      const [first]: { minute: number }[] = await rows().findMany({
        select: ['minute'],
        orderBy: { minute: 'asc' },
        limit: 1,
      });
      return { rows: await rows().count(), oldest: first ? first.minute * 60_000 : null };
    },
  };
};
