import {
  bayesianTest,
  meanSample,
  proportionSample,
  sequentialSplitTest,
  sequentialTest,
  SPLIT_ALARM,
  type Sample,
} from 'suite-kit/shared';
import type { Goal, Results, Verdict } from '../../../../shared/contracts/experiments';
import { shares } from './assign';

export type Tally = {
  variant: number;
  day: string;
  units: number;
  conversions: number;
  sum: number;
  sumSquares: number;
};
type Arm = { id: string; name: string; weight: number };
type Input = {
  /** The original first. */
  arms: readonly Arm[];
  tallies: readonly Tally[];
  goal: Pick<Goal, 'kind'>;
  minimumDays: number;
  startedAt: number | null;
  /** When it ended, or now. */
  until: number;
};

const DAY_MS = 86_400_000;
const NOTHING = { units: 0, conversions: 0, sum: 0, sumSquares: 0 };
type Sums = typeof NOTHING;

const add = (a: Sums, b: Sums): Sums => ({
  units: a.units + b.units,
  conversions: a.conversions + b.conversions,
  sum: a.sum + b.sum,
  sumSquares: a.sumSquares + b.sumSquares,
});

/** What a test shows so far. Sequential: it may be looked at every day, and stopped on any. */
export function resultsOf({ arms, tallies, goal, minimumDays, startedAt, until }: Input): Results {
  const sample = (sums: Sums): Sample =>
    goal.kind === 'conversion'
      ? proportionSample({ n: sums.units, successes: sums.conversions })
      : meanSample({ n: sums.units, sum: sums.sum, sumSquares: sums.sumSquares });
  // Several variants against one original: each gets its part of the five per cent.
  const alpha = 0.05 / Math.max(1, arms.length - 1);
  const totals = arms.map((_arm, index) => sumOf(tallies, index));
  const control = sample(totals[0] ?? NOTHING);

  const counts = totals.map(({ units }) => units);
  const expected = shares(arms.map(({ weight }) => weight));
  const pValue = sequentialSplitTest({ counts, weights: expected });
  const split = { expected, counts, pValue, isBroken: pValue < SPLIT_ALARM };
  const days = startedAt === null ? 0 : Math.floor((until - startedAt) / DAY_MS);

  const results = arms.map(({ id, name }, index) => {
    const sums = totals[index] ?? NOTHING;
    const own = sample(sums);
    const comparison = { control, variant: own, alpha };
    const effect = index === 0 ? null : sequentialTest(comparison);
    return {
      id,
      name,
      units: sums.units,
      conversions: sums.conversions,
      sum: sums.sum,
      rate: own.mean,
      effect: effect && {
        estimate: effect.estimate,
        low: effect.low,
        high: effect.high,
        pValue: effect.pValue,
      },
      chanceToWin: index === 0 ? null : (bayesianTest(comparison)?.chanceToWin ?? null),
    };
  });
  return {
    arms: results,
    timeline: timelineOf({ arms, tallies, sample, alpha }),
    split,
    days,
    verdict: verdictOf({ results, split, daysLeft: Math.max(0, minimumDays - days) }),
  };
}

const sumOf = (tallies: readonly Tally[], variant: number): Sums =>
  tallies.filter((tally) => tally.variant === variant).reduce<Sums>(add, NOTHING);

/** The effect as it stood at the end of each day. */
function timelineOf({
  arms,
  tallies,
  sample,
  alpha,
}: {
  arms: readonly Arm[];
  tallies: readonly Tally[];
  sample: (sums: Sums) => Sample;
  alpha: number;
}): Results['timeline'] {
  const days = [...new Set(tallies.map(({ day }) => day))].sort();
  const current = arms.map(() => NOTHING);
  return days.flatMap((day) => {
    for (const tally of tallies) {
      const sums = current[tally.variant];
      if (tally.day === day && sums) current[tally.variant] = add(sums, tally);
    }
    const control = sample(current[0] ?? NOTHING);
    return arms.slice(1).flatMap(({ id }, index) => {
      const effect = sequentialTest({
        control,
        variant: sample(current[index + 1] ?? NOTHING),
        alpha,
      });
      return effect
        ? [{ day, estimate: effect.estimate, low: effect.low, high: effect.high, variant: id }]
        : [];
    });
  });
}

function verdictOf({
  results,
  split,
  daysLeft,
}: {
  results: Results['arms'];
  split: Results['split'];
  daysLeft: number;
}): Verdict {
  const effects = results.flatMap(({ id, effect }) => (effect ? [{ id, ...effect }] : []));
  // A broken split makes every other figure worthless, so it comes first.
  if (split.isBroken) return { kind: 'split-broken', pValue: split.pValue };
  const [first, ...rest] = [...effects].sort((a, b) => b.estimate - a.estimate);
  if (!first) return { kind: 'nothing' };
  const { low, high, estimate, id } = first;
  if (low > 0)
    return daysLeft > 0
      ? { kind: 'too-early', daysLeft }
      : { kind: 'winner', variant: id, low, high, estimate };
  const areAllWorse = [first, ...rest].every((effect) => effect.high < 0);
  if (areAllWorse) return { kind: 'worse', low, high };
  return daysLeft > 0 ? { kind: 'too-early', daysLeft } : { kind: 'undecided', low, high };
}
