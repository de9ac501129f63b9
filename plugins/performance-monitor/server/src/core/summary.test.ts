import { summaryOf } from './summary';

const threshold = {
  kind: 'threshold',
  signal: 'api-latency',
  quantile: 0.95,
  comparison: 'above',
  threshold: 800,
  resolveThreshold: null,
  windowMinutes: 5,
  minCount: 1,
} as const;

it.each([
  [threshold, 1240.4, 'ms', 'Answer time p95 1,240 ms, limit 800 ms'],
  [threshold, null, 'ms', 'Answer time p95 no data, limit 800 ms'],
  [
    { ...threshold, signal: 'api-errors', threshold: 2.5 },
    7.125,
    '%',
    'Failed answers 7.13 %, limit 2.5 %',
  ],
  [{ kind: 'absence', windowMinutes: 10 }, 0, '1/min', 'No request for 10 minutes'],
  [
    { kind: 'burn-rate', good: 'no-errors', fastMs: 500, objective: 0.999, minCount: 1 },
    2,
    '×',
    'The error budget of 99.9 % is used up 2 times as fast as the limit',
  ],
] as const)('%j', (condition, value, unit, expected) => {
  expect(summaryOf(condition, value, unit)).toBe(expected);
});
