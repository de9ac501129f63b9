import { setAt, textAt } from './field-value';

const entry = {
  title: 'Fog',
  empty: null,
  seo: { id: 4, metaTitle: 'Old', noIndex: false },
  links: [
    { id: 1, label: 'A' },
    { id: 2, label: 'B' },
  ],
  body: [
    {
      type: 'paragraph',
      children: [
        { type: 'text', text: 'One ' },
        { type: 'text', text: 'two', bold: true },
      ],
    },
  ],
};

it.each([
  ['title', 'Fog', { title: 'New' }],
  ['seo.metaTitle', 'Old', { seo: { id: 4, metaTitle: 'New', noIndex: false } }],
  [
    'links.1.label',
    'B',
    {
      links: [
        { id: 1, label: 'A' },
        { id: 2, label: 'New' },
      ],
    },
  ],
  [
    'body.0',
    'One two',
    { body: [{ type: 'paragraph', children: [{ type: 'text', text: 'New' }] }] },
  ],
])('reads and writes %s', (path, before, written) => {
  expect(textAt(entry, path)).toBe(before);
  expect(setAt(entry, path, 'New')).toEqual(written);
});

it.each(['nothing', 'seo.nothing', 'links.7.label', 'title.x', 'seo'])(
  'does not write %s',
  (path) => {
    expect(setAt(entry, path, 'New')).toBeNull();
  },
);

it('fills an empty field', () => {
  expect(setAt(entry, 'empty', 'New')).toEqual({ empty: 'New' });
});
