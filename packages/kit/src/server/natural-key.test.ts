import { naturalKey } from './natural-key';

describe('naturalKey', () => {
  it('is 64 hexadecimal characters, whatever the length', () => {
    expect(naturalKey([])).toMatch(/^[0-9a-f]{64}$/);
    expect(naturalKey(['x'.repeat(10_000)])).toMatch(/^[0-9a-f]{64}$/);
  });

  it('never changes: it is stored', () => {
    expect(naturalKey([1, 2, 'multi-site-owner'])).toBe(
      'f94e3d94318a96e7479580277185f335c4e75f6e73efbd84c76dba6adb2cd024',
    );
  });

  it('is equal for equal parts', () => {
    expect(naturalKey([1, 'a', null])).toBe(naturalKey([1, 'a', null]));
  });

  it.each([
    ['text and number', ['1'], [1]],
    ['text and null', ['null'], [null]],
    ['an empty text and null', [''], [null]],
    ['an empty text and nothing', [''], []],
    ['upper and lower case', ['A'], ['a']],
    ['another order', ['a', 'b'], ['b', 'a']],
    ['another border between parts', ['ab', 'c'], ['a', 'bc']],
    ['a border inside a text', ['a","b'], ['a', 'b']],
    ['composed and decomposed letters', ['\u00e9'], ['e\u0301']],
    ['blanks', ['a '], ['a']],
  ])('tells apart %s', (_what, one, other) => {
    expect(naturalKey(one)).not.toBe(naturalKey(other));
  });
});
