import {
  bayesianTest,
  benjaminiHochberg,
  chiSquareTail,
  correlation,
  cupedSample,
  cupedTheta,
  detectableShare,
  durationDays,
  fixedTest,
  holm,
  meanSample,
  normalCdf,
  normalQuantile,
  powerForShare,
  proportionSample,
  ranks,
  ratioSample,
  sampleSizeForMean,
  sampleSizeForShare,
  sequentialSplitTest,
  sequentialTest,
  splitTest,
  studentQuantile,
  studentTwoSided,
} from './index';

type Shares = { n: number; successes: number };

/** The same numbers on every run (mulberry32). */
function randomFrom(seed: number) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

describe('distributions agree with printed tables', () => {
  it.each([
    [1.959963985, 0.975],
    [2.575829304, 0.995],
    [-1.644853627, 0.05],
  ])('normal quantile %f of %f', (value, share) => {
    expect(normalQuantile(share)).toBeCloseTo(value, 8);
    expect(normalCdf(value)).toBeCloseTo(share, 9);
  });

  // Student's t at 0.975: NIST/SEMATECH handbook, 1.3.6.7.2.
  it.each([
    [12.706, 1],
    [2.228, 10],
    [2.042, 30],
    [1.984, 100],
  ])('t of %f with %i degrees of freedom', (value, df) => {
    expect(studentQuantile(0.975, df)).toBeCloseTo(value, 3);
    expect(studentTwoSided(value, df)).toBeCloseTo(0.05, 3);
  });

  // Chi-square at 0.05: NIST/SEMATECH handbook, 1.3.6.7.4.
  it.each([
    [3.841, 1],
    [5.991, 2],
    [18.307, 10],
    [124.342, 100],
  ])('chi-square of %f with %i', (value, df) => {
    expect(chiSquareTail(value, df)).toBeCloseTo(0.05, 4);
  });
});

// Expected values of GrowthBook's published test suite (gbstats), to its five decimals.
describe('comparisons agree with the values gbstats expects', () => {
  const few = {
    control: proportionSample({ n: 28, successes: 14 }),
    variant: proportionSample({ n: 30, successes: 16 }),
  };
  const money = {
    control: meanSample({ n: 3000, sum: 1396.87, sumSquares: 52377.9767 }),
    variant: meanSample({ n: 3461, sum: 2422.7, sumSquares: 134698.29 }),
  };

  it('fixed test of proportions', () => {
    const result = fixedTest(few);
    expect(result?.estimate).toBeCloseTo(0.06667, 5);
    expect(result?.standardError).toBeCloseTo(0.2717, 5);
    expect(result?.low).toBeCloseTo(-0.47767, 5);
    expect(result?.high).toBeCloseTo(0.61101, 5);
    expect(result?.pValue).toBeCloseTo(0.80707, 5);
  });

  it('sequential test of means', () => {
    const result = sequentialTest({ ...money, tuning: 1000 });
    expect(result?.estimate).toBeCloseTo(0.50336, 5);
    expect(result?.standardError).toBeCloseTo(0.33341, 5);
    expect(result?.low).toBeCloseTo(-0.55844, 5);
    expect(result?.high).toBeCloseTo(1.56516, 5);
    expect(result?.pValue).toBe(1);
  });

  it('sequential test of proportions', () => {
    const result = sequentialTest({
      control: proportionSample({ n: 3000, successes: 1396 }),
      variant: proportionSample({ n: 3461, successes: 2422 }),
    });
    expect(result?.low).toBeCloseTo(0.40098, 5);
    expect(result?.high).toBeCloseTo(0.60675, 5);
    expect(result?.pValue).toBeCloseTo(0, 5);
  });

  it('Bayesian test with the flat prior', () => {
    const result = bayesianTest({
      control: proportionSample({ n: 100, successes: 49 }),
      variant: proportionSample({ n: 100, successes: 51 }),
    });
    expect(result?.low).toBeCloseTo(-0.24779, 5);
    expect(result?.high).toBeCloseTo(0.32943, 5);
    expect(result?.chanceToWin).toBeCloseTo(0.60918, 5);
    expect(result?.risk.control).toBeCloseTo(0.0814, 5);
    expect(result?.risk.variant).toBeCloseTo(0.04058, 5);
  });

  it('Bayesian test with a prior that says something', () => {
    const result = bayesianTest({
      control: meanSample({ n: 10, sum: 100, sumSquares: 1002.25 }),
      variant: meanSample({ n: 10, sum: 105, sumSquares: 1111.5 }),
      prior: { mean: 0.1, variance: 0.1 },
    });
    expect(result?.estimate).toBeCloseTo(0.05063, 5);
    expect(result?.low).toBeCloseTo(-0.01893, 5);
    expect(result?.high).toBeCloseTo(0.12019, 5);
    expect(result?.chanceToWin).toBeCloseTo(0.92315, 5);
    expect(result?.risk.control).toBeCloseTo(0.05186, 5);
  });

  it('sample ratio mismatch, to nine decimals', () => {
    expect(splitTest({ counts: [1000, 1200], weights: [0.5, 0.5] })).toBeCloseTo(0.000020079, 9);
  });
});

