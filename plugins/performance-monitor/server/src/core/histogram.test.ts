import { ByteReader, ByteWriter } from './bytes';
import { bucketOf, RELATIVE_ERROR, upperBound } from './buckets';
import { Histogram, mergeAll } from './histogram';
import { readHistogram, writeHistogram } from './histogram-codec';
import { seededRandom } from './random-fixture';

const QUANTILES = [0, 0.001, 0.01, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999, 0.9999, 1];

const of = (values: readonly number[]) => {
  const histogram = new Histogram();
  values.forEach((value) => histogram.record(value));
  return histogram;
};

const exact = (sorted: readonly number[], share: number) =>
  sorted[Math.max(1, Math.ceil(share * sorted.length)) - 1] ?? NaN;

const random = seededRandom(7);
const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
const many = <T = number>(make: (index: number) => T, count = 20_000): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

/** Chosen to hurt: tails, clusters, edges of buckets, one value, nine orders of magnitude. */
const HOSTILE: [string, number[]][] = [
  [
    'lognormal with a Pareto tail',
    many((i) => (i % 20 ? 20 * Math.exp(0.8 * normal()) : 20 / (1 - random()) ** (1 / 1.2))),
  ],
  ['uniform over nine orders of magnitude', many(() => 10 ** (random() * 9 - 4))],
  ['ascending', many((i) => i + 1)],
  ['descending', many((i) => 20_000 - i)],
  ['one value', many(() => 1)],
  ['two far clusters', many((i) => (i % 2 ? 0.001 : 1e6))],
  ['edges of buckets', many((i) => upperBound((i % 640) - 320))],
  ['just above edges', many((i) => upperBound((i % 640) - 320) * (1 + 1e-12))],
  ['a single one', [3.7]],
  ['near one', many(() => 1 + (random() - 0.5) * 1e-6)],
];

describe('quantiles', () => {
  it.each(HOSTILE)('are within 1.09 %%: %s', (_name, values) => {
    const histogram = of(values);
    const sorted = [...values].sort((a, b) => a - b);
    const errors = QUANTILES.map((share) => {
      const truth = exact(sorted, share);
      return Math.abs((histogram.quantile(share) ?? NaN) - truth) / truth;
    });
    expect(Math.max(...errors)).toBeLessThanOrEqual(RELATIVE_ERROR + 1e-9);
  });

  it('promise at most 1.09 %', () => {
    expect(RELATIVE_ERROR).toBeLessThan(0.0109);
  });

  it('of nothing are nothing', () => {
    expect(new Histogram().quantile(0.5)).toBeNull();
    expect(new Histogram().mean).toBeNull();
  });

  it.each([
    ['only zeros', [0, 0, 0], 0.99, 0],
    ['zeros first', [0, 0, 0, 8], 0.75, 0],
    ['then the value', [0, 0, 0, 8], 1, 8],
    ['what cannot be is not counted', [NaN, 8], 0.5, 8],
    ['a clock that went back', [-5, 8], 0.5, 0],
    ['endless', [Infinity], 0.5, 1e15],
  ])('%s', (_name, values, share, expected) => {
    const value = of(values).quantile(share);
    expect(value).toBeCloseTo(expected, 9);
  });
});

it('puts a value into the bucket whose bounds hold it', () => {
  const wrong = many(() => 10 ** (random() * 20 - 8)).filter((value) => {
    const index = bucketOf(value);
    return !(
      value <= upperBound(index) * (1 + 1e-12) && value > upperBound(index - 1) * (1 - 1e-12)
    );
  });
  expect(wrong).toEqual([]);
});

it('gives the end of every bucket to it, and the next number to the next', () => {
  const indexes = Array.from({ length: 2_400 }, (_, at) => at - 900);
  const wrong = indexes.filter((index) => {
    const end = upperBound(index);
    return bucketOf(end) !== index || bucketOf(end * (1 + Number.EPSILON)) !== index + 1;
  });
  expect(wrong).toEqual([]);
});

it.each([
  [1, -1],
  [2, 31],
  [4, 63],
  [1.01, 0],
  [0.5, -33],
])('bucket of %d is %d, as OTLP counts', (value, index) => {
  expect(bucketOf(value)).toBe(index);
});

const bytesOf = (histogram: Histogram) => {
  const writer = new ByteWriter();
  writeHistogram(writer, histogram);
  return writer.done();
};

describe('merging', () => {
  it('is the same to the bit in any order and grouping, and the same as recording all in one', () => {
    for (let round = 0; round < 50; round += 1) {
      const parts = many(
        () => many(() => 10 ** (random() * 8 - 3), 1 + Math.floor(random() * 80)),
        12,
      );
      const whole = bytesOf(of(parts.flat()));
      const shuffled = [...parts].sort(() => random() - 0.5).map(of);
      const forward = mergeAll(parts.map(of));
      const grouped = mergeAll([mergeAll(shuffled.slice(0, 5)), mergeAll(shuffled.slice(5))]);
      expect(bytesOf(forward)).toEqual(whole);
      expect(bytesOf(grouped)).toEqual(whole);
    }
  });

  it('with nothing changes nothing', () => {
    const some = of([1, 2, 3]);
    const before = bytesOf(some);
    expect(bytesOf(some.merge(new Histogram()))).toEqual(before);
    expect(bytesOf(new Histogram().merge(some))).toEqual(before);
  });
});

describe('written and read', () => {
  it.each([
    ...HOSTILE,
    ['nothing', []] as [string, number[]],
    ['zeros', [0, 0]] as [string, number[]],
  ])('is the same: %s', (_name, values) => {
    const histogram = of(values);
    const read = new Histogram();
    readHistogram(new ByteReader(bytesOf(histogram)), read);
    expect(bytesOf(read)).toEqual(bytesOf(histogram));
    expect(read.quantile(0.95)).toBe(histogram.quantile(0.95));
  });

  it('is refused when cut off', () => {
    const bytes = bytesOf(of([1, 2, 3]));
    expect(() => readHistogram(new ByteReader(bytes.slice(0, -1)), new Histogram())).toThrow(
      RangeError,
    );
  });
});

it.each([
  [[1, 2, 3, 4], 2, 2],
  [[1, 2, 3, 4], 100, 4],
  [[0, 1], 0, 1],
  [[5], 1, 0],
])('countUpTo: of %j up to %d are %d', (values, limit, expected) => {
  expect(of(values).countUpTo(limit)).toBe(expected);
});
