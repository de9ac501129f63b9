import { createSiteBody } from '../../../shared/contracts/sites';
import { aSite } from './site-fixture';
import { changesAddress, findProblems, freeSlug, normalizeDraft } from './site-rules';

describe('normalizeDraft', () => {
  it.each([
    ['a domain', { domain: ' SHOP.Example. ' }, { domain: 'shop.example' }],
    ['no domain', { domain: '   ' }, { domain: null }],
    ['a domain taken away', { domain: null }, { domain: null }],
    ['what is no domain, for the check to name', { domain: 'a b' }, { domain: 'a b' }],
    ['a wildcard', { domain: '*.Shop.Example' }, { domain: '*.shop.example' }],
    [
      'aliases, each once',
      { aliases: ['A.example', 'a.example.', 'b.example:80'] },
      { aliases: ['a.example', 'b.example'] },
    ],
    ['a path prefix', { pathPrefix: ' /de ' }, { pathPrefix: '/de' }],
    ['an empty path prefix', { pathPrefix: '' }, { pathPrefix: null }],
    ['only what was given', { name: 'Shop' }, { name: 'Shop' }],
  ])('stores %s', (_what, draft, expected) => {
    expect(normalizeDraft(draft)).toEqual(expected);
  });

  it('leaves the draft it was given alone', () => {
    const draft = { domain: 'A.example', aliases: ['B.example'] };
    normalizeDraft(draft);
    expect(draft).toEqual({ domain: 'A.example', aliases: ['B.example'] });
  });
});

describe('freeSlug', () => {
  it.each([
    ['the slug of the name', 'My Shop', [], 'my-shop'],
    ['a number behind a taken one', 'My Shop', ['my-shop'], 'my-shop-2'],
    ['the next free number', 'My Shop', ['my-shop', 'my-shop-2', 'my-shop-3'], 'my-shop-4'],
    ['a word of its own where the name has no letters', '東京', [], 'site'],
    ['a numbered word of its own', '東京', ['site'], 'site-2'],
  ])('gives %s', (_what, name, taken, expected) => {
    expect(freeSlug(name, new Set(taken))).toBe(expected);
  });

  it.each([
    ['a long name', 'x'.repeat(80)],
    ['a long name with a hyphen where it is cut', `${'x'.repeat(54)} ${'y'.repeat(20)}`],
  ])('gives a slug that the contract takes for %s that is taken', (_what, name) => {
    const first = freeSlug(name, new Set());
    const slug = freeSlug(name, new Set([first]));
    expect(createSiteBody.safeParse({ name: 'Any', slug }).error?.issues).toBeUndefined();
  });
});

const others = [
  aSite(1, { name: 'Main', slug: 'main', domain: 'main.example', pathPrefix: '/main' }),
  aSite(2, { name: 'Shop', slug: 'shop', aliases: ['www.shop.example', '*.cdn.example'] }),
  aSite(3, { name: 'Old', slug: 'old', domain: 'old.example', status: 'archived' }),
];

describe('findProblems', () => {
  it.each([
    ['nothing', {}],
    ['a site of its own', { name: 'New', slug: 'new', domain: 'new.example', aliases: ['n.test'] }],
    ['no domain', { domain: null, aliases: [] }],
    ['a host below somebody’s wildcard', { domain: 'img.cdn.example' }],
    ['a prefix below somebody’s prefix', { pathPrefix: '/main/shop' }],
    ['a wildcard beside the host itself', { domain: '*.main.example' }],
  ])('lets pass %s', (_what, draft) => {
    expect(findProblems({ draft, others })).toEqual([]);
  });

  it.each([
    ['a name that is taken', { name: 'shop' }, ['name', 'NAME_TAKEN']],
    ['a slug that is taken', { slug: 'shop' }, ['slug', 'SLUG_TAKEN']],
    ['an archived site’s slug', { slug: 'old' }, ['slug', 'SLUG_TAKEN']],
    ['a prefix that is taken', { pathPrefix: '/main' }, ['pathPrefix', 'PREFIX_TAKEN']],
    ['a domain that is a domain', { domain: 'main.example' }, ['domain', 'HOST_TAKEN']],
    ['a domain that is an alias', { domain: 'www.shop.example' }, ['domain', 'HOST_TAKEN']],
    ['an archived site’s domain', { domain: 'old.example' }, ['domain', 'HOST_TAKEN']],
    ['a wildcard that is taken', { domain: '*.cdn.example' }, ['domain', 'HOST_TAKEN']],
    [
      'an alias that is a domain',
      { aliases: ['a.test', 'main.example'] },
      ['aliases.1', 'HOST_TAKEN'],
    ],
    ['a domain that is none', { domain: 'a b' }, ['domain', 'HOST_INVALID']],
    ['an address for a domain', { domain: 'https://a.test' }, ['domain', 'HOST_INVALID']],
    ['an alias that is none', { aliases: ['*.com'] }, ['aliases.0', 'HOST_INVALID']],
    [
      'the domain again as an alias',
      { domain: 'a.test', aliases: ['a.test'] },
      ['aliases.0', 'HOST_TWICE'],
    ],
  ])('names %s', (_what, draft, [path, code]) => {
    const problems = findProblems({ draft, others });
    expect(problems.map((problem) => [problem.path, problem.code])).toEqual([[path, code]]);
  });

  const draft = { name: 'Main', slug: 'main', domain: 'main.example', pathPrefix: '/main' };

  it('names everything at once, in sentences that say with whom', () => {
    const problems = findProblems({ draft, others });
    expect(problems.map((problem) => problem.path)).toEqual([
      'name',
      'slug',
      'pathPrefix',
      'domain',
    ]);
    expect(problems.map((problem) => problem.message)).toEqual([
      expect.stringContaining('already'),
      expect.stringContaining('“Main”'),
      expect.stringContaining('“Main”'),
      expect.stringContaining('“main.example” leads to “Main”'),
    ]);
  });

  it('names no other site to whoever may not know them', () => {
    const problems = findProblems({ draft, others, mayName: false });
    expect(problems).toHaveLength(4);
    expect(problems.map(({ message }) => message).join()).not.toContain('Main');
  });
});

describe('changesAddress', () => {
  const site = aSite(2, {
    slug: 'shop',
    domain: 'shop.example',
    aliases: ['a.example', 'b.example'],
    pathPrefix: '/shop',
  });

  it.each([
    ['nothing', {}],
    ['another name', { name: 'New' }],
    ['the same slug', { slug: 'shop' }],
    ['the same domain, written differently', { domain: ' SHOP.example. ' }],
    ['the same aliases, written differently', { aliases: ['A.example', 'b.example:80'] }],
    ['the same path prefix', { pathPrefix: '/shop' }],
  ])('leaves it with %s', (_what, change) => {
    expect(changesAddress(site, change)).toBe(false);
  });

  it.each([
    ['another slug', { slug: 'store' }],
    ['another domain', { domain: 'store.example' }],
    ['no domain', { domain: null }],
    ['one more alias', { aliases: ['a.example', 'b.example', 'c.example'] }],
    ['no alias', { aliases: [] }],
    ['another path prefix', { pathPrefix: '/store' }],
    ['no path prefix', { pathPrefix: '' }],
    ['being the default', { isDefault: true }],
  ])('changes it with %s', (_what, change) => {
    expect(changesAddress(site, change)).toBe(true);
  });

  it('leaves it where the default site stays the default', () => {
    expect(changesAddress(aSite(1, { isDefault: true }), { isDefault: true })).toBe(false);
  });
});
