import { paragraphText, plainParagraph, valueAt, withParagraph } from './form-values';

const values = {
  seo: { metaTitle: 'Fog' },
  body: [
    { type: 'heading', level: 2, children: [{ type: 'text', text: 'The fog' }] },
    {
      type: 'paragraph',
      children: [
        { type: 'text', text: 'The fog ' },
        { type: 'text', text: 'comes in.', bold: true },
      ],
    },
    {
      type: 'paragraph',
      children: [
        { type: 'link', url: '/', children: [] },
        { type: 'text', text: ' See the ferry.' },
      ],
    },
  ],
};

it('reads by path', () => expect(valueAt(values, 'seo.metaTitle')).toBe('Fog'));

it('finds the plain paragraph that holds a passage, never one with links', () => {
  expect(plainParagraph(values, 'body', 'fog comes')).toBe(1);
  expect(plainParagraph(values, 'body', 'ferry')).toBeNull();
  expect(plainParagraph(values, 'seo', 'Fog')).toBeNull();
});

it('replaces the text of one paragraph and nothing else', () => {
  const next = withParagraph(values, 'body', { index: 1, text: 'Fog rolls in.' });
  expect(next[1]).toEqual({
    type: 'paragraph',
    children: [{ type: 'text', text: 'Fog rolls in.' }],
  });
  expect(next[0]).toBe(values.body[0]);
  expect(paragraphText({ body: next }, 'body', 1)).toBe('Fog rolls in.');
});
