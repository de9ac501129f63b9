/** Fewer than these vanish at once without anybody being asked. */
const ALWAYS_ALLOWED = 20;
const SHARE = 0.1;

/**
 * What is no longer in the source's own list of ids. Entries vanish here only when the list is
 * whole, says the same twice, and does not lose an unlikely part of everything.
 */
export function missingIds({
  known,
  first,
  second,
}: {
  known: readonly string[];
  /** Two lists, read one after the other; null when a page of it could not be read. */
  first: ReadonlySet<string> | null;
  second: ReadonlySet<string> | null;
}): { missing: string[]; isHeld: boolean; reason: 'incomplete' | 'unstable' | 'too-many' | null } {
  if (!first || !second) return { missing: [], isHeld: false, reason: 'incomplete' };
  const gone = known.filter((id) => !first.has(id));
  const missing = gone.filter((id) => !second.has(id));
  if (missing.length !== gone.length) return { missing: [], isHeld: false, reason: 'unstable' };
  const limit = Math.max(ALWAYS_ALLOWED, Math.floor(known.length * SHARE));
  const isHeld = missing.length > limit;
  return { missing, isHeld, reason: isHeld ? 'too-many' : null };
}
