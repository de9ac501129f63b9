import { burnPressure, burnRate, type Share } from './burn-rate';

it.each([
  [{ good: 1000, total: 1000 }, 0.999, 0],
  [{ good: 999, total: 1000 }, 0.999, 1],
  [{ good: 985, total: 1000 }, 0.999, 15],
  [{ good: 0, total: 0 }, 0.999, null],
  [{ good: 9, total: 10 }, 1, Infinity],
  [{ good: 10, total: 10 }, 1, 0],
])('burnRate of %j at %d is %d', (share, objective, expected) => {
  const rate = burnRate(share, objective);
  expect(rate === null || !Number.isFinite(rate) ? rate : Math.round(rate * 1e6) / 1e6).toBe(
    expected,
  );
});

/** Bad answers begin `minutesAgo` at a share of `bad`; one answer a second. */
const since =
  (minutesAgo: number, bad: number) =>
  (minutes: number): Share => {
    const total = minutes * 60;
    return { total, good: total - Math.min(minutes, minutesAgo) * 60 * bad };
  };

const holds = (shares: (minutes: number) => Share) =>
  (burnPressure(shares, { objective: 0.999 }) ?? 0) > 1;

describe('burnPressure', () => {
  it.each([
    ['all down: after a minute', 1, 1, true],
    ['2 %: not after half an hour', 30, 0.02, false],
    ['2 %: after three quarters', 45, 0.02, true],
    ['1 %: by the six hour window', 240, 0.01, true],
    ['0.05 %: within the budget', 10_000, 0.0005, false],
    ['0.2 %: by the three day window', 3000, 0.002, true],
  ])('%s', (_name, minutesAgo, bad, expected) => {
    expect(holds(since(minutesAgo, bad))).toBe(expected);
  });

  it('ends soon after the trouble does', () => {
    const over = (minutes: number): Share =>
      minutes <= 5 ? { good: 300, total: 300 } : since(30, 1)(minutes);
    expect(
      (burnPressure(over, {
        objective: 0.999,
        windows: [{ longMinutes: 60, shortMinutes: 5, factor: 14.4 }],
      }) ?? 0) > 1,
    ).toBe(false);
  });

  it('says nothing with too little traffic', () => {
    const quiet = () => ({ good: 0, total: 3 });
    expect(burnPressure(quiet, { objective: 0.999, minCount: 10 })).toBeNull();
  });
});