it('says nothing where nothing can be said', () => {
  const none = proportionSample({ n: 0, successes: 0 });
  const some = proportionSample({ n: 10, successes: 5 });
  for (const test of [fixedTest, sequentialTest, bayesianTest]) {
    expect(test({ control: none, variant: some })).toBeNull();
    expect(test({ control: proportionSample({ n: 10, successes: 0 }), variant: some })).toBeNull();
  }
});

it('the variance of a ratio is that of its linearised values', () => {
  const rows = [
    [4, 2],
    [9, 3],
    [2, 1],
    [12, 5],
    [7, 2],
  ] as const;
  const sum = (of: (row: readonly [number, number]) => number) =>
    rows.reduce((total, row) => total + of(row), 0);
  const ratio = ratioSample({
    n: rows.length,
    numerator: { sum: sum(([x]) => x), sumSquares: sum(([x]) => x * x) },
    denominator: { sum: sum(([, y]) => y), sumSquares: sum(([, y]) => y * y) },
    sumProducts: sum(([x, y]) => x * y),
  });
  const mean = sum(([x]) => x) / sum(([, y]) => y);
  const denominator = sum(([, y]) => y) / rows.length;
  const residuals = rows.map(([x, y]) => (x - mean * y) / denominator);
  const variance = residuals.reduce((total, value) => total + value ** 2, 0) / (rows.length - 1);
  expect(ratio.mean).toBeCloseTo(mean, 12);
  expect(ratio.variance).toBeCloseTo(variance, 12);
});

it('CUPED keeps the mean difference and takes the explained variance away', () => {
  const random = randomFrom(7);
  const arm = (lift: number) => {
    const sums = {
      n: 2000,
      post: { sum: 0, sumSquares: 0 },
      pre: { sum: 0, sumSquares: 0 },
      sumProducts: 0,
    };
    for (let at = 0; at < sums.n; at += 1) {
      const pre = random() * 10;
      const post = pre + random() + lift;
      sums.pre.sum += pre;
      sums.pre.sumSquares += pre * pre;
      sums.post.sum += post;
      sums.post.sumSquares += post * post;
      sums.sumProducts += pre * post;
    }
    return sums;
  };
  const arms = [arm(0), arm(0.1)] as const;
  const theta = cupedTheta(arms);
  const preMean = (arms[0].pre.sum + arms[1].pre.sum) / 4000;
  const [control, variant] = arms.map((one) => cupedSample(one, { theta, preMean }));
  expect(theta).toBeCloseTo(1, 1);
  expect(control?.variance).toBeLessThan(0.1);
  expect((variant?.mean ?? 0) - (control?.mean ?? 0)).toBeCloseTo(0.1, 1);
});

describe('planning', () => {
  // Fleiss, Levin and Paik's formula without continuity correction: 10 % to 12 %.
  it('needs 3,841 visitors an arm to see 10 % become 12 %', () => {
    expect(sampleSizeForShare({ baseline: 0.1, difference: 0.02 })).toBe(3841);
  });
  // Lehr's rule of thumb: about 16 variances over the squared difference.
  it('follows the rule of sixteen for means', () => {
    expect(sampleSizeForMean({ variance: 1, difference: 1 })).toBe(16);
    expect(sampleSizeForMean({ variance: 100, difference: 1 })).toBe(1570);
  });
  it('comes back from size to difference and to power', () => {
    expect(detectableShare({ baseline: 0.1, n: 3841 })).toBeCloseTo(0.02, 4);
    expect(powerForShare({ baseline: 0.1, difference: 0.02, n: 3841 })).toBeCloseTo(0.8, 2);
  });
  it('counts the days of the smallest arm', () => {
    expect(durationDays({ perArm: 1000, weights: [3, 1], coverage: 0.5, unitsPerDay: 400 })).toBe(
      20,
    );
    expect(durationDays({ perArm: 1000, weights: [1, 1], coverage: 1, unitsPerDay: 0 })).toBe(
      Infinity,
    );
  });
});

