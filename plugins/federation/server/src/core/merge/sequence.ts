import { diff3Merge } from 'node-diff3';

/**
 * Merges two orders of unique ids that both come from `base`. Whatever only one side removed is
 * gone, whatever either side added is there. Swapping the sides gives the same result.
 *
 * @param kept ids that stay although a side removed them.
 */
export function mergeSequence(
  base: readonly string[],
  left: readonly string[],
  right: readonly string[],
  kept: ReadonlySet<string> = new Set(),
): string[] {
  const inBase = new Set(base);
  const inLeft = new Set(left);
  const inRight = new Set(right);
  const survives = (id: string) =>
    kept.has(id) || (inBase.has(id) ? inLeft.has(id) && inRight.has(id) : true);

  const regions = diff3Merge([...left], [...base], [...right], { excludeFalseConflicts: true });
  const merged = regions.flatMap(({ ok, conflict }) => {
    if (ok) return ok;
    if (!conflict) return [];
    // Both changed the order at the same place: both have their say, in an order of their own.
    const sides = [conflict.a, conflict.b];
    sides.sort((first, second) => compareLists(first, second));
    return sides.flat();
  });
  const found = [...new Set(merged)].filter(survives);
  const known = new Set(found);
  const missing = [...new Set([...base, ...[...left, ...right].sort()])].filter(
    (id) => survives(id) && !known.has(id) && (inLeft.has(id) || inRight.has(id)),
  );
  return [...found, ...missing];
}

function compareLists(first: readonly string[], second: readonly string[]): number {
  const [left, right] = [first.join('\n'), second.join('\n')];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** Three-way over a set whose order matters: (base ∪ added) − removed. */
export function mergeSet(
  base: readonly string[],
  left: readonly string[],
  right: readonly string[],
): string[] {
  return mergeSequence(unique(base), unique(left), unique(right));
}

const unique = (list: readonly string[]) => [...new Set(list)];
