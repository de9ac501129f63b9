import {
  normalCdf,
  normalDensity,
  normalQuantile,
  studentQuantile,
  studentTwoSided,
} from './distributions';
import type { Sample } from './samples';

/** Relative: 0.05 is five per cent more than the control has. Absolute: in the metric's unit. */
export type EffectKind = 'relative' | 'absolute';

export type Effect = {
  estimate: number;
  standardError: number;
  low: number;
  high: number;
  pValue: number;
};

export type Comparison = { control: Sample; variant: Sample; kind?: EffectKind; alpha?: number };

/** Null while nothing can be said: too few units, no variance, or a control of zero. */
function estimateEffect({ control, variant, kind = 'relative' }: Comparison) {
  if (control.n < 2 || variant.n < 2) return null;
  if (kind === 'relative' && control.mean === 0) return null;
  const difference = variant.mean - control.mean;
  const estimate = kind === 'relative' ? difference / control.mean : difference;
  const ofVariant = variant.variance / variant.n;
  const ofControl = control.variance / control.n;
  const variance =
    kind === 'relative'
      ? ofVariant / control.mean ** 2 + (ofControl * variant.mean ** 2) / control.mean ** 4
      : ofVariant + ofControl;
  return variance > 0 ? { estimate, standardError: Math.sqrt(variance) } : null;
}

/** Welch's t-test. Valid for one look at a size fixed before; looking again and again is not. */
export function fixedTest(comparison: Comparison): Effect | null {
  const effect = estimateEffect(comparison);
  if (!effect) return null;
  const { control, variant, alpha = 0.05 } = comparison;
  const a = control.variance / control.n;
  const b = variant.variance / variant.n;
  const df = (a + b) ** 2 / (a ** 2 / (control.n - 1) + b ** 2 / (variant.n - 1));
  const width = studentQuantile(1 - alpha / 2, df) * effect.standardError;
  return {
    ...effect,
    low: effect.estimate - width,
    high: effect.estimate + width,
    pValue: studentTwoSided(effect.estimate / effect.standardError, df),
  };
}

/** The interval is narrowest, compared with a fixed test, around this many units. */
const TUNING = 5000;

/**
 * Asymptotic confidence sequence (Waudby-Smith et al., arXiv 2103.06476v7, equations 9, 155 and
 * 161): covers the truth at every look at once, so it may be watched and stopped at any time.
 */
export function sequentialTest(comparison: Comparison & { tuning?: number }): Effect | null {
  const effect = estimateEffect(comparison);
  if (!effect) return null;
  const { control, variant, alpha = 0.05, tuning = TUNING } = comparison;
  const n = control.n + variant.n;
  const log = -2 * Math.log(alpha);
  const rhoSquared = (log + Math.log(log + 1)) / tuning;
  const scale = n * rhoSquared + 1;
  const perUnit = effect.standardError ** 2 * n;
  const width = Math.sqrt(
    (perUnit * 2 * scale * Math.log(Math.sqrt(scale) / alpha)) / (n ** 2 * rhoSquared),
  );
  const squared = (effect.estimate ** 2 * n) / effect.standardError ** 2;
  // In logarithms: the evidence of a large test overflows.
  const logEvidence = (rhoSquared * squared) / (2 * scale) - Math.log(scale) / 2;
  return {
    ...effect,
    low: effect.estimate - width,
    high: effect.estimate + width,
    pValue: Math.min(1, Math.exp(-logEvidence)),
  };
}

export type BayesianEffect = Omit<Effect, 'pValue'> & {
  chanceToWin: number;
  /** What is expected to be lost by staying with the control, and by taking the variant. */
  risk: { control: number; variant: number };
};

/** Normal likelihood and prior on the effect; no prior is the flat one. */
export function bayesianTest(
  comparison: Comparison & { prior?: { mean: number; variance: number } },
): BayesianEffect | null {
  const effect = estimateEffect(comparison);
  if (!effect) return null;
  const { alpha = 0.05, prior } = comparison;
  const precision = 1 / effect.standardError ** 2;
  const priorPrecision = prior ? 1 / prior.variance : 0;
  const total = precision + priorPrecision;
  const mean = (effect.estimate * precision + (prior?.mean ?? 0) * priorPrecision) / total;
  const deviation = Math.sqrt(1 / total);
  const width = normalQuantile(1 - alpha / 2) * deviation;
  const chanceToWin = normalCdf(mean / deviation);
  const tail = deviation * normalDensity(mean / deviation);
  return {
    estimate: mean,
    standardError: deviation,
    low: mean - width,
    high: mean + width,
    chanceToWin,
    risk: { control: mean * chanceToWin + tail, variant: tail - mean * (1 - chanceToWin) },
  };
}
