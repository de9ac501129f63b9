/** Distribution functions that JavaScript lacks; each agrees with tables to at least 9 digits. */

const LANCZOS = [
  676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
  -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
];
const TINY = 1e-300;
const PRECISION = 1e-15;
const MAX_STEPS = 500;

/** Natural logarithm of the gamma function (Lanczos, g = 7), for positive arguments. */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const shifted = x - 1;
  const base = shifted + 7.5;
  const sum = LANCZOS.reduce(
    (total, value, index) => total + value / (shifted + index + 1),
    0.9999999999998099,
  );
  return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(base) - base + Math.log(sum);
}

/** Upper regularised incomplete gamma function Q(a, x). */
function upperGamma(a: number, x: number): number {
  if (x <= 0) return 1;
  const front = Math.exp(a * Math.log(x) - x - logGamma(a));
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let step = 1; step < MAX_STEPS; step += 1) {
      term *= x / (a + step);
      sum += term;
      if (term < sum * PRECISION) break;
    }
    return 1 - front * sum;
  }
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let fraction = d;
  for (let step = 1; step < MAX_STEPS; step += 1) {
    const factor = -step * (step - a);
    b += 2;
    d = 1 / nonZero(factor * d + b);
    c = nonZero(b + factor / c);
    fraction *= d * c;
    if (Math.abs(d * c - 1) < PRECISION) break;
  }
  return front * fraction;
}

const nonZero = (value: number) => (Math.abs(value) < TINY ? TINY : value);

/** Regularised incomplete beta function I_x(a, b) by its continued fraction. */
function regularBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(
    logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(1 - x),
  );
  return x < (a + 1) / (a + b + 2)
    ? (front * betaFraction(x, a, b)) / a
    : 1 - (front * betaFraction(1 - x, b, a)) / b;
}

function betaFraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / nonZero(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let step = 1; step < MAX_STEPS; step += 1) {
    const even = (step * (b - step) * x) / ((a + 2 * step - 1) * (a + 2 * step));
    d = 1 / nonZero(1 + even * d);
    c = nonZero(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + step) * (a + b + step) * x) / ((a + 2 * step) * (a + 2 * step + 1));
    d = 1 / nonZero(1 + odd * d);
    c = nonZero(1 + odd / c);
    fraction *= d * c;
    if (Math.abs(d * c - 1) < PRECISION) break;
  }
  return fraction;
}

/** P(X > x) of chi-square with `df` degrees of freedom. */
export const chiSquareTail = (x: number, df: number): number => upperGamma(df / 2, x / 2);

export const normalDensity = (x: number): number => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);

/** P(X <= x) of the standard normal distribution. */
export function normalCdf(x: number): number {
  const tail = upperGamma(0.5, (x * x) / 2) / 2;
  return x > 0 ? 1 - tail : tail;
}

/** P(|T| >= |t|) of Student's distribution: the two-sided p-value. */
export const studentTwoSided = (t: number, df: number): number =>
  regularBeta(df / (df + t * t), df / 2, 0.5);

/** Where `share` of the standard normal distribution lies below. */
export const normalQuantile = (share: number): number => searchQuantile(share, (x) => normalCdf(x));

/** The same for Student's distribution. */
export const studentQuantile = (share: number, df: number): number =>
  searchQuantile(share, (t) => {
    const tail = studentTwoSided(t, df) / 2;
    return t > 0 ? 1 - tail : tail;
  });

/** Bisection over a bracket that grows: slow beside the closed forms and right everywhere. */
function searchQuantile(share: number, cdf: (x: number) => number): number {
  if (share <= 0) return -Infinity;
  if (share >= 1) return Infinity;
  let low = -1;
  let high = 1;
  while (cdf(low) > share) low *= 2;
  while (cdf(high) < share) high *= 2;
  for (let step = 0; step < 200 && high - low > 1e-13 * (1 + Math.abs(low)); step += 1) {
    const middle = (low + high) / 2;
    if (cdf(middle) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
