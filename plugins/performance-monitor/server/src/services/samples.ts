import type { Core } from '@strapi/strapi';
import { UID } from '../../../shared/plugin';
import { Recorder } from '../collect/recorder';
import { SeriesSet, type Series } from '../core/frame';
import { startOf } from '../core/windows';
import { pack } from './figures-codec';

const MINUTE_MS = 60_000;
const DAY = 1440;
const WRITTEN_AT_ONCE = 200;

type Fill = (recorder: Recorder, at: number, minutes: number) => void;
type Row = Record<string, unknown>;

/** Figures that a demo brings along, marked as such, and how they go again. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async isThere(): Promise<boolean> {
    return (await strapi.db.query(UID.bucket).count({ where: { isSample: true } })) > 0;
  },

  /**
   * Writes figures as they would have been stored and rolled up: by the minute for the last day,
   * in ten minutes and by the hour for all days. `fill` records what happened in a stretch.
   */
  async write({ now, days, fill }: { now: number; days: number; fill: Fill }): Promise<void> {
    const last = Math.floor(now / MINUTE_MS);
    const first = startOf(last - days * DAY, DAY);
    const rows: Row[] = [];
    const row = (minute: number, resolution: number, series: readonly Series[]) =>
      rows.push({
        minute,
        resolution,
        instance: 'sample',
        throughId: 0,
        series: series.length,
        data: pack(series),
        isSample: true,
      });

    for (let day = first; day < last; day += DAY) {
      const wholeDay = new SeriesSet();
      for (let hour = day; hour < Math.min(day + DAY, last); hour += 60) {
        const wholeHour = new SeriesSet();
        for (let ten = hour; ten < Math.min(hour + 60, last); ten += 10) {
          const series = fillTen({ ten, last, fill, row });
          row(ten, 10, series);
          series.forEach((one) => wholeHour.add(one));
        }
        const series = wholeHour.values();
        row(hour, 60, series);
        series.forEach((one) => wholeDay.add(one));
      }
      row(day, DAY, wholeDay.values());
    }
    await insert(strapi, rows);
  },

  /** Takes it away again; says how many rows of what. */
  async remove(): Promise<Record<string, number>> {
    const removed: Record<string, number> = {};
    for (const [name, uid] of Object.entries(UID)) {
      if (uid === UID.lease) continue;
      const { count } = await strapi.db.query(uid).deleteMany({ where: { isSample: true } });
      removed[name] = count;
    }
    return removed;
  },
});

/** Ten minutes; by the minute too where such rows are still kept. */
function fillTen(input: {
  ten: number;
  last: number;
  fill: Fill;
  row: (minute: number, resolution: number, series: readonly Series[]) => void;
}): Series[] {
  const { ten, last, fill, row } = input;
  const isRecent = ten >= last - DAY;
  const size = isRecent ? 1 : 10;
  const whole = new SeriesSet();
  for (let minute = ten; minute < Math.min(ten + 10, last); minute += size) {
    const recorder = new Recorder(10_000);
    fill(recorder, minute * MINUTE_MS, size);
    const series = recorder.take();
    if (isRecent) row(minute, 1, series);
    series.forEach((one) => whole.add(one));
  }
  return whole.values();
}

/** Fine rows first: a coarse row holds what came before it, so it has to know the highest id. */
async function insert(strapi: Core.Strapi, rows: readonly Row[]): Promise<void> {
  const query = strapi.db.query(UID.bucket);
  const write = async (list: readonly Row[]) => {
    for (let at = 0; at < list.length; at += WRITTEN_AT_ONCE) {
      await query.createMany({ data: list.slice(at, at + WRITTEN_AT_ONCE) });
    }
  };
  await write(rows.filter(({ resolution }) => resolution === 1));
  const [top]: { id: number }[] = await query.findMany({
    select: ['id'],
    orderBy: { id: 'desc' },
    limit: 1,
  });
  const throughId = top?.id ?? 0;
  await write(
    rows.filter(({ resolution }) => resolution !== 1).map((one) => ({ ...one, throughId })),
  );
}
