import { toBlocks } from './blocks';

const text = (value: string) => ({ type: 'text', text: value });

describe('toBlocks', () => {
  test.each([
    ['a paragraph over two lines', 'one\ntwo', { type: 'paragraph', children: [text('one two')] }],
    ['a heading', '## Title', { type: 'heading', level: 2, children: [text('Title')] }],
    ['a quote', '> Said', { type: 'quote', children: [text('Said')] }],
    [
      'a list',
      '- a\n- b',
      {
        type: 'list',
        format: 'unordered',
        children: [
          { type: 'list-item', children: [text('a')] },
          { type: 'list-item', children: [text('b')] },
        ],
      },
    ],
    [
      'a numbered list',
      '1. a',
      { type: 'list', format: 'ordered', children: [{ type: 'list-item', children: [text('a')] }] },
    ],
    [
      'marks inside a sentence',
      'so **very** *much* [here](/x).',
      {
        type: 'paragraph',
        children: [
          text('so '),
          { type: 'text', text: 'very', bold: true },
          text(' '),
          { type: 'text', text: 'much', italic: true },
          text(' '),
          { type: 'link', url: '/x', children: [text('here')] },
          text('.'),
        ],
      },
    ],
  ])('turns %s into a block', (_name, markdown, expected) => {
    expect(toBlocks(markdown)).toEqual([expected]);
  });

  it('separates blocks at empty lines', () => {
    expect(toBlocks('one\n\ntwo').map((block) => block.type)).toEqual(['paragraph', 'paragraph']);
  });
});
