import { normalCdf, normalQuantile } from './distributions';

type Plan = { alpha?: number; power?: number };

/** Units an arm needs to see a mean move by `difference` (absolute), two arms of equal size. */
export function sampleSizeForMean(
  options: { variance: number; difference: number } & Plan,
): number {
  const { variance, difference, alpha = 0.05, power = 0.8 } = options;
  const z = normalQuantile(1 - alpha / 2) + normalQuantile(power);
  return Math.ceil((2 * variance * z ** 2) / difference ** 2);
}

/** Units an arm needs to see a share go from `baseline` to `baseline + difference`. */
export function sampleSizeForShare(
  options: { baseline: number; difference: number } & Plan,
): number {
  const { baseline, difference, alpha = 0.05, power = 0.8 } = options;
  const target = baseline + difference;
  const pooled = (baseline + target) / 2;
  const numerator =
    normalQuantile(1 - alpha / 2) * Math.sqrt(2 * pooled * (1 - pooled)) +
    normalQuantile(power) * Math.sqrt(baseline * (1 - baseline) + target * (1 - target));
  return Math.ceil((numerator / difference) ** 2);
}

/** The smallest absolute difference of a share that `n` units an arm can show. */
export function detectableShare(options: { baseline: number; n: number } & Plan): number {
  const { baseline, n, ...plan } = options;
  let low = 0;
  let high = 1 - baseline;
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    const needed =
      middle === 0 ? Infinity : sampleSizeForShare({ baseline, difference: middle, ...plan });
    if (needed > n) low = middle;
    else high = middle;
  }
  return high;
}

/** Chance to see a true difference between two shares with `n` units an arm. */
export function powerForShare(options: {
  baseline: number;
  difference: number;
  n: number;
  alpha?: number;
}): number {
  const { baseline, difference, n, alpha = 0.05 } = options;
  const target = baseline + difference;
  const error = Math.sqrt((baseline * (1 - baseline) + target * (1 - target)) / n);
  const z = normalQuantile(1 - alpha / 2);
  const shift = Math.abs(difference) / error;
  return normalCdf(shift - z) + normalCdf(-shift - z);
}

/** Days until every arm has its units. */
export function durationDays(options: {
  perArm: number;
  weights: readonly number[];
  coverage: number;
  unitsPerDay: number;
}): number {
  const { perArm, weights, coverage, unitsPerDay } = options;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const smallest = Math.min(...weights) / total;
  const daily = unitsPerDay * coverage * smallest;
  return daily > 0 ? Math.ceil(perArm / daily) : Infinity;
}
