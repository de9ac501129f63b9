import type { Core } from '@strapi/strapi';
import { SeriesSet } from '../core/frame';
import {
  bucketsToRollUp,
  PACKED_MINUTES,
  RESOLUTIONS,
  RETENTION,
  startOf,
  type Resolution,
} from '../core/windows';
import { figureRows, type Head, type Stored } from './figure-rows';
import { pack, packPlain } from './figures-codec';

const ROLL_UPS_AT_ONCE = 200;
/** From here on a view reads many rows of which there are few: they are kept quick to read. */
const PLAIN_FROM: Resolution = 360;

type Row = Record<string, unknown>;

/**
 * Makes coarser rows of what is over, by whoever holds the lease. The first time, what the
 * instances wrote is packed too: one row of ten minutes instead of one for each write, minutes
 * still apart.
 */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const { rows, headsOf, dataOf, addRow } = figureRows(strapi);

  async function rollUpBucket(resolution: Resolution, minute: number): Promise<void> {
    const finer = RESOLUTIONS[RESOLUTIONS.indexOf(resolution) - 1];
    const inside = { $gte: minute, $lt: minute + resolution };
    const parts = await headsOf({ resolution: finer, minute: inside });
    if (parts.length === 0) return;
    const stored = await dataOf(parts.map(({ id }) => id));
    const whole = new SeriesSet();
    for (const row of stored) {
      addRow(row, { entry: (_offset, metric, labels) => whole.seriesOf(metric, labels) });
    }
    const series = whole.values();
    const merged = {
      ...headOf(parts),
      minute,
      resolution,
      series: series.length,
      data: resolution < PLAIN_FROM ? pack(series) : packPlain(series),
    };
    const packs = finer === 1 ? packMinutes(minute, stored) : [];
    await strapi.db.transaction(async () => {
      if (packs.length > 0) await replace(parts, packs);
      await rows().deleteMany({ where: { resolution, minute } });
      await rows().create({ data: merged });
    });
  }

  /** Sample figures stay apart, because they go again without taking others along. */
  function packMinutes(minute: number, stored: readonly Stored[]): Row[] {
    const kinds = [true, false].map((isSample) =>
      stored.filter((row) => (row.isSample === true) === isSample),
    );
    return kinds
      .filter((kind) => kind.length > 0)
      .map((kind) => {
        const minutes = Array.from({ length: PACKED_MINUTES }, () => new SeriesSet());
        for (const row of kind) {
          addRow(row, {
            entry: (offset, metric, labels) =>
              minutes[row.minute - minute + offset]?.seriesOf(metric, labels) ?? null,
          });
        }
        const series = minutes.map((set) => set.values());
        const most = Math.max(...series.map(({ length }) => length));
        return { ...headOf(kind), minute, resolution: 1, series: most, data: pack(...series) };
      });
  }

  /** @throws when another instance did it meanwhile: then nothing may be changed here. */
  async function replace(parts: readonly Head[], packs: readonly Row[]): Promise<void> {
    const ids = parts.map(({ id }) => id);
    const { count } = await rows().deleteMany({ where: { id: { $in: ids } } });
    if (count !== ids.length) throw new Error('Figures were rolled up by another instance.');
    for (const data of packs) await rows().create({ data });
  }

  return {
    /** Finest first; each coarser one reads the one before. Says how many were made. */
    async rollUp(nowMinute: number): Promise<number> {
      let done = 0;
      for (const resolution of RESOLUTIONS.slice(1)) {
        const finer = RESOLUTIONS[RESOLUTIONS.indexOf(resolution) - 1] ?? 1;
        const since = startOf(nowMinute - RETENTION[finer], resolution);
        const heads = await headsOf({
          minute: { $gte: since },
          resolution: { $in: [finer, resolution] },
        });
        const due = bucketsToRollUp(heads, { resolution, now: nowMinute });
        for (const { minute } of due.slice(0, ROLL_UPS_AT_ONCE)) {
          await rollUpBucket(resolution, minute);
          done += 1;
        }
      }
      return done;
    },

    /** Removes what is older than its resolution is kept. */
    async prune(nowMinute: number): Promise<number> {
      let gone = 0;
      for (const resolution of RESOLUTIONS) {
        // A little longer than windows reach, so that no window reads half a point.
        const limit = nowMinute - RETENTION[resolution] - resolution - 60;
        const { count } = await rows().deleteMany({
          where: { resolution, minute: { $lt: limit } },
        });
        gone += count;
      }
      return gone;
    },
  };
};

const headOf = (parts: readonly Head[]) => ({
  instance: 'merged',
  throughId: Math.max(...parts.map(({ throughId }) => throughId)),
  isSample: parts.some(({ isSample }) => isSample === true),
});
