import { hashOf, isSame } from '../canonical';
import { isEmpty, isObject } from '../shape';

/** How alike two values are, from 0 to 1. */
export function similarity(left: unknown, right: unknown): number {
  if (isSame(left, right)) return 1;
  if (typeof left === 'string' && typeof right === 'string') return dice(words(left), words(right));
  if (Array.isArray(left) && Array.isArray(right)) return listSimilarity(left, right);
  if (isObject(left) && isObject(right)) {
    const keys = [...new Set([...Object.keys(left), ...Object.keys(right)])].filter(
      (key) => !isEmpty(left[key]) || !isEmpty(right[key]),
    );
    if (keys.length === 0) return 1;
    const sum = keys.reduce((total, key) => total + similarity(left[key], right[key]), 0);
    return sum / keys.length;
  }
  return 0;
}

function listSimilarity(left: unknown[], right: unknown[]): number {
  if (left.length === 1 && right.length === 1) return similarity(left[0], right[0]);
  return dice(left.map(hashOf), right.map(hashOf));
}

const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Sørensen–Dice over multisets. */
function dice(left: string[], right: string[]): number {
  if (left.length + right.length === 0) return 1;
  const counts = new Map<string, number>();
  for (const item of left) counts.set(item, (counts.get(item) ?? 0) + 1);
  let common = 0;
  for (const item of right) {
    const count = counts.get(item) ?? 0;
    if (count === 0) continue;
    common += 1;
    counts.set(item, count - 1);
  }
  return (2 * common) / (left.length + right.length);
}

/** From here on two entries are taken for the same one, edited. */
const ALIKE = 0.5;
/** Above this many pairs only equal entries are recognised, so that a merge stays quick. */
const MAX_PAIRS = 40_000;

/**
 * For each entry of `side` the index of the entry of `base` that it is, or null for a new one.
 * Rows of components have no lasting identity in Strapi: content and position are all there is.
 */
export function align(
  base: readonly unknown[],
  side: readonly unknown[],
  isComparable: (left: unknown, right: unknown) => boolean = () => true,
): (number | null)[] {
  const result: (number | null)[] = side.map(() => null);
  const byHash = new Map<string, number[]>();
  base.forEach((entry, index) => {
    const hash = hashOf(entry);
    byHash.set(hash, [...(byHash.get(hash) ?? []), index]);
  });
  side.forEach((entry, index) => {
    result[index] = byHash.get(hashOf(entry))?.shift() ?? null;
  });

  const taken = new Set(result);
  const openBase = base.map((_, index) => index).filter((index) => !taken.has(index));
  const openSide = side.map((_, index) => index).filter((index) => result[index] === null);
  if (openBase.length * openSide.length > MAX_PAIRS) return result;

  const pairs = openBase.flatMap((from) =>
    openSide
      .filter((to) => isComparable(base[from], side[to]))
      .map((to) => ({ from, to, score: similarity(base[from], side[to]) })),
  );
  pairs.sort(
    (left, right) =>
      right.score - left.score ||
      Math.abs(left.from - left.to) - Math.abs(right.from - right.to) ||
      left.from - right.from ||
      left.to - right.to,
  );
  for (const { from, to, score } of pairs) {
    if (score < ALIKE || taken.has(from) || result[to] !== null) continue;
    result[to] = from;
    taken.add(from);
  }
  return result;
}
