import { diff3Merge } from 'node-diff3';

/** What a merge of one value comes to. `value` holds a way out even when there is a conflict. */
export type Outcome<T = unknown> = { value: T; isConflict: boolean };

/** Texts beyond this are compared as a whole: their alignment would block the server. */
const MAX_TOKENS = 4_000;

const tooLong = (...lists: string[][]) => lists.some((list) => list.length > MAX_TOKENS);

/**
 * By line, and by word inside lines that both sides changed. A conflict is left only where both
 * changed the same words.
 */
export function mergeText(base: string, local: string, remote: string): Outcome<string> {
  if (local === remote || remote === base) return { value: local, isConflict: false };
  if (local === base) return { value: remote, isConflict: false };
  return mergeTokens([lines(base), lines(local), lines(remote)], (hunk) =>
    mergeTokens(hunkWords(hunk), (inner) => ({
      value: inner[1].join(''),
      isConflict: true,
    })),
  );
}

type Three = [base: string[], local: string[], remote: string[]];

const hunkWords = ([base, local, remote]: Three): Three => [
  words(base.join('')),
  words(local.join('')),
  words(remote.join('')),
];

function mergeTokens(
  [base, local, remote]: Three,
  onConflict: (hunk: Three) => Outcome<string>,
): Outcome<string> {
  if (tooLong(base, local, remote)) return { value: local.join(''), isConflict: true };
  let isConflict = false;
  const parts = diff3Merge(local, base, remote, { excludeFalseConflicts: true }).map((region) => {
    if (region.ok) return region.ok.join('');
    if (!region.conflict) return '';
    const { a, b, o } = region.conflict;
    const outcome = onConflict([o, a, b]);
    isConflict ||= outcome.isConflict;
    return outcome.value;
  });
  return { value: parts.join(''), isConflict };
}

/** Each line keeps its line break, so that joining gives the text back. */
const lines = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

/** Words with the space after them. */
const words = (text: string): string[] => text.match(/\s+|[\p{L}\p{N}_]+|[^\s\p{L}\p{N}_]/gu) ?? [];
