import { analyse, DEFAULT_WEIGHTS } from './analyse';
import { extract } from './extract';
import type { AnalysisOptions, ContentSchema } from './types';

const schema: ContentSchema = {
  attributes: {
    title: { type: 'string' },
    slug: { type: 'uid' },
    summary: { type: 'text' },
    body: { type: 'blocks' },
    notes: { type: 'richtext' },
    cover: { type: 'media' },
    gallery: { type: 'media', multiple: true },
    readingMinutes: { type: 'integer' },
    seo: { type: 'component', component: 'shared.seo' },
    links: { type: 'component', component: 'shared.link', repeatable: true },
    sections: { type: 'dynamiczone', components: ['sections.text'] },
    author: { type: 'relation', target: 'api::author.author' },
  },
  components: {
    'shared.seo': {
      metaTitle: { type: 'string' },
      metaDescription: { type: 'text' },
      shareImage: { type: 'media' },
    },
    'shared.link': { label: { type: 'string' }, url: { type: 'string' } },
    'sections.text': { heading: { type: 'string' }, text: { type: 'richtext' } },
  },
};

const block = (text: string) => ({ type: 'paragraph', children: [{ type: 'text', text }] });
const heading = (text: string, level = 2) => ({
  type: 'heading',
  level,
  children: [{ type: 'text', text }],
});

const article = {
  title: 'How to bake bread on a ship',
  slug: 'bake-bread-on-a-ship',
  summary: 'Baking bread on a ship is easy.',
  body: [
    block('Bread on a ship rises slowly.'),
    heading('The oven'),
    {
      type: 'list',
      children: [
        { type: 'list-item', children: [{ type: 'text', text: 'Flour' }] },
        {
          type: 'list',
          children: [{ type: 'list-item', children: [{ type: 'text', text: 'Salt' }] }],
        },
      ],
    },
    {
      type: 'paragraph',
      children: [
        { type: 'text', text: 'See ' },
        { type: 'link', url: '/recipes', children: [{ type: 'text', text: 'the recipes' }] },
      ],
    },
    { type: 'image', image: { name: 'oven.jpg', alternativeText: 'An oven' }, children: [] },
    { nonsense: true },
  ],
  notes:
    '# Notes\n\nA **bold** word and [a link](https://example.org).\n\n- one\n\n```\ncode\n```\n\n![Loaf](/loaf.png)',
  cover: { id: 1, name: 'cover.jpg', alternativeText: null, mime: 'image/jpeg' },
  gallery: [
    { name: 'film.mp4', mime: 'video/mp4' },
    { name: 'two.jpg', alternativeText: 'Two' },
  ],
  readingMinutes: 3,
  seo: { metaTitle: 'Ship’s bread', metaDescription: '' },
  links: [{ label: 'More', url: '/more' }],
  sections: [
    { __component: 'sections.text', heading: 'Dough', text: 'Mix it.' },
    { __component: 'unknown.thing' },
  ],
  author: { name: 'Ida Brandt' },
};

const options: AnalysisOptions = { locale: 'en' };
const checkOf = (document: unknown, id: string, more: Partial<AnalysisOptions> = {}) =>
  analyse(extract(document, schema), { ...options, ...more }).checks.find(
    (check) => check.id === id,
  );

describe('extract', () => {
  const nodes = extract(article, schema);
  const at = (path: string) => nodes.find((node) => node.path === path);

  it('finds every text with its path and role', () => {
    expect(nodes.map(({ path, role }) => [path, role])).toEqual([
      ['title', 'title'],
      ['slug', 'slug'],
      ['summary', 'summary'],
      ['body', 'body'],
      ['body.0', 'alt'],
      ['notes', 'body'],
      ['notes.0', 'alt'],
      ['cover', 'alt'],
      ['gallery.1', 'alt'],
      ['seo.metaTitle', 'metaTitle'],
      ['seo.metaDescription', 'metaDescription'],
      ['links.0.label', 'body'],
      ['sections.0.heading', 'body'],
      ['sections.0.text', 'body'],
      ['author', 'relation'],
    ]);
  });

  it('reads blocks and Markdown as plain paragraphs with offsets', () => {
    const body = at('body');
    expect(body?.paragraphs.map(({ kind, text }) => [kind, text])).toEqual([
      ['paragraph', 'Bread on a ship rises slowly.'],
      ['heading', 'The oven'],
      ['item', 'Flour'],
      ['item', 'Salt'],
      ['paragraph', 'See the recipes'],
    ]);
    for (const { start, text } of body?.paragraphs ?? []) {
      expect(body?.text.slice(start, start + text.length)).toBe(text);
    }
    expect(body?.links).toEqual([{ href: '/recipes', text: 'the recipes' }]);
    expect(at('notes')?.text).toBe('Notes\n\nA bold word and a link.\n\none');
    expect(at('notes')?.links).toEqual([{ href: 'https://example.org', text: 'a link' }]);
  });

  it.each([
    null,
    undefined,
    'text',
    7,
    [],
    {},
    { body: 'no blocks', sections: 'x', links: { a: 1 } },
  ])('takes %j without failing', (document) => {
    expect(() => analyse(extract(document, schema), options)).not.toThrow();
  });

  it('is capped', () => {
    const [node] = extract({ title: 'x'.repeat(500_000) }, schema);
    expect(node?.text.length).toBe(200_000);
  });
});

