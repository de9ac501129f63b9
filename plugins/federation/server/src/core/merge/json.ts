import { isSame } from '../canonical';
import { isObject } from '../shape';
import type { Outcome } from './text';

/** By key; lists are one value, because nothing says what their entries are. */
export function mergeJson(base: unknown, local: unknown, remote: unknown): Outcome {
  if (isSame(local, remote) || isSame(remote, base)) return { value: local, isConflict: false };
  if (isSame(local, base)) return { value: remote, isConflict: false };
  if (!isObject(base) || !isObject(local) || !isObject(remote)) {
    return { value: local, isConflict: true };
  }
  let isConflict = false;
  const keys = [...new Set([...Object.keys(local), ...Object.keys(remote), ...Object.keys(base)])];
  const entries = keys.flatMap((key) => {
    const outcome = mergeJson(base[key], local[key], remote[key]);
    isConflict ||= outcome.isConflict;
    return outcome.value === undefined ? [] : [[key, outcome.value] as const];
  });
  return { value: Object.fromEntries(entries), isConflict };
}
