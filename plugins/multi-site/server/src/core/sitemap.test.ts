import { sitemapXml } from './sitemap';

describe('sitemap.xml', () => {
  it('lists each address once, escaped, with its last change', () => {
    const xml = sitemapXml([
      { url: 'https://a.example/x?a=1&b=2', changedAt: '2026-01-02T03:04:05.000Z' },
      { url: 'https://a.example/y', changedAt: null },
      { url: 'https://a.example/y', changedAt: null },
    ]);
    expect(xml).toContain(
      '<loc>https://a.example/x?a=1&amp;b=2</loc><lastmod>2026-01-02T03:04:05.000Z</lastmod>',
    );
    expect(xml.match(/<url>/g)).toHaveLength(2);
  });
});
