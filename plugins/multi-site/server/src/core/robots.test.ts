import { robotsText } from './robots';

describe('robots.txt of a site', () => {
  it.each([
    [
      'opens a live site and names its sitemap',
      { status: 'live' as const, settings: {} },
      'https://shop.example/sitemap.xml',
      'User-agent: *\nDisallow:\n\nSitemap: https://shop.example/sitemap.xml\n',
    ],
    [
      'keeps everything out of a site that is not live',
      { status: 'maintenance' as const, settings: {} },
      'https://shop.example/sitemap.xml',
      'User-agent: *\nDisallow: /\n',
    ],
    [
      'keeps everything out where the site says so',
      { status: 'live' as const, settings: { robots: { mode: 'disallow' as const } } },
      null,
      'User-agent: *\nDisallow: /\n',
    ],
    [
      'adds what the site adds',
      {
        status: 'live' as const,
        settings: { robots: { mode: 'allow' as const, extra: 'User-agent: X\nDisallow: /a\n' } },
      },
      null,
      'User-agent: *\nDisallow:\n\nUser-agent: X\nDisallow: /a\n',
    ],
  ])('%s', (_name, site, sitemap, expected) => {
    expect(robotsText(site, { sitemap })).toBe(expected);
  });
});
