import { isSafeUrl } from './safe-url';
import { sanitizeBlocks, sanitizeMarkdown } from './sanitize';
import { htmlToBlocks } from './to-blocks';
import { htmlToMarkdown, htmlToText } from './to-text';

const text = (value: string, marks = {}) => ({ type: 'text', text: value, ...marks });

describe('HTML as blocks', () => {
  it.each<[string, string, unknown[]]>([
    [
      'paragraphs',
      '<p>One</p><p>Two</p>',
      [
        { type: 'paragraph', children: [text('One')] },
        { type: 'paragraph', children: [text('Two')] },
      ],
    ],
    ['loose text', 'Just text', [{ type: 'paragraph', children: [text('Just text')] }]],
    [
      'marks',
      '<p>A <b>bold</b> <em>word</em></p>',
      [
        {
          type: 'paragraph',
          children: [
            text('A '),
            text('bold', { bold: true }),
            text(' '),
            text('word', { italic: true }),
          ],
        },
      ],
    ],
    ['headings', '<h2>Title</h2>', [{ type: 'heading', level: 2, children: [text('Title')] }]],
    [
      'lists',
      '<ul><li>a</li><li>b</li></ul>',
      [
        {
          type: 'list',
          format: 'unordered',
          children: [
            { type: 'list-item', children: [text('a')] },
            { type: 'list-item', children: [text('b')] },
          ],
        },
      ],
    ],
    [
      'quotes',
      '<blockquote><p>Said</p></blockquote>',
      [{ type: 'quote', children: [text('Said')] }],
    ],
    ['code', '<pre>a\n  b</pre>', [{ type: 'code', children: [text('a\n  b')] }]],
    [
      'links',
      '<p><a href="https://a.test">x</a></p>',
      [
        {
          type: 'paragraph',
          children: [{ type: 'link', url: 'https://a.test', children: [text('x')] }],
        },
      ],
    ],
    [
      'what acts',
      '<p onclick="x()">Hi<script>alert(1)</script><iframe src="x">y</iframe></p>',
      [{ type: 'paragraph', children: [text('Hi')] }],
    ],
    [
      'links that act',
      '<a href="java&#10;script:alert(1)">x</a>',
      [{ type: 'paragraph', children: [text('x')] }],
    ],
    [
      'entities',
      '<p>Fish &amp; chips &lt;3</p>',
      [{ type: 'paragraph', children: [text('Fish & chips <3')] }],
    ],
  ])('%s', (_name, html, expected) => {
    expect(htmlToBlocks(html)).toEqual(expected);
  });

  it('survives absurd nesting', () => {
    expect(() => htmlToBlocks('<div>'.repeat(20_000) + 'x')).not.toThrow();
  });
});

describe('HTML as text and Markdown', () => {
  it.each([
    ['<p>One</p><ul><li>a</li></ul>', 'One\n• a', 'One\n\n- a'],
    ['<h2>T</h2><p>A <b>b</b></p>', 'T\nA b', '## T\n\nA **b**'],
    ['<p>2 * 3 &lt; 7</p>', '2 * 3 < 7', '2 \\* 3 \\< 7'],
    ['<p><a href="/x">go</a></p>', 'go', '[go](/x)'],
  ])('%s', (html, plain, markdown) => {
    expect([htmlToText(html), htmlToMarkdown(html)]).toEqual([plain, markdown]);
  });
});

describe('Markdown from outside', () => {
  it.each([
    ['> a quote & <b>bold</b>\n\n- x', '> a quote & <b>bold</b>\n\n- x'],
    ['a <script>alert(1)</script> b', 'a  b'],
    ['a <script>alert(1)', 'a '],
    ['<img src=x onerror=alert(1)>', ''],
    ['<a href="javascript:alert(1)">x</a>', 'x</a>'],
    ['[x](javascript:alert(1))', '[x](#))'],
    ['[x]( JavaScript:alert)', '[x]( #)'],
    ['1 < 2 and 3 > 2', '1 < 2 and 3 > 2'],
  ])('%s', (before, after) => {
    expect(sanitizeMarkdown(before)).toBe(after);
  });
});

describe('blocks from outside', () => {
  it('keep known nodes and lose what acts', () => {
    const blocks = [
      {
        type: 'paragraph',
        children: [text('a'), { type: 'link', url: 'javascript:x', children: [text('b')] }],
      },
      { type: 'evil', children: [] },
    ];
    expect(sanitizeBlocks(blocks)).toEqual([
      { type: 'paragraph', children: [text('a'), text('b')] },
    ]);
  });
});

describe('addresses', () => {
  it.each([
    ['https://a.test', true],
    ['/a/b', true],
    ['#x', true],
    ['mailto:a@b.test', true],
    ['javascript:alert(1)', false],
    ['java\tscript:alert(1)', false],
    ['data:text/html,x', false],
    ['', false],
  ])('%j', (url, expected) => {
    expect(isSafeUrl(url)).toBe(expected);
  });
});