describe('checks', () => {
  const long = Array.from({ length: 25 }, (_none, index) => `Word${index}`).join(' ');

  it('long sentences are counted and shown in the text', () => {
    const text = `Short one. ${long}. Another short one. And one more.`;
    const check = checkOf({ body: [block(text)] }, 'sentence-length');
    expect(check).toMatchObject({ light: 'good', value: 25 });
    const [evidence] = check?.evidence ?? [];
    expect(text.slice(evidence?.start, evidence?.end)).toBe(`${long}.`);
    const worse = checkOf({ body: [block(`${long}. ${long}. Short.`)] }, 'sentence-length');
    expect(worse?.light).toBe('poor');
  });

  it.each([
    [0, 'poor'],
    [119, 'fair'],
    [120, 'good'],
    [156, 'good'],
    [157, 'fair'],
  ])('a meta description of %i characters is %s', (length, light) => {
    expect(
      checkOf({ seo: { metaDescription: 'x'.repeat(length) } }, 'meta-description')?.light,
    ).toBe(light);
  });

  it.each([
    ['Bread', 'fair'],
    ['How to bake bread on a ship', 'good'],
    ['W'.repeat(40), 'poor'],
    ['', 'poor'],
  ])('the title %j is %s', (title, light) => {
    expect(checkOf({ title }, 'title-width')?.light).toBe(light);
  });

  it('the keyphrase is found in other forms of its words', () => {
    const keyphrase = 'baking bread';
    expect(checkOf({ ...article, seo: null }, 'phrase-title', { keyphrase })?.light).toBe('good');
    expect(checkOf(article, 'phrase-slug', { keyphrase })?.light).toBe('good');
    expect(checkOf(article, 'phrase-intro', { keyphrase })?.light).toBe('good');
    expect(checkOf(article, 'phrase-title', { keyphrase: 'sourdough' })?.light).toBe('poor');
    expect(checkOf(article, 'phrase-title')).toBeUndefined();
  });

  it('headings skip no level', () => {
    expect(checkOf({ body: [heading('A'), heading('B', 4)] }, 'heading-order')).toMatchObject({
      value: 1,
      light: 'fair',
    });
    expect(
      checkOf({ body: [heading('A'), heading('B', 3), heading('C')] }, 'heading-order')?.light,
    ).toBe('good');
  });

  it('images without alternative text are named', () => {
    const check = checkOf(article, 'alt-texts');
    expect(check).toMatchObject({ light: 'fair', value: 1 });
    expect(check?.evidence[0]).toMatchObject({ path: 'cover', excerpt: 'cover.jpg' });
  });

  it('passive sentences in English and German', () => {
    const english = 'The bread was baked by her. It is eaten warm. We like it.';
    expect(checkOf({ body: [block(english)] }, 'passive-voice')?.evidence).toHaveLength(2);
    const german = 'Das Brot wurde von ihr gebacken. Wir essen es. Es schmeckt.';
    expect(
      checkOf({ body: [block(german)] }, 'passive-voice', { locale: 'de' })?.evidence,
    ).toHaveLength(1);
  });

  it('unwanted words are found with what to say instead', () => {
    const check = checkOf({ body: [block('Our Cheap boats. A cheaper one.')] }, 'word-list', {
      terms: [{ term: 'cheap', replacement: 'good value', reason: 'House style' }],
    });
    expect(check?.evidence).toEqual([
      { path: 'body', start: 4, end: 9, excerpt: 'Cheap', note: '→ good value · House style' },
    ]);
  });

  it('a weight of 0 switches a check off, and the score follows the weights', () => {
    expect(checkOf(article, 'alt-texts', { weights: { 'alt-texts': 0 } })).toBeUndefined();
    const only = Object.fromEntries(Object.keys(DEFAULT_WEIGHTS).map((id) => [id, 0]));
    const score = (weights: Record<string, number>) =>
      analyse(extract(article, schema), { ...options, weights: { ...only, ...weights } }).score;
    expect(score({ slug: 1 })).toBe(100);
    expect(score({ slug: 1, 'meta-description': 1 })).toBe(50);
    expect(score({ slug: 1, 'meta-description': 3 })).toBe(25);
    expect(score({})).toBe(0);
  });
});
