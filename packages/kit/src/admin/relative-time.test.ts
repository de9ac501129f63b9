import { distance } from './RelativeTime';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

describe('distance', () => {
  it.each([
    [0, { amount: 0, unit: 'second' }],
    [-400, { amount: 0, unit: 'second' }],
    [-59_000, { amount: -59, unit: 'second' }],
    [-90_000, { amount: -1, unit: 'minute' }],
    [-3 * 60 * MINUTE, { amount: -3, unit: 'hour' }],
    [2 * DAY, { amount: 2, unit: 'day' }],
    [-40 * DAY, { amount: -1, unit: 'month' }],
    [-800 * DAY, { amount: -2, unit: 'year' }],
  ])('puts %d ms into the largest unit', (milliseconds, expected) => {
    expect(distance(milliseconds)).toEqual(expected);
  });
});
