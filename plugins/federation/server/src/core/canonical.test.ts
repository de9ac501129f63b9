import { canonicalDoc, canonicalize, hashOf, isSame } from './canonical';
import type { Shape } from './shape';

describe('the canonical form', () => {
  it('does not depend on the order of keys', () => {
    expect(hashOf({ a: 1, b: { c: 2, d: 3 } })).toBe(hashOf({ b: { d: 3, c: 2 }, a: 1 }));
  });

  it('takes composed and decomposed letters for the same', () => {
    expect(isSame('Caf\u00e9', 'Cafe\u0301')).toBe(true);
  });

  it('keeps absent apart from null', () => {
    expect(canonicalize({ a: undefined, b: null })).toEqual({ b: null });
    expect(isSame({ a: null }, {})).toBe(false);
  });

  it('keeps the order of lists', () => {
    expect(isSame([1, 2], [2, 1])).toBe(false);
  });
});

describe('a canonical document', () => {
  const shape: Shape = {
    title: { kind: 'scalar', type: 'string' },
    at: { kind: 'scalar', type: 'datetime' },
    price: { kind: 'scalar', type: 'decimal' },
    day: { kind: 'scalar', type: 'date' },
    links: {
      kind: 'components',
      type: 'component',
      fields: {
        url: { kind: 'scalar', type: 'string' },
        label: { kind: 'scalar', type: 'string' },
      },
    },
  };

  it.each([
    ['times in one notation', { at: '2026-01-01T00:00:00Z' }, { at: '2026-01-01T00:00:00.000Z' }],
    ['decimals as numbers', { price: '3.50' }, { price: 3.5 }],
    ['days without a time', { day: '2026-01-01T10:00:00Z' }, { day: '2026-01-01' }],
    ['no lists as empty ones', { links: null }, { links: [] }],
    [
      'components without ids',
      { links: [{ id: 4, url: '/a', label: null }] },
      { links: [{ url: '/a', label: null }] },
    ],
    ['only known fields', { title: 'A', createdAt: 'x' }, { title: 'A' }],
  ])('has %s', (_name, doc, expected) => {
    expect(canonicalDoc(doc, shape)).toEqual(expected);
  });
});
