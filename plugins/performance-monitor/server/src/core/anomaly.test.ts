import { anomalyScore, robustZ } from './anomaly';

it.each([
  [100, [100, 100, 100, 100], 0],
  [150, [100, 100, 100, 100], 10],
  [130, [90, 95, 100, 105, 110], 30 / (5 * 1.4826)],
  [100, [100, 100], null],
  [0, [0, 0, 0], 0],
])('robustZ(%d, %j)', (value, usual, expected) => {
  const score = robustZ(value, usual);
  expect(score === null ? null : Math.round(score * 1e6)).toBe(
    expected === null ? null : Math.round(expected * 1e6),
  );
});

it('is not moved by one old outlier', () => {
  expect(robustZ(200, [100, 101, 99, 100, 5000])).toBeGreaterThan(10);
});

const usual = [98, 99, 100, 101, 102];

describe('anomalyScore', () => {
  it.each([
    ['three high ones', [200, 210, 190], true],
    ['one high one', [100, 100, 200], false],
    ['two high ones', [100, 200, 200], false],
    ['high, low, high', [200, 1, 200], false],
    ['three low ones', [1, 2, 3], true],
  ])('%s', (_name, values, expected) => {
    const score = anomalyScore(values.map((value) => ({ value, usual })));
    expect(Math.abs(score ?? 0) > 4).toBe(expected);
  });

  it('does not judge what was not measured', () => {
    expect(anomalyScore([{ value: 1, usual }])).toBeNull();
    const gap = [200, null, 200].map((value) => ({ value, usual }));
    expect(anomalyScore(gap)).toBeNull();
  });
});