describe('several goals', () => {
  // Worked example of R's p.adjust documentation style: computed with p.adjust.
  it('are corrected by Holm and by Benjamini and Hochberg', () => {
    const p = [0.01, 0.04, 0.03, 0.005];
    expect(holm(p).map((value) => Number(value.toFixed(4)))).toEqual([0.03, 0.06, 0.06, 0.02]);
    expect(benjaminiHochberg(p).map((value) => Number(value.toFixed(4)))).toEqual([
      0.02, 0.04, 0.04, 0.02,
    ]);
  });
});

describe('correlation', () => {
  it('has an interval, wide for few pairs', () => {
    const result = correlation([
      [1, 2],
      [2, 1],
      [3, 4],
      [4, 3],
      [5, 5],
    ]);
    expect(result?.r).toBeCloseTo(0.8, 10);
    expect(result?.low).toBeCloseTo(-0.2797, 3);
    expect(result?.high).toBeCloseTo(0.9862, 3);
  });
  it('is unknown below four pairs and for what does not vary', () => {
    expect(correlation([[1, 1]])).toBeNull();
    expect(correlation([1, 2, 3, 4, 5].map((x) => [x, 7] as const))).toBeNull();
  });
  it('ranks share their place', () => {
    expect(ranks([10, 20, 20, 5])).toEqual([2, 3.5, 3.5, 1]);
  });
});

describe('looking a hundred times at tests without an effect', () => {
  const EXPERIMENTS = 400;
  const LOOKS = 100;
  const PER_LOOK = 100;
  const alarms = { naive: 0, sequential: 0, split: 0 };

  beforeAll(() => {
    const random = randomFrom(2026);
    for (let experiment = 0; experiment < EXPERIMENTS; experiment += 1) {
      const arms: [Shares, Shares] = [
        { n: 0, successes: 0 },
        { n: 0, successes: 0 },
      ];
      const seen = { naive: false, sequential: false, split: false };
      for (let look = 0; look < LOOKS; look += 1) {
        for (let unit = 0; unit < PER_LOOK; unit += 1) {
          const arm = random() < 0.5 ? arms[0] : arms[1];
          arm.n += 1;
          if (random() < 0.3) arm.successes += 1;
        }
        const comparison = {
          control: proportionSample(arms[0]),
          variant: proportionSample(arms[1]),
        };
        const counts = arms.map(({ n }) => n);
        const z = fixedZ(comparison);
        seen.naive ||= z > 1.959963985;
        seen.sequential ||= (sequentialTest(comparison)?.pValue ?? 1) < 0.05;
        seen.split ||= sequentialSplitTest({ counts, weights: [1, 1] }) < 0.001;
      }
      alarms.naive += Number(seen.naive);
      alarms.sequential += Number(seen.sequential);
      alarms.split += Number(seen.split);
    }
  });

  const fixedZ = ({
    control,
    variant,
  }: {
    control: { n: number; mean: number; variance: number };
    variant: { n: number; mean: number; variance: number };
  }) =>
    Math.abs(variant.mean - control.mean) /
    Math.sqrt(control.variance / control.n + variant.variance / variant.n);

  it('the naive test alarms falsely in more than a quarter of them', () => {
    expect(alarms.naive / EXPERIMENTS).toBeGreaterThan(0.25);
  });
  it('the sequential test stays under five per cent', () => {
    expect(alarms.sequential / EXPERIMENTS).toBeLessThan(0.05);
  });
  it('the sequential split test hardly ever alarms, and does for a broken split', () => {
    expect(alarms.split / EXPERIMENTS).toBeLessThan(0.01);
    expect(sequentialSplitTest({ counts: [5400, 4600], weights: [1, 1] })).toBeLessThan(0.001);
  });
});
