import { freshnessOf, labelRoute, proxyWaitMs, statusClass } from './routes';

const label = (facts: Partial<Parameters<typeof labelRoute>[0]>) =>
  labelRoute({ path: '/api/articles', method: 'GET', matched: '/api/articles', ...facts });

describe('labelRoute', () => {
  it('names content type and action by the handler', () => {
    expect(label({ handler: 'api::article.article.find', apiName: 'article' })).toEqual({
      route: '/api/articles',
      method: 'GET',
      contentType: 'api::article.article',
      plugin: '',
      action: 'find',
      kind: 'api',
    });
  });

  it('names the content type that the Content Manager lists', () => {
    const labels = label({
      path: '/content-manager/collection-types/api::page.page',
      matched: '/content-manager/collection-types/:model',
      handler: 'collection-types.find',
      pluginName: 'content-manager',
      model: 'api::page.page',
    });
    expect(labels).toMatchObject({ contentType: 'api::page.page', plugin: 'content-manager' });
  });

  it.each([
    ['/nothing-here', undefined, 'unmatched'],
    ['/wp-login.php', '([^/]*)', 'unmatched'],
    ['/a', '/(.*)', 'unmatched'],
    ['/', '/', '/'],
    ['/uploads/cat.jpg', '/uploads/(.*)', '/uploads/*'],
    ['/admin/main.js', '/admin/:path*', '/admin/*'],
    ['/api/articles/abc', '/api/articles/:id', '/api/articles/:id'],
    ['/api/x', /regular/, 'unmatched'],
    ['/graphql', '/graphql', '/graphql'],
  ])('%s by %s is %s', (path, matched, route) => {
    expect(label({ path, matched }).route).toBe(route);
  });

  it('knows methods it was told, not any word', () => {
    expect(label({ method: 'BREW' }).method).toBe('other');
  });

  it('takes no content type from an address', () => {
    expect(label({ model: 'x'.repeat(500) }).contentType).toBe('');
  });
});

it.each([
  [304, 'max-age=60', 'not-modified'],
  [200, 'public, max-age=31536000, immutable', 'cacheable'],
  [200, 'max-age=0', 'uncached'],
  [200, 'private, max-age=60', 'uncached'],
  [200, '', 'uncached'],
])('freshnessOf(%d, %s) is %s', (status, header, expected) => {
  expect(freshnessOf(status, header)).toBe(expected);
});

it.each([
  [200, '2xx'],
  [404, '4xx'],
  [0, 'other'],
])('statusClass(%d) is %s', (status, expected) => {
  expect(statusClass(status)).toBe(expected);
});

const NOW = 1_800_000_000_000;

it.each([
  ['t=1799999999500000', 500],
  ['t=1799999999500', 500],
  ['1799999999.5', 500],
  ['t=1900000000000', null],
  ['t=1000000000', null],
  ['soon', null],
  [undefined, null],
])('proxyWaitMs(%s) is %s', (header, expected) => {
  expect(proxyWaitMs(header, NOW)).toBe(expected);
});
