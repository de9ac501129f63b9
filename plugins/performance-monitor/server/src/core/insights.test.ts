import type { Series } from './frame';
import { Histogram } from './histogram';
import { sharesOf } from './insights';
import { sumsFor } from './metrics';
import { queryRows } from './query-rows';
import { seededRandom } from './random-fixture';
import { routeRows } from './route-rows';

const random = seededRandom(7);
const micros = (most: number) => Math.floor(random() * most);

const answer = (): Series => {
  const histogram = new Histogram();
  histogram.record(50 + random() * 100);
  const sums = sumsFor('http', {
    dbMicros: micros(30_000),
    poolMicros: micros(10_000),
    queueMicros: micros(9_000),
  });
  return { metric: 'http', labels: ['/a', 'GET'], histogram, sums };
};
const statement = (): Series => {
  const histogram = new Histogram();
  histogram.record(random() * 10);
  return { metric: 'db', labels: ['f', '/a', '0'], histogram, sums: [] };
};

/** As a roll-up does it: ten rows become one. */
const rolledUp = (list: readonly Series[]): Series[] => {
  const found: Series[] = [];
  for (let at = 0; at < list.length; at += 10) {
    const part = list.slice(at, at + 10);
    const histogram = part.reduce((all, one) => all.merge(one.histogram), new Histogram());
    const sums = (part[0]?.sums ?? []).map((_sum, index) =>
      part.reduce((total, one) => total + (one.sums[index] ?? 0), 0),
    );
    found.push({ ...(part[0] ?? answer()), histogram, sums });
  }
  return found;
};

const samplesOf = (list: readonly Series[]) => list.map((series) => ({ point: 0, series }));
const UNKNOWN = { statements: new Map(), contentTypes: new Map() };

describe('rolled-up rows tell the same to the bit as the rows they were made of', () => {
  const answers = Array.from({ length: 500 }, answer);
  const statements = Array.from({ length: 500 }, statement);

  it('in shares of the time', () => {
    expect(sharesOf(rolledUp(answers))).toEqual(sharesOf(answers));
  });

  it('by route', () => {
    const rows = routeRows(samplesOf(answers), 1);
    expect(routeRows(samplesOf(rolledUp(answers)), 1)).toEqual(rows);
  });

  it('by statement', () => {
    const rows = queryRows(samplesOf(statements), UNKNOWN);
    expect(queryRows(samplesOf(rolledUp(statements)), UNKNOWN)).toEqual(rows);
  });
});
