import type { Site } from '../../../../shared/contracts/sites';
import { toBody, toFieldErrors, toValues } from './site-values';

const SITE: Site = {
  id: 'abc',
  number: 2,
  name: 'Corner Shop',
  slug: 'corner-shop',
  domain: 'shop.example.com',
  aliases: ['www.shop.example.com', '*.shop.test'],
  pathPrefix: null,
  status: 'live',
  isDefault: false,
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
  settings: {
    color: '#123456',
    locales: ['en', 'de'],
    defaultLocale: 'de',
    timeZone: 'Europe/Berlin',
    description: 'Sells things.',
    headerAccess: true,
    public: { theme: { dark: true } },
  },
};

describe('toValues and toBody', () => {
  it('bring a site through the form unchanged', () => {
    const body = toBody(toValues(SITE, '#000000'));
    const { name, slug, domain, aliases, pathPrefix, status, settings } = SITE;
    expect(body).toEqual({ name, slug, domain, aliases, pathPrefix, status, settings });
  });

  it('leave out what nobody has filled in', () => {
    const body = toBody({
      ...toValues(null, '#4945ff'),
      name: '  New  ',
      slug: null,
      domain: null,
    });
    expect(body).toEqual({
      name: 'New',
      slug: '',
      domain: null,
      aliases: [],
      pathPrefix: null,
      status: 'draft',
      settings: { color: '#4945ff' },
    });
  });

  it('take one host a line, and commas too', () => {
    const values = { ...toValues(null, '#4945ff'), aliases: ' a.test \n\nb.test, c.test\n' };
    expect(toBody(values).aliases).toEqual(['a.test', 'b.test', 'c.test']);
  });

  it.each(['[1]', '"text"', 'null', '{'])('refuse %s as public settings', (json) => {
    expect(() => toBody({ ...toValues(null, '#4945ff'), public: json })).toThrow(SyntaxError);
  });
});

describe('toFieldErrors', () => {
  it('gathers problems under the fields of the form', () => {
    expect(
      toFieldErrors([
        { path: 'slug', message: 'Taken.' },
        { path: 'aliases.0', message: 'One.' },
        { path: 'aliases.2', message: 'Two.' },
        { path: 'settings.color', message: 'No colour.' },
      ]),
    ).toEqual({ slug: 'Taken.', aliases: 'One. Two.', color: 'No colour.' });
  });
});
