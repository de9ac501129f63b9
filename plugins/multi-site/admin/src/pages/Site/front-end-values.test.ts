import type { SiteSettings } from '../../../../shared/contracts/sites';
import { findWrongLine, toFrontEndSettings, toFrontEndValues } from './front-end-values';

describe('settings for front ends', () => {
  it.each<[string, SiteSettings]>([
    ['nothing', {}],
    [
      'everything',
      {
        branding: { logo: '/logo.svg' },
        seo: { titleTemplate: '%s · Shop', description: 'A shop' },
        robots: { mode: 'disallow', extra: 'User-agent: X' },
        urls: { 'api::article.article': '/blog/{slug}' },
        cors: { origins: ['https://a.example', 'https://b.example'] },
        features: { checkout: true, beta: false },
        maintenance: { text: 'Back soon' },
        redirectAliases: true,
      },
    ],
  ])('come back from the form as they were: %s', (_name, settings) => {
    expect(toFrontEndSettings(toFrontEndValues(settings))).toEqual(settings);
  });

  it.each([
    ['urls', 'api::a.a /x\napi::b.b', 'api::b.b'],
    ['urls', 'api::a.a /x', null],
    ['features', 'a on\nb maybe', 'b maybe'],
    ['features', '', null],
  ] as const)('name the line that is wrong: %s %j', (field, text, expected) => {
    expect(findWrongLine(field, text)).toBe(expected);
  });
});
