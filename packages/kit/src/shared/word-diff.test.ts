import { takeChanges, wordDiff } from './word-diff';

const BEFORE = 'The old harbour sleeps at night.';
const AFTER = 'The harbour never sleeps at noon.';

it('names words that came and went, and loses no character', () => {
  const changes = wordDiff(BEFORE, AFTER);
  const without = (kind: string) =>
    changes
      .filter((change) => change.kind !== kind)
      .map(({ text }) => text)
      .join('');
  expect(without('added')).toBe(BEFORE);
  expect(without('removed')).toBe(AFTER);
  expect(changes.filter(({ kind }) => kind === 'added').map(({ text }) => text.trim())).toEqual([
    'never',
    'noon',
  ]);
});

it('takes all, none, or some of the changes', () => {
  const changes = wordDiff(BEFORE, AFTER);
  expect(takeChanges(changes, () => true)).toBe(AFTER);
  expect(takeChanges(changes, () => false)).toBe(BEFORE);
  expect(takeChanges(changes, (run) => run === 0)).toBe('The harbour sleeps at night.');
});

it.each([
  ['', '', []],
  ['same', 'same', [{ kind: 'same', text: 'same' }]],
  ['', 'new', [{ kind: 'added', text: 'new' }]],
  ['gone', '', [{ kind: 'removed', text: 'gone' }]],
])('of %j and %j', (before, after, expected) => {
  expect(wordDiff(before, after)).toEqual(expected);
});

it('does not search for words in very long texts', () => {
  const long = 'word '.repeat(5000);
  expect(wordDiff(long, `${long}!`).map(({ kind }) => kind)).toEqual(['removed', 'added']);
});

it('shows a text as replaced when another one took its place', () => {
  const before = 'When fog comes in, the harbour does not stop.';
  const after = 'At half past five the quay is there, and the ferry is due in an hour.';
  expect(wordDiff(before, after)).toEqual([
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ]);
});

it('shows what was added to a short text, however much it is', () => {
  const kinds = wordDiff('The harbour sleeps.', 'The harbour sleeps. '.repeat(9).trim());
  expect(kinds.map(({ kind }) => kind)).toContain('same');
});
