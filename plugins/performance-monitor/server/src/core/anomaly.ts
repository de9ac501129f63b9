/** How many buckets in a row must be unusual: one is noise. */
export const ANOMALY_RUN = 3;
/** Makes the median absolute deviation of normal values their standard deviation. */
const TO_DEVIATION = 1.4826;
/** Values that never vary would make every change endless: the least deviation, as a share. */
const LEAST_SHARE = 0.05;

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
};

/** How unusual `value` is beside values of the same hour of the week; null with fewer than three. */
export function robustZ(value: number, usual: readonly number[]): number | null {
  if (usual.length < 3) return null;
  const middle = median(usual);
  const deviation = median(usual.map((one) => Math.abs(one - middle))) * TO_DEVIATION;
  const least = Math.max(Math.abs(middle) * LEAST_SHARE, Number.EPSILON);
  return (value - middle) / Math.max(deviation, least);
}

/**
 * The score of the last buckets as one: the smallest of the last three, so that all of them have
 * to be unusual, to the same side. Null if one of them cannot be judged.
 */
export function anomalyScore(
  latest: readonly { value: number | null; usual: readonly number[] }[],
): number | null {
  const last = latest.slice(-ANOMALY_RUN);
  if (last.length < ANOMALY_RUN) return null;
  const scores = last.map(({ value, usual }) => (value === null ? null : robustZ(value, usual)));
  let smallest: number | null = null;
  for (const score of scores) {
    if (score === null) return null;
    if (smallest === null || Math.abs(score) < Math.abs(smallest)) smallest = score;
    if (Math.sign(score) !== Math.sign(smallest)) return 0;
  }
  return smallest;
}
