import { seededRandom } from './random-fixture';
import {
  bucketsToRollUp,
  pointsOf,
  rowsToRead,
  startOf,
  windowOf,
  type Resolution,
  type RowHead,
} from './windows';

const HOUR = 60;
const DAY = 24 * HOUR;
const NOW = 30_000_000;

describe('windowOf', () => {
  it.each([
    ['an hour', HOUR, undefined, 1, 1],
    ['six hours', 6 * HOUR, undefined, 2, 1],
    ['a day', DAY, undefined, 10, 10],
    ['a week', 7 * DAY, undefined, 60, 60],
    ['30 days', 30 * DAY, undefined, 360, 360],
    ['a year', 365 * DAY, undefined, 4320, 1440],
    ['an hour in points of ten minutes', HOUR, 10, 10, 10],
    ['a week, but too fine asked', 7 * DAY, 1, 10, 10],
    ['a step nobody has', DAY, 7, 10, 10],
  ])('%s', (_name, span, step, expectedStep, resolution) => {
    const window = windowOf({ from: NOW - span, to: NOW, now: NOW, step });
    expect(window).toMatchObject({ step: expectedStep, resolution });
    expect(window.from % expectedStep).toBe(0);
    expect(pointsOf(window).length).toBeLessThanOrEqual(1501);
  });

  it('of old days is not finer than what is kept', () => {
    const from = NOW - 40 * DAY;
    expect(windowOf({ from, to: from + HOUR, now: NOW }).step).toBe(60);
  });

  it('turned around still has a point', () => {
    expect(pointsOf(windowOf({ from: NOW, to: NOW - 50, now: NOW })).length).toBe(1);
  });
});

const row = (id: number, minute: number, resolution = 1, throughId = id): RowHead => ({
  id,
  minute,
  resolution,
  throughId,
});

describe('rowsToRead', () => {
  const idsOf = (rows: RowHead[]) =>
    rowsToRead(rows)
      .map(({ id }) => id)
      .sort((a, b) => a - b);

  it.each([
    ['fine ones alone', [row(1, 0), row(2, 1), row(3, 1)], [1, 2, 3]],
    [
      'the coarse instead of its parts',
      [row(1, 0), row(2, 9), row(3, 0, 10, 2), row(4, 10)],
      [3, 4],
    ],
    ['the parts when one came late', [row(1, 0), row(3, 0, 10, 1), row(4, 5)], [1, 4]],
    ['the coarsest of three', [row(1, 0), row(2, 0, 10, 1), row(3, 0, 60, 1)], [3]],
    [
      'of a stale hour its tens',
      [row(1, 0), row(2, 0, 10, 1), row(3, 0, 60, 1), row(4, 11), row(5, 10, 10, 4)],
      [2, 5],
    ],
    ['nothing', [], []],
  ])('takes %s', (_name, rows, expected) => {
    expect(idsOf(rows)).toEqual(expected);
  });
});

it('rolling up at any moment never counts a row twice or not at all', () => {
  const random = seededRandom(5);
  for (let round = 0; round < 60; round += 1) {
    let nextId = 1;
    let rows: (RowHead & { holds: number[] })[] = [];
    for (let event = 0; event < 60; event += 1) {
      if (random() < 0.75) {
        const id = nextId++;
        rows.push({ ...row(id, Math.floor(random() * 130)), holds: [id] });
      } else {
        for (const resolution of [10, 60] as Resolution[]) {
          for (const { minute } of bucketsToRollUp(rows, { resolution, now: 100 })) {
            const finer = resolution === 10 ? 1 : 10;
            const parts = rows.filter(
              (part) => part.resolution === finer && startOf(part.minute, resolution) === minute,
            );
            const throughId = Math.max(...parts.map((part) => part.throughId));
            rows = rows.filter((old) => !(old.resolution === resolution && old.minute === minute));
            const holds = parts.flatMap((part) => part.holds);
            if (finer === 1) {
              // What was rolled up is packed: its minutes stand in one row under the first of them.
              rows = rows.filter((old) => !parts.includes(old));
              rows.push({ id: nextId++, minute, resolution: 1, throughId, holds });
            }
            rows.push({ id: nextId++, minute, resolution, throughId, holds });
          }
        }
      }
      const read = rowsToRead(rows).flatMap(({ holds }) => holds);
      const all = rows.filter(({ resolution }) => resolution === 1).flatMap(({ holds }) => holds);
      expect(read.sort((a, b) => a - b)).toEqual(all.sort((a, b) => a - b));
    }
  }
});

describe('bucketsToRollUp', () => {
  it.each([
    ['over long enough', [row(1, 0)], 13, [0]],
    ['not over yet', [row(1, 0)], 12, []],
    ['done', [row(1, 0), row(2, 0, 10, 1)], 13, []],
    ['done, but one came late', [row(1, 0), row(2, 0, 10, 1), row(3, 4)], 13, [0]],
    ['two', [row(1, 0), row(2, 15)], 30, [0, 10]],
  ])('%s', (_name, rows, now, expected) => {
    const minutes = bucketsToRollUp(rows, { resolution: 10, now }).map(({ minute }) => minute);
    expect(minutes).toEqual(expected);
  });
});
