/** How well a service did: `good` of `total` answers, in one window. */
export type Share = { good: number; total: number };

export type BurnWindow = { longMinutes: number; shortMinutes: number; factor: number };

/** The windows and factors of Google's SRE workbook: page for the first two, a ticket for the last. */
export const BURN_WINDOWS: readonly BurnWindow[] = [
  { longMinutes: 60, shortMinutes: 5, factor: 14.4 },
  { longMinutes: 360, shortMinutes: 30, factor: 6 },
  { longMinutes: 4320, shortMinutes: 360, factor: 1 },
];

/**
 * How many times faster than allowed the error budget is used up: 1 uses it exactly by the end of
 * the period. Null without traffic, or with less of it than `minCount`.
 */
export function burnRate({ good, total }: Share, objective: number, minCount = 1): number | null {
  if (total < Math.max(1, minCount)) return null;
  const budget = 1 - objective;
  if (budget <= 0) return total > good ? Infinity : 0;
  return (total - good) / total / budget;
}

/**
 * The largest share of a window's limit that both its long and its short part exceed; above 1 the
 * alert holds. The short part ends the alert soon after the trouble ends.
 */
export function burnPressure(
  shares: (minutes: number) => Share,
  {
    objective,
    windows = BURN_WINDOWS,
    minCount = 1,
  }: {
    objective: number;
    windows?: readonly BurnWindow[];
    minCount?: number;
  },
): number | null {
  let worst: number | null = null;
  for (const { longMinutes, shortMinutes, factor } of windows) {
    const long = burnRate(shares(longMinutes), objective, minCount);
    const short = burnRate(shares(shortMinutes), objective);
    if (long === null || short === null) continue;
    const pressure = Math.min(long, short) / factor;
    if (worst === null || pressure > worst) worst = pressure;
  }
  return worst;
}
