/** Times here are whole minutes since 1970. */
export const RESOLUTIONS = [1, 10, 60, 360, 1440] as const;
export type Resolution = (typeof RESOLUTIONS)[number];

/** So many minutes stand in one row once they are over: as many as the next coarser row holds. */
export const PACKED_MINUTES = 10;

const STEPS = [1, 2, 5, 10, 20, 30, 60, 120, 360, 720, 1440, 4320, 10_080];
const DEFAULT_POINTS = 180;
const MAX_POINTS = 1500;

export type Retention = Record<Resolution, number>;

const DAY = 24 * 60;
/** How long rows of each resolution are kept: 24 h, 14 d, 90 d, 180 d, 2 y. */
export const RETENTION: Retention = {
  1: DAY,
  10: 14 * DAY,
  60: 90 * DAY,
  360: 180 * DAY,
  1440: 730 * DAY,
};

export type Window = {
  from: number;
  to: number;
  /** Minutes a point stands for. */
  step: number;
  /** Coarsest stored resolution that gives such points. */
  resolution: Resolution;
};

type Asked = { from: number; to: number; step?: number; now: number; retention?: Retention };

/** The points a window is shown in: aligned to whole steps, never finer than what is still kept. */
export function windowOf({ from, to, step, now, retention = RETENTION }: Asked): Window {
  const end = Math.max(to, from + 1);
  const span = end - from;
  const finest = finestKept(now - from, retention);
  const wanted = Math.max(step ?? span / DEFAULT_POINTS, span / MAX_POINTS, finest);
  const chosen = STEPS.find((candidate) => candidate >= wanted) ?? STEPS.at(-1) ?? 1440;
  return {
    from: Math.floor(from / chosen) * chosen,
    to: Math.ceil(end / chosen) * chosen,
    step: chosen,
    resolution: RESOLUTIONS.findLast((resolution) => chosen % resolution === 0) ?? 1,
  };
}

/** The finest rows there still are of so many minutes ago. */
export function finestKept(age: number, retention: Retention = RETENTION): Resolution {
  return RESOLUTIONS.find((resolution) => age <= retention[resolution]) ?? 1440;
}

/** The points of a window, oldest first. */
export const pointsOf = ({ from, to, step }: Window): number[] =>
  Array.from({ length: Math.round((to - from) / step) }, (_, index) => from + index * step);

export const startOf = (minute: number, resolution: number): number =>
  Math.floor(minute / resolution) * resolution;

/** What is known of a stored row without reading its figures. */
export type RowHead = {
  id: number;
  minute: number;
  resolution: number;
  /** Highest id of a one-minute row that is in it; its own for a one-minute row. */
  throughId: number;
};

/**
 * Which rows tell the window once and completely, from rows of the wanted resolution and finer
 * ones. A rolled-up row counts unless a finer one inside it came later (another instance was
 * slow to write): then the finer ones are read until the next roll-up.
 */
export function rowsToRead<Row extends RowHead>(rows: readonly Row[]): Row[] {
  const sorted = [...rows].sort((a, b) => b.resolution - a.resolution || a.id - b.id);
  const index = indexRows(rows);
  const finerThrough = (coarse: Row) =>
    index(coarse).reduce((most, { throughId }) => Math.max(most, throughId), -1);

  const covered = new Map<number, Set<number>>();
  const isCovered = ({ minute, resolution }: Row) =>
    RESOLUTIONS.some(
      (coarse) => coarse > resolution && covered.get(coarse)?.has(startOf(minute, coarse)),
    );
  const taken: Row[] = [];
  for (const row of sorted) {
    if (isCovered(row)) continue;
    if (row.resolution > 1 && finerThrough(row) > row.throughId) continue;
    taken.push(row);
    if (row.resolution > 1) {
      const starts = covered.get(row.resolution) ?? new Set();
      covered.set(row.resolution, starts.add(row.minute));
    }
  }
  return taken;
}

/** Rows by the buckets of each resolution they lie in, so that looking inside one is quick. */
function indexRows<Row extends RowHead>(rows: readonly Row[]) {
  const map = new Map<string, Row[]>();
  for (const row of rows) {
    for (const resolution of RESOLUTIONS) {
      if (resolution <= row.resolution) continue;
      const key = `${resolution}:${startOf(row.minute, resolution)}`;
      const list = map.get(key);
      if (list) list.push(row);
      else map.set(key, [row]);
    }
  }
  return ({ minute, resolution }: Row) => map.get(`${resolution}:${minute}`) ?? [];
}

export type RollUp = { resolution: Resolution; minute: number };

/**
 * Buckets that have to be rolled up: their time is over by `lagMinutes`, and rows of the next finer
 * resolution came that the stored bucket does not hold yet.
 */
export function bucketsToRollUp(
  rows: readonly RowHead[],
  { resolution, now, lagMinutes = 3 }: { resolution: Resolution; now: number; lagMinutes?: number },
): RollUp[] {
  const finer = RESOLUTIONS[RESOLUTIONS.indexOf(resolution) - 1];
  const through = new Map<number, number>();
  const done = new Map<number, number>();
  for (const row of rows) {
    const minute = startOf(row.minute, resolution);
    const map = row.resolution === finer ? through : row.resolution === resolution ? done : null;
    if (map) map.set(minute, Math.max(map.get(minute) ?? -1, row.throughId));
  }
  return [...through]
    .filter(([minute]) => minute + resolution + lagMinutes <= now)
    .filter(([minute, id]) => id > (done.get(minute) ?? -1))
    .map(([minute]) => ({ resolution, minute }))
    .sort((a, b) => a.minute - b.minute);
}
