/** Where a value falls, 0 to 1: the same in every SDK that follows GrowthBook's specification. */
export function hash(seed: string, value: string, version: number): number | null {
  if (version === 2) return (fnv32a(String(fnv32a(seed + value))) % 10_000) / 10_000;
  if (version === 1) return (fnv32a(value + seed) % 1_000) / 1_000;
  return null;
}

/** FNV-1a over UTF-16 code units, as the specification's reference does it. */
function fnv32a(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value ^= text.charCodeAt(index);
    value += (value << 1) + (value << 4) + (value << 7) + (value << 8) + (value << 24);
  }
  return value >>> 0;
}

export type BucketRange = readonly [from: number, to: number];
/** Id, and the part of 0 to 1 that is taken. Tests of one namespace never meet the same visitor. */
export type Namespace = readonly [id: string, from: number, to: number];

export const inRange = (value: number, [from, to]: BucketRange): boolean =>
  value >= from && value < to;

export const equalWeights = (count: number): number[] =>
  count < 1 ? [] : Array.from({ length: count }, () => 1 / count);

/** The range of each of `count` variations; wrong coverage or weights become sensible ones. */
export function bucketRanges(
  count: number,
  coverage = 1,
  weights: readonly number[] | null = null,
): BucketRange[] {
  const share = Math.min(1, Math.max(0, coverage));
  const given = weights ?? equalWeights(count);
  const sum = given.reduce((total, weight) => total + weight, 0);
  const isRight = given.length === count && sum >= 0.99 && sum <= 1.01;
  let start = 0;
  return (isRight ? given : equalWeights(count)).map((weight) => {
    const from = start;
    start += weight;
    return [from, from + share * weight] as const;
  });
}

/** Index of the variation, or -1 for "not part of it". */
export const chooseVariation = (value: number, ranges: readonly BucketRange[]): number =>
  ranges.findIndex((range) => inRange(value, range));

export function inNamespace(value: string, [id, from, to]: Namespace): boolean {
  const place = hash(`__${id}`, value, 1);
  return place !== null && inRange(place, [from, to]);
}
