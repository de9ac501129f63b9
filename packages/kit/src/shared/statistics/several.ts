import { normalQuantile } from './distributions';

/** Holm: p-values corrected so that the chance of any false alarm stays at the level. */
export function holm(pValues: readonly number[]): number[] {
  const order = pValues.map((p, index) => ({ p, index })).sort((a, b) => a.p - b.p);
  const corrected = pValues.map(() => 1);
  let highest = 0;
  order.forEach(({ p, index }, rank) => {
    highest = Math.max(highest, Math.min(1, p * (pValues.length - rank)));
    corrected[index] = highest;
  });
  return corrected;
}

/** Benjamini and Hochberg: p-values corrected for the share of false ones among the alarms. */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
  const order = pValues.map((p, index) => ({ p, index })).sort((a, b) => b.p - a.p);
  const corrected = pValues.map(() => 1);
  let lowest = 1;
  order.forEach(({ p, index }, position) => {
    const rank = pValues.length - position;
    lowest = Math.min(lowest, (p * pValues.length) / rank);
    corrected[index] = lowest;
  });
  return corrected;
}

export type Correlation = { r: number; low: number; high: number; n: number };

/** Pearson's correlation with its interval by Fisher's transformation; null below four pairs. */
export function correlation(
  pairs: readonly (readonly [number, number])[],
  alpha = 0.05,
): Correlation | null {
  const n = pairs.length;
  if (n < 4) return null;
  const meanX = pairs.reduce((sum, [x]) => sum + x, 0) / n;
  const meanY = pairs.reduce((sum, [, y]) => sum + y, 0) / n;
  let xx = 0;
  let yy = 0;
  let xy = 0;
  for (const [x, y] of pairs) {
    xx += (x - meanX) ** 2;
    yy += (y - meanY) ** 2;
    xy += (x - meanX) * (y - meanY);
  }
  if (xx === 0 || yy === 0) return null;
  const r = Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)));
  const z = Math.atanh(Math.max(-0.999999, Math.min(0.999999, r)));
  const width = normalQuantile(1 - alpha / 2) / Math.sqrt(n - 3);
  return { r, low: Math.tanh(z - width), high: Math.tanh(z + width), n };
}

/** Ranks with ties averaged: correlation of ranks is Spearman's, which no outlier rules. */
export function ranks(values: readonly number[]): number[] {
  const order = values.map((value, index) => ({ value, index })).sort((a, b) => a.value - b.value);
  const result = values.map(() => 0);
  let start = 0;
  while (start < order.length) {
    let end = start;
    while (end + 1 < order.length && order[end + 1]?.value === order[start]?.value) end += 1;
    for (let at = start; at <= end; at += 1) {
      const entry = order[at];
      if (entry) result[entry.index] = (start + end) / 2 + 1;
    }
    start = end + 1;
  }
  return result;
}
