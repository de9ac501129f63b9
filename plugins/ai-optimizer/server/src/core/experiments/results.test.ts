import { resultsOf, type Tally } from './results';

const DAY = 86_400_000;
const arms = [
  { id: 'control', name: 'Original', weight: 0.5 },
  { id: 'b', name: 'B', weight: 0.5 },
];
const day = (at: number) => new Date(Date.UTC(2026, 0, 1 + at)).toISOString().slice(0, 10);

/** So many visitors and conversions an arm on each of `days` days. */
const tallies = (days: number, perDay: [units: number, conversions: number][]): Tally[] =>
  Array.from({ length: days }, (_none, at) =>
    perDay.map(([units, conversions], variant) => ({
      variant,
      day: day(at),
      units,
      conversions,
      sum: conversions * 2,
      sumSquares: conversions * 4,
    })),
  ).flat();

const judge = (rows: Tally[], more: Partial<Parameters<typeof resultsOf>[0]> = {}) =>
  resultsOf({
    arms,
    tallies: rows,
    goal: { kind: 'conversion' },
    minimumDays: 7,
    startedAt: 0,
    until: 14 * DAY,
    ...more,
  });

it('finds a winner', () => {
  const {
    verdict,
    arms: results,
    days,
  } = judge(
    tallies(14, [
      [1000, 50],
      [1000, 75],
    ]),
  );
  expect(verdict).toMatchObject({ kind: 'winner', variant: 'b' });
  expect(results[1]).toMatchObject({ units: 14_000, conversions: 1050, rate: 0.075 });
  expect(results[1]?.effect?.estimate).toBeCloseTo(0.5, 5);
  expect(results[0]?.effect).toBeNull();
  expect(days).toBe(14);
});

it('names none before the days it was to run', () => {
  const rows = tallies(3, [
    [5000, 250],
    [5000, 400],
  ]);
  expect(judge(rows, { until: 3 * DAY }).verdict).toEqual({ kind: 'too-early', daysLeft: 4 });
});

it('stays undecided while the interval holds no change', () => {
  expect(
    judge(
      tallies(14, [
        [1000, 50],
        [1000, 52],
      ]),
    ).verdict.kind,
  ).toBe('undecided');
});

it('says when every variant is worse', () => {
  expect(
    judge(
      tallies(14, [
        [1000, 75],
        [1000, 50],
      ]),
    ).verdict.kind,
  ).toBe('worse');
});

it('trusts nothing when the split is broken', () => {
  const { verdict, split } = judge(
    tallies(14, [
      [1000, 50],
      [860, 75],
    ]),
  );
  expect(split.isBroken).toBe(true);
  expect(verdict.kind).toBe('split-broken');
});

it('has nothing to say about nothing', () => {
  expect(judge([]).verdict).toEqual({ kind: 'nothing' });
  expect(judge([]).timeline).toEqual([]);
});

it('the interval narrows from day to day', () => {
  const { timeline } = judge(
    tallies(14, [
      [1000, 50],
      [1000, 75],
    ]),
  );
  const widths = timeline.map(({ low, high }) => high - low);
  expect(timeline).toHaveLength(14);
  expect(widths.at(-1)).toBeLessThan((widths[0] ?? 0) / 2);
});

it('compares values as well', () => {
  const result = judge(
    tallies(14, [
      [1000, 50],
      [1000, 75],
    ]),
    { goal: { kind: 'value' } },
  );
  expect(result.arms[1]).toMatchObject({ sum: 2100, rate: 0.15 });
});
