import { toDate, toDay } from './dates';

describe('a day', () => {
  it.each(['2026-01-01', '2026-02-28', '2028-02-29', '2026-12-31'])(
    '%s comes back from the picker as it went in',
    (day) => {
      expect(toDay(toDate(day))).toBe(day);
    },
  );

  it('may be none', () => {
    expect(toDate(null)).toBeUndefined();
    expect(toDay(undefined)).toBeNull();
  });
});
