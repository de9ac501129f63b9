import { diffWordsWithSpace } from 'diff';

export type WordChange = { kind: 'same' | 'added' | 'removed'; text: string };

/** Beyond it a diff by words takes too long for a page: the whole text is shown as replaced. */
const MAX_CHARACTERS = 20_000;

/**
 * With less than this part of the shorter text kept, the two only happen to share words such as
 * "the": word by word nobody could read either of them.
 */
const MIN_KEPT = 0.4;

/** What became of a text, word by word; spaces belong to the words and nothing is lost. */
export function wordDiff(before: string, after: string): WordChange[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
  if (before.length + after.length > MAX_CHARACTERS) return replaced(before, after);
  const changes = diffWordsWithSpace(before, after).map(
    ({ added, removed, value }): WordChange => ({
      kind: added ? 'added' : removed ? 'removed' : 'same',
      text: value,
    }),
  );
  const kept = changes.filter(({ kind }) => kind === 'same').map(({ text }) => text);
  const shorter = Math.min(letters(before), letters(after));
  return letters(kept.join('')) < shorter * MIN_KEPT ? replaced(before, after) : changes;
}

function replaced(before: string, after: string): WordChange[] {
  const whole: WordChange[] = [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ];
  return whole.filter(({ text }) => text !== '');
}

const letters = (text: string) => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

/**
 * The text when only some of the changes are taken: `isTaken` is asked once for each run of
 * changes between two unchanged stretches, by its place.
 */
export function takeChanges(
  changes: readonly WordChange[],
  isTaken: (run: number) => boolean,
): string {
  let run = -1;
  let isInRun = false;
  return changes
    .map(({ kind, text }) => {
      if (kind === 'same') {
        isInRun = false;
        return text;
      }
      if (!isInRun) run += 1;
      isInRun = true;
      return isTaken(run) === (kind === 'added') ? text : '';
    })
    .join('');
}
