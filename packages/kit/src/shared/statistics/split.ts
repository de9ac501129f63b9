import { chiSquareTail, logGamma } from './distributions';

/** Below it the split of a test is taken for broken. */
export const SPLIT_ALARM = 0.001;

type Split = { counts: readonly number[]; weights: readonly number[] };

const sharesOf = (weights: readonly number[]) => {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
};

/** Sample ratio mismatch by chi-square: p-value for one look. */
export function splitTest({ counts, weights }: Split): number {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const shares = sharesOf(weights);
  if (total === 0 || counts.length < 2) return 1;
  const chiSquare = counts.reduce((sum, count, index) => {
    const expected = total * (shares[index] ?? 0);
    return expected === 0 ? sum : sum + (count - expected) ** 2 / expected;
  }, 0);
  return chiSquareTail(chiSquare, counts.length - 1);
}

/** How strongly the prior of the sequential test believes in the configured split. */
const CONCENTRATION = 10_000;

/**
 * The same, valid however often one looks (Lindon and Malek, arXiv 2011.03567): one over the
 * Bayes factor of a Dirichlet-multinomial against the configured split.
 */
export function sequentialSplitTest({ counts, weights }: Split): number {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const shares = sharesOf(weights);
  if (total === 0 || counts.length < 2) return 1;
  const evidence = counts.reduce(
    (sum, count, index) => {
      const share = shares[index] ?? 0;
      if (share === 0) return sum;
      const prior = CONCENTRATION * share;
      return sum + logGamma(prior + count) - logGamma(prior) - count * Math.log(share);
    },
    logGamma(CONCENTRATION) - logGamma(CONCENTRATION + total),
  );
  return Math.min(1, Math.exp(-evidence));
}
