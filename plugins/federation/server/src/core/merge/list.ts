import { hashOf, isSame } from '../canonical';
import { mergeSequence } from './sequence';
import { align } from './similarity';
import type { Outcome } from './text';

type Entry<T> = { id: string; value: T; from: number | null };

/**
 * Three-way over lists whose entries have no identity: they are aligned with the base by content
 * and position. An edit and a move are both kept, two additions too; removed here and edited
 * there is a conflict, and the edited entry stays meanwhile.
 */
export function mergeList<T>(
  { base, local, remote }: { base: readonly T[]; local: readonly T[]; remote: readonly T[] },
  {
    mergeEntry,
    isComparable,
  }: {
    mergeEntry: (base: T, local: T, remote: T) => Outcome<T>;
    isComparable?: (left: unknown, right: unknown) => boolean;
  },
): Outcome<T[]> {
  const here = entriesOf(base, local, isComparable);
  const there = entriesOf(base, remote, isComparable);
  const values = new Map<string, T>([...here, ...there].map(({ id, value }) => [id, value]));
  const kept = new Set<string>();
  let isConflict = false;

  base.forEach((origin, index) => {
    const id = idOf(index);
    const mine = here.find((entry) => entry.from === index);
    const theirs = there.find((entry) => entry.from === index);
    if (mine && theirs) {
      const outcome = mergeThree(origin, mine.value, theirs.value, mergeEntry);
      isConflict ||= outcome.isConflict;
      values.set(id, outcome.value);
      return;
    }
    const survivor = mine ?? theirs;
    if (!survivor || isSame(survivor.value, origin)) return;
    isConflict = true;
    kept.add(id);
  });

  const order = mergeSequence(
    base.map((_, index) => idOf(index)),
    here.map(({ id }) => id),
    there.map(({ id }) => id),
    kept,
  );
  return { value: order.map((id) => values.get(id) as T), isConflict };
}

function mergeThree<T>(
  base: T,
  local: T,
  remote: T,
  mergeEntry: (base: T, local: T, remote: T) => Outcome<T>,
): Outcome<T> {
  if (isSame(remote, base) || isSame(local, remote)) return { value: local, isConflict: false };
  if (isSame(local, base)) return { value: remote, isConflict: false };
  return mergeEntry(base, local, remote);
}

const idOf = (index: number) => `b${String(index).padStart(6, '0')}`;

function entriesOf<T>(
  base: readonly T[],
  side: readonly T[],
  isComparable?: (left: unknown, right: unknown) => boolean,
): Entry<T>[] {
  const origins = align(base, side, isComparable);
  const seen = new Map<string, number>();
  return side.map((value, index) => {
    const from = origins[index] ?? null;
    if (from !== null) return { id: idOf(from), value, from };
    // The same new entry on both sides is one entry; twice on one side it is two.
    const hash = hashOf(value);
    const count = seen.get(hash) ?? 0;
    seen.set(hash, count + 1);
    return { id: `n${hash}-${count}`, value, from };
  });
}
