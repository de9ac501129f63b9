import { landingPath } from './landing-path';

describe('landingPath', () => {
  it.each([
    ['/', '/'],
    [
      '/content-manager/collection-types/api::article.article/abc123',
      '/content-manager/collection-types/api::article.article',
    ],
    [
      '/content-manager/collection-types/api::article.article/create',
      '/content-manager/collection-types/api::article.article',
    ],
    [
      '/content-manager/collection-types/api::article.article',
      '/content-manager/collection-types/api::article.article',
    ],
    ['/content-manager/single-types/api::navigation.navigation', '/content-manager'],
    ['/plugins/upload/configuration', '/plugins/upload'],
    ['/plugins/multi-site/sites/abc/members', '/plugins/multi-site'],
    ['/plugins/multi-site-tools', '/'],
    ['/plugins/other/thing', '/'],
    ['/settings/api-tokens/3', '/'],
    ['/me', '/'],
  ])('leads from %s to %s', (from, to) => {
    expect(landingPath(from)).toBe(to);
  });
});
