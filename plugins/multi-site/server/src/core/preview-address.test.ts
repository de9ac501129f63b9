import { originToShow, previewAddress } from './preview-address';
import { aSite } from './site-fixture';

const shop = aSite(2, { domain: 'shop.test' });
const blog = aSite(3, { domain: 'blog.test', pathPrefix: '/b' });
const bare = aSite(4, { domain: null });
const ownerOf = (host: string) => [shop, blog].find(({ domain }) => domain === host) ?? null;

describe('where an entry is previewed', () => {
  it.each([
    ['a path', '/news/a?draft=1', shop, 'https://shop.test/news/a?draft=1'],
    ['a path below a prefix', '/a', blog, 'https://blog.test/b/a'],
    ['another site', 'http://shop.test:3000/a#b', blog, 'http://blog.test:3000/a#b'],
    ['the own site', 'http://shop.test:3000/a', shop, 'http://shop.test:3000/a'],
    ['a host of nobody', 'http://localhost:3000/a', shop, 'http://localhost:3000/a'],
    ['a site without a domain', 'http://shop.test/a', bare, 'http://shop.test/a'],
    ['another protocol’s path', '//evil.test/a', shop, '//evil.test/a'],
  ])('%s', (_, given, site, expected) => {
    expect(previewAddress(given, { site, ownerOf, protocol: 'https' })).toBe(expected);
  });
});

describe('what the page around it may show', () => {
  it.each([
    ['http://shop.test:3000/a', 'http://shop.test:3000'],
    ['https://evil.test/a', null],
    ['javascript:alert(1)//shop.test', null],
    ['data:text/html,shop.test', null],
    ['/a', null],
  ])('%s: %s', (given, origin) => {
    expect(originToShow(given, ownerOf)).toBe(origin);
  });
});
