import { checkPattern, compilePattern } from './web-addresses';

describe('the address of an entry', () => {
  it.each([
    ['/blog/{slug}', { slug: 'a-b' }, '/blog/a-b'],
    [
      '/{locale}/{category.slug}/{slug}',
      { locale: 'de', category: { slug: 'x' }, slug: 'y' },
      '/de/x/y',
    ],
    ['/{tags.slug}/{slug}', { tags: [{ slug: 'one' }, { slug: 'two' }], slug: 'y' }, '/one/y'],
    ['/{id}.html', { id: 7 }, '/7.html'],
    ['/{slug}', { slug: 'a/b c?ü' }, '/a%2Fb%20c%3F%C3%BC'],
    ['/docs/{path*}', { path: '/a b/c/' }, '/docs/a%20b/c'],
    ['/blog/{slug}', { slug: '' }, null],
    ['/blog/{slug}', {}, null],
    ['/blog/{slug}', { slug: null }, null],
    ['/{category.slug}', { category: null }, null],
    ['/{tags.slug}', { tags: [] }, null],
    ['/docs/{path*}', { path: '/' }, null],
    ['/{constructor.name}', {}, null],
  ])('%s of %j is %s', (pattern, entry, url) => {
    expect(compilePattern(pattern).urlFor(entry)).toBe(url);
  });
});

describe('the entry of an address', () => {
  it.each([
    ['/blog/{slug}', '/blog/a-b', { slug: 'a-b' }],
    ['/blog/{slug}', '/blog/a-b/', { slug: 'a-b' }],
    ['/blog/{slug}', 'https://x.test:1/blog/a?b=/c#d', { slug: 'a' }],
    ['/blog/{slug}', '/blog/a%2Fb%20c', { slug: 'a/b c' }],
    [
      '/{locale}/{category.slug}/{slug}',
      '/de/x/y',
      { locale: 'de', 'category.slug': 'x', slug: 'y' },
    ],
    ['/{year}-{slug}', '/2024-a-b', { year: '2024', slug: 'a-b' }],
    ['/docs/{path*}', '/docs/a/b/c', { path: 'a/b/c' }],
    ['/{path*}/{slug}.html', '/a/b/c.html', { path: 'a/b', slug: 'c' }],
    ['/{slug}.html', '/a.html.html', { slug: 'a.html' }],
    ['/{path*}', '/', null],
    ['/x/{path*}/y', '/x/y', null],
    ['/a.b/{slug}', '/aXb/c', null],
    ['/blog/{slug}', '/blog', null],
    ['/blog/{slug}', '/blog/a/b', null],
    ['/blog/{slug}', '/Blog/a', null],
    ['/blog/{slug}', '/blog/%E0%A4%A', null],
    ['/blog/{slug}', `/blog/${'a'.repeat(5000)}`, null],
  ])('%s in %s is %j', (pattern, address, values) => {
    expect(compilePattern(pattern).match(address)).toEqual(values);
  });

  it('is found in linear time', () => {
    const { match } = compilePattern('/{a}-{b}-{c}-{d}.html');
    const start = performance.now();
    match(`/${'-'.repeat(2000)}`);
    expect(performance.now() - start).toBeLessThan(100);
  });
});

describe('a pattern', () => {
  it.each([
    ['blog/{slug}', 'begins with'],
    ['/blog', 'names a field'],
    ['/blog/{slug', 'Between braces'],
    ['/blog/{}', 'Between braces'],
    ['/blog/{a-b}', 'Between braces'],
    ['/{a}{b}', 'Between two fields'],
    ['/{a*}/{b*}', 'Only one field'],
    ['/{a}?x=1', 'has no'],
  ])('%s is refused', (pattern, sentence) => {
    expect(checkPattern(pattern)).toContain(sentence);
    expect(() => compilePattern(pattern)).toThrow(sentence);
  });
});
