import { createSiteDirectory } from './site-directory';
import { aSite } from './site-fixture';

const directory = createSiteDirectory([
  aSite(1, { isDefault: true, domain: 'main.example' }),
  aSite(2, { domain: 'shop.example', aliases: ['www.shop.example', 'xn--mnchen-3ya.example'] }),
  aSite(3, { domain: '*.shop.example' }),
  aSite(4, { pathPrefix: '/de' }),
  aSite(5, { pathPrefix: '/de/shop' }),
  aSite(6, { domain: '::1' }),
  aSite(7, { status: 'archived', domain: 'old.example', pathPrefix: '/old' }),
  aSite(8, { status: 'draft', domain: 'draft.example' }),
]);

describe('resolving a request to a site', () => {
  it.each([
    ['a domain', { host: 'shop.example' }, 2],
    ['a domain with port, case and dot', { host: 'SHOP.example.:443' }, 2],
    ['an alias', { host: 'www.shop.example' }, 2],
    ['an alias written with an umlaut', { host: 'münchen.example' }, 2],
    ['a name below a wildcard', { host: 'a.shop.example' }, 3],
    ['an IPv6 host', { host: '[::1]:1337' }, 6],
    ['a draft’s domain', { host: 'draft.example' }, 8],
    ['a path prefix', { host: 'main.invalid', path: '/de' }, 4],
    ['something below a path prefix', { host: 'main.invalid', path: '/de/news/today' }, 4],
    ['the longer of two prefixes', { host: 'main.invalid', path: '/de/shop/cart' }, 5],
    ['a prefix with doubled and trailing slashes', { host: 'x.invalid', path: '//de//shop/' }, 5],
    ['a domain before a path prefix', { host: 'shop.example', path: '/de' }, 2],
    ['a wildcard before a path prefix', { host: 'a.shop.example', path: '/de' }, 3],
  ])('finds it by %s', (_what, request, number) => {
    expect(directory.resolve(request)?.number).toBe(number);
  });

  it.each([
    ['an unknown host', { host: 'nobody.example' }],
    ['a name two levels below a wildcard', { host: 'a.b.shop.example' }],
    ['a host that only starts like a domain', { host: 'shop.example.evil.test' }],
    ['a host that only ends like a domain', { host: 'evilshop.example' }],
    ['no host', { host: null }],
    ['garbage', { host: 'shop.example/x' }],
    ['an archived site’s domain', { host: 'old.example' }],
    ['an archived site’s path prefix', { host: 'x.invalid', path: '/old' }],
    ['a path that only starts like a prefix', { host: 'x.invalid', path: '/deutsch' }],
    ['another case of a prefix', { host: 'x.invalid', path: '/DE' }],
    ['a prefix further down', { host: 'x.invalid', path: '/news/de' }],
  ])('takes the default site for %s', (_what, request) => {
    expect(directory.resolve(request)?.number).toBe(1);
  });

  it('takes the first reachable site where none is the default', () => {
    const none = createSiteDirectory([aSite(3, { status: 'archived' }), aSite(4), aSite(5)]);
    expect(none.resolve({ host: 'x.invalid' })?.number).toBe(4);
  });

  it.each([
    ['no site exists', []],
    ['all are archived', [aSite(1, { status: 'archived' })]],
  ])('finds none where %s', (_what, sites) => {
    expect(createSiteDirectory(sites).resolve({ host: 'shop.example' })).toBeNull();
  });
});

describe('looking a site up', () => {
  it.each([
    ['its documentId', 'document2', 2],
    ['its slug', 'site-2', 2],
    ['an archived site’s slug', 'site-7', 7],
  ])('finds it by %s', (_what, name, number) => {
    expect(directory.find(name)?.number).toBe(number);
  });

  it.each(['*', '', '2', 'shop.example', 'Site 2', 'SITE-2', '__proto__', 'constructor'])(
    'finds none by %j',
    (name) => {
      expect(directory.find(name)).toBeNull();
    },
  );

  it('takes a documentId for that site’s, whoever chose it for a slug', () => {
    const sites = [aSite(1), aSite(2, { slug: 'document1' })];
    expect(createSiteDirectory(sites).find('document1')?.number).toBe(1);
  });

  it('knows archived sites by number and id', () => {
    expect(directory.get(7)?.number).toBe(7);
    expect(directory.getById('document7')?.number).toBe(7);
  });

  it('knows no number that was never given', () => {
    expect(directory.get(0)).toBeNull();
    expect(directory.get(99)).toBeNull();
  });
});

describe('ten thousand sites', () => {
  const count = 10_000;
  const sites = Array.from({ length: count }, (_, index) =>
    aSite(index + 1, { domain: `site${index + 1}.example`, aliases: [`www${index + 1}.example`] }),
  );
  const many = createSiteDirectory(sites);

  it('are each found by domain and alias', () => {
    const numbers = sites.map((site) => site.number);
    expect(sites.map((site) => many.resolve({ host: site.domain })?.number)).toEqual(numbers);
    expect(sites.map(({ aliases }) => many.resolve({ host: aliases[0] ?? null })?.number)).toEqual(
      numbers,
    );
  });

  it('are each found by slug', () => {
    expect(many.find('site-9999')?.number).toBe(9999);
  });
});
