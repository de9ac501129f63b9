import { bucketOf } from './buckets';
import { placeIn, valueAt } from './ends';
import { seededRandom } from './random-fixture';

const kept = (value: number): number => {
  const index = bucketOf(value);
  return valueAt(index, placeIn(index, value));
};

describe('the largest value of a bucket', () => {
  it.each([1, 2, 3, 7, 12, 64, 99, 100, 999, 1000, 9999, 0.5, 0.125, 1.234, 56.78, 812.5])(
    '%s stays what it is',
    (value) => expect(kept(value)).toBe(value),
  );

  const random = seededRandom(11);
  const values = Array.from({ length: 20_000 }, () => 10 ** (random() * 24 - 9)).sort(
    (a, b) => a - b,
  );

  it('is never larger, and less than a thousandth smaller', () => {
    const isFar = (value: number) =>
      kept(value) > value * (1 + 1e-9) || kept(value) < value * 0.999;
    expect(values.filter(isFar)).toEqual([]);
  });

  it('keeps the order, so that merging before or after is the same', () => {
    const all = values.map(kept);
    expect(all).toEqual([...all].sort((a, b) => a - b));
  });

  it('does not change when it is kept again', () => {
    const hasChanged = (value: number) => {
      const index = bucketOf(value);
      const once = valueAt(index, placeIn(index, value));
      return valueAt(index, placeIn(index, once)) !== once;
    };
    expect(values.filter(hasChanged)).toEqual([]);
  });
});
