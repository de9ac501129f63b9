import { createHash } from 'node:crypto';

/**
 * A row's natural key as one char(64) column: SHA-256 of its parts. Text is told apart from
 * numbers and from null, so ('1', null) and (1, 'null') differ, and case is kept: normalise
 * before. Unique indexes stand on this column alone, because databases disagree about NULL,
 * about case and about index length.
 */
export function naturalKey(parts: readonly (string | number | null)[]): string {
  const canonical = JSON.stringify(parts);
  return createHash('sha256').update(canonical).digest('hex');
}
