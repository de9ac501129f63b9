import type { Latency } from '../../../shared/contracts/health';
import { changeOf, routeChanges, sidesOf, totalOf } from './comparison';
import { Histogram } from './histogram';
import type { Sample } from './insights';

const DAY = 1440;

const answers = (route: string, times: readonly number[], status = '2xx'): Sample => {
  const histogram = new Histogram();
  times.forEach((time) => histogram.record(time));
  return {
    point: 0,
    series: { metric: 'http', labels: [route, 'GET', status], histogram, sums: [] },
  };
};
const many = (count: number, value: number) => Array.from({ length: count }, () => value);

describe('sidesOf', () => {
  it.each([
    ['an hour on both sides', { minute: 1000, minutes: 60, now: 2000 }, [940, 1000, 1001, 1061]],
    ['as long as it is ago', { minute: 1000, minutes: 60, now: 1010 }, [990, 1000, 1001, 1011]],
    [
      'whole ten minutes once minutes are gone',
      { minute: 10_005, minutes: 60, now: 10_005 + 2 * DAY },
      [9_940, 10_000, 10_010, 10_070],
    ],
  ])('%s', (_name, input, expected) => {
    const sides = sidesOf(input);
    const { before, after } = sides ?? {};
    expect([before?.from, before?.to, after?.from, after?.to]).toEqual(expected);
    expect(before?.resolution).toBe(after?.resolution);
  });

  it('has none while nothing can have been measured since', () => {
    expect(sidesOf({ minute: 1000, minutes: 60, now: 1000 })).toBeNull();
    expect(sidesOf({ minute: 1000, minutes: 60, now: 900 })).toBeNull();
  });
});

describe('changeOf', () => {
  const of = (count: number, p95: number): Latency => ({
    count,
    errors: 0,
    p50: p95,
    p95,
    p99: p95,
  });

  it.each([
    ['twice as slow', of(50, 100), of(50, 200), 'slower'],
    ['half as slow', of(50, 200), of(50, 100), 'faster'],
    ['a tenth more', of(50, 100), of(50, 110), 'same'],
    ['twice of next to nothing', of(50, 2), of(50, 4), 'same'],
    ['too few to say', of(50, 100), of(5, 900), 'unclear'],
    ['not there before', of(0, 0), of(5, 10), 'new'],
    ['not there any more', of(5, 10), of(0, 0), 'gone'],
    ['never there', of(0, 0), of(0, 0), 'same'],
  ])('%s', (_name, before, after, expected) => {
    expect(changeOf(before, after)).toBe(expected);
  });
});

it('begins with the route that costs most more time', () => {
  const before = [answers('/often', many(1000, 10)), answers('/rare', many(20, 100))];
  const after = [
    answers('/often', many(1000, 20)),
    answers('/rare', many(20, 400)),
    answers('/made', many(3, 5)),
  ];
  const found = routeChanges(before, after);
  expect(found.map(({ route, change }) => [route, change])).toEqual([
    ['/often', 'slower'],
    ['/rare', 'slower'],
    ['/made', 'new'],
  ]);
  expect(found[0]?.extraMs).toBeCloseTo(10_000, 0);
});

it('counts errors on both sides', () => {
  const before = [answers('/a', many(10, 5)), answers('/a', many(2, 5), '5xx')];
  expect(totalOf(before)).toMatchObject({ count: 12, errors: 2 });
  expect(routeChanges(before, [])[0]).toMatchObject({
    change: 'gone',
    before: { count: 12, errors: 2 },
    after: { count: 0, p95: null },
  });
});
