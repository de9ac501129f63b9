/** What one arm of a test measured, reduced to what every comparison needs. */
export type Sample = {
  /** Units (visitors), not events. */
  n: number;
  mean: number;
  /** Of one unit; divided by `n` it is the variance of the mean. */
  variance: number;
};

/** A share: how many of `n` units did it. */
export function proportionSample({ n, successes }: { n: number; successes: number }): Sample {
  const mean = n === 0 ? 0 : successes / n;
  return { n, mean, variance: mean * (1 - mean) };
}

/** A mean, from its sums. */
export function meanSample(sums: { n: number; sum: number; sumSquares: number }): Sample {
  const { n, sum, sumSquares } = sums;
  return {
    n,
    mean: n === 0 ? 0 : sum / n,
    variance: n < 2 ? 0 : (sumSquares - (sum * sum) / n) / (n - 1),
  };
}

export type RatioSums = {
  n: number;
  numerator: { sum: number; sumSquares: number };
  denominator: { sum: number; sumSquares: number };
  sumProducts: number;
};

/** A ratio of two sums over the same units (revenue per order); its variance by the delta method. */
export function ratioSample({ n, numerator, denominator, sumProducts }: RatioSums): Sample {
  const top = meanSample({ n, ...numerator });
  const bottom = meanSample({ n, ...denominator });
  if (n < 2 || bottom.mean === 0) return { n, mean: 0, variance: 0 };
  const covariance = (sumProducts - (numerator.sum * denominator.sum) / n) / (n - 1);
  const d = bottom.mean;
  const variance =
    top.variance / d ** 2 -
    (2 * covariance * top.mean) / d ** 3 +
    (bottom.variance * top.mean ** 2) / d ** 4;
  return { n, mean: top.mean / d, variance };
}

export type CupedSums = {
  n: number;
  post: { sum: number; sumSquares: number };
  pre: { sum: number; sumSquares: number };
  sumProducts: number;
};

/** One theta for all arms, so that the adjustment cannot favour one of them. */
export function cupedTheta(arms: readonly CupedSums[]): number {
  const covariance = arms.reduce((sum, arm) => sum + covarianceOf(arm), 0);
  const variance = arms.reduce(
    (sum, arm) => sum + meanSample({ n: arm.n, ...arm.pre }).variance,
    0,
  );
  return variance === 0 ? 0 : covariance / variance;
}

/**
 * CUPED: takes out of a metric what the time before the test already explains.
 * `preMean` is the mean of the covariate over all arms, so that the mean stays on its scale.
 */
export function cupedSample(arm: CupedSums, options: { theta: number; preMean: number }): Sample {
  const post = meanSample({ n: arm.n, ...arm.post });
  const pre = meanSample({ n: arm.n, ...arm.pre });
  const { theta, preMean } = options;
  return {
    n: arm.n,
    mean: post.mean - theta * (pre.mean - preMean),
    variance: post.variance + theta ** 2 * pre.variance - 2 * theta * covarianceOf(arm),
  };
}

const covarianceOf = ({ n, post, pre, sumProducts }: CupedSums) =>
  n < 2 ? 0 : (sumProducts - (post.sum * pre.sum) / n) / (n - 1);
