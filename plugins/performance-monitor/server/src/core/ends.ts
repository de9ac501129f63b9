import { upperBound } from './buckets';

/** The largest value of a bucket is kept in four digits, rounded down inside its bucket. */
const DIGITS = 4;

/** A step of the last digit in a bucket, as the power of ten it is. */
const exponentOf = (index: number): number =>
  Math.floor(Math.log10(upperBound(index - 1))) - DIGITS + 1;

/** Powers of ten below 1 are not exact: the exact one is multiplied by or divided through. */
const times = (value: number, exponent: number): number =>
  exponent < 0 ? value / 10 ** -exponent : value * 10 ** exponent;

const stepsOf = (value: number, exponent: number): number =>
  Math.floor(times(value, -exponent) + 1e-6);

/**
 * Where in its bucket a value lies, in steps of the fourth digit. Rounding down keeps the order of
 * values, and doing it again changes nothing, so it does not matter when or how often it is done.
 */
export function placeIn(index: number, value: number): number {
  const exponent = exponentOf(index);
  return Math.max(0, stepsOf(value, exponent) - stepsOf(upperBound(index - 1), exponent));
}

/** The value that lies there. */
export function valueAt(index: number, place: number): number {
  const lower = upperBound(index - 1);
  const exponent = exponentOf(index);
  return place === 0 ? lower : times(stepsOf(lower, exponent) + place, exponent);
}
