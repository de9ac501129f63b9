import { slugify } from './slug';

describe('slugify', () => {
  it.each([
    ['Shop', 'shop'],
    ['Café Zürich & Co', 'cafe-zurich-co'],
    ['Straße', 'strasse'],
    ['  --Shop--  ', 'shop'],
    ['a___b   c', 'a-b-c'],
    ['Ångström № 5', 'angstrom-no-5'],
    ['ﬁnal', 'final'],
    ['1. FC', '1-fc'],
    ['İzmir', 'izmir'],
    ['東京', ''],
    ['!!!', ''],
    ['', ''],
  ])('makes %j into %j', (text, slug) => {
    expect(slugify(text)).toBe(slug);
  });

  it('keeps at most 60 characters', () => {
    expect(slugify('x'.repeat(80))).toBe('x'.repeat(60));
  });

  it('ends in no hyphen where the cut falls on one', () => {
    expect(slugify(`${'x'.repeat(59)} tail`)).toBe('x'.repeat(59));
  });

  it('leaves a slug as it is', () => {
    expect(slugify('cafe-zurich-2')).toBe('cafe-zurich-2');
  });
});
