import { missingIds } from './deletes';

const ids = (count: number, from = 0) => Array.from({ length: count }, (_, n) => `id${n + from}`);

describe('what vanished at the source', () => {
  it.each([
    ['nothing', ids(5), ids(5), ids(5), 0, false, null],
    ['some', ids(50), ids(40), ids(40), 10, false, null],
    ['up to a tenth of many', ids(1_000), ids(900), ids(900), 100, false, null],
    ['more than that waits for a person', ids(1_000), ids(899), ids(899), 101, true, 'too-many'],
    ['all of many waits for a person', ids(30), [], [], 30, true, 'too-many'],
    ['lists that disagree', ids(10), ids(8), ids(10), 0, false, 'unstable'],
  ] as const)('%s', (_name, known, first, second, count, isHeld, reason) => {
    const result = missingIds({ known, first: new Set(first), second: new Set(second) });
    expect([result.missing.length, result.isHeld, result.reason]).toEqual([count, isHeld, reason]);
  });

  it('is nothing when a page could not be read', () => {
    expect(missingIds({ known: ids(3), first: new Set(), second: null }).missing).toEqual([]);
  });
});
