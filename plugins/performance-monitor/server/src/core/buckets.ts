/**
 * Buckets of a base-2 exponential histogram of scale 5: bucket `i` holds (2^(i/32), 2^((i+1)/32)],
 * OpenTelemetry's layout.
 */
const PER_DOUBLING = 32;
/** Smaller and larger values count as these: a billionth to a trillion covers ms, bytes and cost. */
const LOWEST = 1e-9;
export const HIGHEST = 1e15;
/** Relative error that no quantile exceeds: half the width of a bucket, (b - 1) / (b + 1). */
export const RELATIVE_ERROR = (2 ** (1 / PER_DOUBLING) - 1) / (2 ** (1 / PER_DOUBLING) + 1);

/** 2^(k/32) for k from 0 to 32: where buckets end within one doubling. */
const ENDS = Float64Array.from({ length: PER_DOUBLING + 1 }, (_, k) => 2 ** (k / PER_DOUBLING));

/**
 * The first 7 bits behind the comma of a number from 1 to 2 say in which bucket it is or begins:
 * 128 such stretches are narrower than a bucket, so each has at most one end in it.
 */
const STRETCHES = 128;
const FIRST = Uint8Array.from({ length: STRETCHES }, (_, stretch) =>
  Math.floor(Math.log2(1 + stretch / STRETCHES) * PER_DOUBLING),
);

/** A double's bits: one cell written as a number and read as two words, the high one by its place. */
const NUMBER = new Float64Array(1);
const WORDS = new Uint32Array(NUMBER.buffer);
NUMBER[0] = 1;
const HIGH = WORDS[1] === 0 ? 0 : 1;
const LOW = 1 - HIGH;
const FRACTION = 0xfffff;

const wordsOf = (value: number, place: number, mask: number): number => {
  NUMBER[0] = value;
  return (WORDS[place] ?? 0) & mask;
};
/** The ends as bits behind the comma. Nothing below 2 is beyond the last one. */
const ENDS_HIGH = Uint32Array.from(ENDS, (end) =>
  end < 2 ? wordsOf(end, HIGH, FRACTION) : 2 ** 20,
);
const ENDS_LOW = Uint32Array.from(ENDS, (end) => wordsOf(end, LOW, -1));

/** Which bucket a positive value belongs to, from its bits: a logarithm would take three times as long. */
export const bucketOf = (value: number): number => {
  NUMBER[0] = value < LOWEST ? LOWEST : value > HIGHEST ? HIGHEST : value;
  const high = WORDS[HIGH] ?? 0;
  const low = WORDS[LOW] ?? 0;
  const fraction = high & FRACTION;
  const first = FIRST[(high >>> 13) & (STRETCHES - 1)] ?? 0;
  const index = ((high >>> 20) - 1023) * PER_DOUBLING + first;
  if (isBehind(fraction, low, first + 1)) return index + 1;
  // The end belongs to the bucket before.
  return isBehind(fraction, low, first) ? index : index - 1;
};

const isBehind = (high: number, low: number, end: number): boolean => {
  const endHigh = ENDS_HIGH[end] ?? 0;
  return high > endHigh || (high === endHigh && low > (ENDS_LOW[end] ?? 0));
};

/** The upper end of a bucket, which belongs to it. */
export const upperBound = (index: number): number => {
  const doublings = Math.floor((index + 1) / PER_DOUBLING);
  return (ENDS[index + 1 - doublings * PER_DOUBLING] ?? 1) * 2 ** doublings;
};

/** The value a bucket stands for: the one that is nearest, relatively, to both its ends. */
export const middleOf = (index: number): number => {
  const upper = upperBound(index);
  const lower = upperBound(index - 1);
  return (2 * lower * upper) / (lower + upper);
};

/** The first and the last bucket there are. */
export const LOWEST_BUCKET = bucketOf(LOWEST);
export const HIGHEST_BUCKET = bucketOf(HIGHEST);

/** In steps that leave no room for how an engine rounds the last bit of a power. */
const ROUGH_MIDDLES = Float64Array.from({ length: HIGHEST_BUCKET - LOWEST_BUCKET + 1 }, (_, at) => {
  const index = at + LOWEST_BUCKET;
  const doublings = Math.floor(index / PER_DOUBLING);
  const part = 2 ** ((index - doublings * PER_DOUBLING + 0.5) / PER_DOUBLING);
  return (Math.round(part * 4096) / 4096) * 2 ** doublings;
});

/** About the middle of a bucket, the same to the bit wherever it is calculated. */
export const roughMiddleOf = (index: number): number => ROUGH_MIDDLES[index - LOWEST_BUCKET] ?? 0;
