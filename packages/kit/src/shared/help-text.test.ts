import { readHelp, readInline } from './help-text';

describe('a help text', () => {
  it('is read block by block', () => {
    const source = [
      '# How it works',
      '',
      'One **bold** line',
      'and the next.',
      '- first',
      '  goes on',
      '- second',
      '',
      '1. one',
      '2. two',
      '```bash',
      '# no heading',
      '```',
      '| A | B |',
      '| - | - |',
      '| `x` | [y](/z) |',
    ].join('\n');
    expect(readHelp(source)).toEqual([
      { kind: 'heading', level: 1, text: 'How it works', id: 'how-it-works' },
      {
        kind: 'paragraph',
        parts: [
          { kind: 'text', text: 'One ' },
          { kind: 'strong', text: 'bold' },
          { kind: 'text', text: ' line and the next.' },
        ],
      },
      {
        kind: 'list',
        isOrdered: false,
        items: [[{ kind: 'text', text: 'first goes on' }], [{ kind: 'text', text: 'second' }]],
      },
      {
        kind: 'list',
        isOrdered: true,
        items: [[{ kind: 'text', text: 'one' }], [{ kind: 'text', text: 'two' }]],
      },
      { kind: 'code', text: '# no heading' },
      {
        kind: 'table',
        head: [[{ kind: 'text', text: 'A' }], [{ kind: 'text', text: 'B' }]],
        rows: [[[{ kind: 'code', text: 'x' }], [{ kind: 'link', text: 'y', href: '/z' }]]],
      },
    ]);
  });

  it.each(['', '```', '|', '- ', '**', '[a](', '# '])('takes %j as it is', (source) => {
    expect(() => readHelp(source)).not.toThrow();
  });

  it('leaves signs alone that mean nothing', () => {
    expect(readInline('2 * 3 = `6`')).toEqual([
      { kind: 'text', text: '2 * 3 = ' },
      { kind: 'code', text: '6' },
    ]);
  });
});
