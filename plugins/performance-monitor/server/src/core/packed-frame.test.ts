import type { Series } from './frame';
import { Histogram } from './histogram';
import { packFrame, unpackFrame, type Squeeze } from './packed-frame';
import { seededRandom } from './random-fixture';

const squeeze: Squeeze = { press: (bytes) => bytes, expand: (bytes) => bytes };

const series = (
  metric: string,
  labels: string[],
  values: readonly number[],
  sums: number[] = [],
): Series => {
  const histogram = new Histogram();
  values.forEach((value) => histogram.record(value));
  return { metric, labels, histogram, sums };
};

const read = (bytes: Uint8Array, metrics?: ReadonlySet<string>) => {
  const found: { point: number; series: Series }[] = [];
  unpackFrame(bytes, { squeeze, metrics }, (point, metric, labels) => {
    const one = series(metric, [...labels], []);
    found.push({ point, series: one });
    return one;
  });
  return found;
};

const factsOf = ({ histogram, ...rest }: Series) => ({
  ...rest,
  count: histogram.count,
  zeros: histogram.zeros,
  sum: histogram.sum,
  buckets: histogram.buckets(),
});

const random = seededRandom(4);
const times = (count: number) => Array.from({ length: count }, () => 20 * Math.exp(random() * 4));

describe('a packed frame', () => {
  it.each([
    ['nothing', []],
    ['a series without values', [series('http', ['/a'], [])]],
    ['one value', [series('http', ['/a'], [12.3456])]],
    ['zeros', [series('http', ['/a'], [0, 0])]],
    ['zeros and values', [series('http', ['/a'], [0, 3, 0])]],
    ['what is below zero', [series('http', ['/a'], [-2.5, 4])]],
    ['values of one bucket', [series('http', ['/a'], [3, 3, 3.001])]],
    ['very small and very large ones', [series('http', ['/a'], [1e-12, 1e18, 5])]],
    ['sums of either sign', [series('http', ['/a'], [1, 2], [-5, 2 ** 40, 0])]],
    ['many values', [series('http', ['/a'], times(5000), [1, 2])]],
  ])('gives back %s', (_name, list) => {
    expect(read(packFrame([list], squeeze)).map((one) => factsOf(one.series))).toEqual(
      list.map(factsOf),
    );
  });

  it('keeps minutes apart', () => {
    const minutes = Array.from({ length: 10 }, (_, at) =>
      ['/a', '/b', '/ä']
        .filter((_route, place) => (at + place) % 3 !== 0)
        .map((route) => series('http', [route, 'GET'], times(6), [at * 1000, 3 * 6])),
    );
    const found = read(packFrame(minutes, squeeze));
    const byPoint = minutes.map((_, at) =>
      found.filter(({ point }) => point === at).map((one) => factsOf(one.series)),
    );
    const sorted = (list: ReturnType<typeof factsOf>[]) =>
      [...list].sort((a, b) => (a.labels.join() < b.labels.join() ? -1 : 1));
    expect(byPoint.map(sorted)).toEqual(minutes.map((list) => sorted(list.map(factsOf))));
  });

  it('gives only the metrics asked for', () => {
    const bytes = packFrame([[series('http', ['/a'], [1]), series('db', ['x'], [2])]], squeeze);
    expect(read(bytes, new Set(['db'])).map((one) => one.series.metric)).toEqual(['db']);
  });

  it('adds to what is there', () => {
    const bytes = packFrame([[series('http', ['/a'], [1, 2], [5])]], squeeze);
    const whole = series('http', ['/a'], [3], [1]);
    unpackFrame(bytes, { squeeze }, () => whole);
    expect(factsOf(whole)).toEqual(factsOf(series('http', ['/a'], [3, 1, 2], [6])));
  });

  it('leaves out what has no place', () => {
    const bytes = packFrame([[series('a', ['/a'], [1]), series('b', ['/b'], times(9))]], squeeze);
    const whole = series('b', [], []);
    unpackFrame(bytes, { squeeze }, (_point, metric) => (metric === 'b' ? whole : null));
    expect(whole.histogram.count).toBe(9);
  });

  it('is refused when it is broken off', () => {
    const bytes = packFrame([[series('http', ['/a'], times(50))]], squeeze);
    expect(() => read(bytes.slice(0, bytes.length - 9))).toThrow(RangeError);
  });
});

it('has the same quantiles whether parts are merged before or after they are stored', () => {
  const stored = (list: readonly Series[]) => {
    const whole = series('http', ['/a'], []);
    for (const one of list) unpackFrame(packFrame([[one]], squeeze), { squeeze }, () => whole);
    return whole;
  };
  const shares = [0, 0.01, 0.25, 0.5, 0.95, 0.99, 1];
  for (let round = 0; round < 50; round += 1) {
    const parts = Array.from({ length: 5 }, () =>
      series('http', ['/a'], times(1 + Math.floor(random() * 4)), [1]),
    );
    const merged = series('http', ['/a'], []);
    parts.forEach(({ histogram }) => merged.histogram.merge(histogram));
    const before = stored([merged]).histogram;
    const after = stored([stored(parts.slice(0, 2)), stored(parts.slice(2))]).histogram;
    expect(shares.map((share) => after.quantile(share))).toEqual(
      shares.map((share) => before.quantile(share)),
    );
  }
});

it('keeps every quantile within the width of a bucket', () => {
  for (let round = 0; round < 40; round += 1) {
    const values = times(1 + round * 3).sort((a, b) => a - b);
    const whole = series('http', [], []);
    unpackFrame(packFrame([[series('http', [], values)]], squeeze), { squeeze }, () => whole);
    for (const share of [0.5, 0.95, 0.99]) {
      const exact = values[Math.max(1, Math.ceil(share * values.length)) - 1] ?? 0;
      const error = Math.abs((whole.histogram.quantile(share) ?? 0) - exact) / exact;
      expect(error).toBeLessThan(0.0109);
    }
  }
});
