import type { PublicSite } from '../../../plugins/multi-site/shared/contracts/sites';
import {
  createTokenPersona,
  type App,
  type Cast,
  type TokenPersona,
  type TestSite,
} from '../../harness';
import { startStage } from './lib/stage';
import { expectForbidden, expectRefusal } from './lib/answers';
import { storedSite } from './lib/rows';

type One = { data: PublicSite };

let app: App;
let cast: Cast;
let home: TestSite;
let networkReader: TokenPersona;

beforeAll(async () => {
  ({ app, cast, home } = await startStage());
  networkReader = await createTokenPersona(app, {
    name: 'Reads all sites',
    type: 'read-only',
    site: 'network',
  });
});
afterAll(() => app.stop());

const countSites = async () => {
  const rows: unknown[] = await app.strapi.db.connection('sites');
  return rows.length;
};

describe('POST /api/sites', () => {
  it('makes a site with everything it was given', async () => {
    const answer = await cast.networkToken.post<One>('/api/sites', {
      name: '  Shop  ',
      slug: 'web-shop',
      domain: 'SHOP.Example.',
      aliases: ['www.shop.example'],
      pathPrefix: '/shop',
      status: 'draft',
      settings: {
        locales: ['en', 'de-AT'],
        timeZone: 'Europe/Vienna',
        color: '#4945ff',
        public: { theme: 'dark' },
      },
    });
    expect(answer.status).toBe(201);
    expect(answer.body.data).toEqual({
      id: expect.stringMatching(/^[a-z0-9]{24}$/),
      name: 'Shop',
      slug: 'web-shop',
      domain: 'shop.example',
      pathPrefix: '/shop',
      settings: { locales: ['en', 'de-AT'], timeZone: 'Europe/Vienna', public: { theme: 'dark' } },
    });
    expect(await storedSite(app.strapi, answer.body.data.id)).toEqual({
      number: 4,
      slug: 'web-shop',
      domain: 'shop.example',
      status: 'draft',
    });
  });

  it('takes Strapi’s wrapped body and makes the slug from the name', async () => {
    const first = await cast.networkToken.post<One>('/api/sites', { data: { name: 'Zürich' } });
    expect(first.status).toBe(201);
    expect(first.body.data.slug).toBe('zurich');
    const second = await cast.networkToken.post<One>('/api/sites', { name: 'Zurich' });
    expect(second.body.data.slug).toBe('zurich-2');
  });

  it.each([
    ['no name', {}, 'name'],
    ['an empty name', { name: '  ' }, 'name'],
    ['a name too long', { name: 'x'.repeat(81) }, 'name'],
    ['a slug with capitals', { name: 'A', slug: 'Shop' }, 'slug'],
    ['a slug that starts with a hyphen', { name: 'A', slug: '-shop' }, 'slug'],
    ['a path prefix without a slash', { name: 'A', pathPrefix: 'shop' }, 'pathPrefix'],
    [
      'too many aliases',
      { name: 'A', aliases: Array.from({ length: 51 }, (_, i) => `a${i}.test`) },
      'aliases',
    ],
    ['the status archived', { name: 'A', status: 'archived' }, 'status'],
    [
      'an unknown time zone',
      { name: 'A', settings: { timeZone: 'Mars/Base' } },
      'settings.timeZone',
    ],
    ['a colour by name', { name: 'A', settings: { color: 'red' } }, 'settings.color'],
    ['an unknown setting', { name: 'A', settings: { secret: 1 } }, 'settings'],
    [
      'a locale that is none',
      { name: 'A', settings: { locales: ['English'] } },
      'settings.locales.0',
    ],
    ['a number of its own', { name: 'A', number: 1 }, 'body'],
    ['being the default', { name: 'A', isDefault: true }, 'body'],
  ])('refuses %s and names the field', async (_what, body, field) => {
    const before = await countSites();
    const answer = await cast.networkToken.post('/api/sites', body);
    const error = expectRefusal(answer, 400, 'INVALID_INPUT');
    expect(error.name).toBe('ValidationError');
    expect(error.message).toMatch(new RegExp(`^${field}: `));
    expect(await countSites()).toBe(before);
  });

  it.each([
    ['a name', { name: 'home' }, ['name']],
    ['a slug', { name: 'A', slug: 'home' }, ['slug']],
    ['a domain', { name: 'A', domain: 'HOME.test:80' }, ['domain']],
    ['an alias', { name: 'A', aliases: ['a.test', 'home.test'] }, ['aliases', '1']],
  ])('refuses %s that is taken', async (_what, body, path) => {
    const before = await countSites();
    const error = expectRefusal(
      await cast.networkToken.post('/api/sites', body),
      400,
      'MULTI_SITE_INVALID_SITE',
    );
    expect(error.details.errors).toEqual([expect.objectContaining({ path })]);
    expect(error.message).toMatch(/already/);
    expect(await countSites()).toBe(before);
  });

  it.each([
    ['what is no host', 'a b'],
    ['an address', 'https://shop.example'],
    ['every name of a top level', '*.com'],
  ])('refuses %s for a domain', async (_what, domain) => {
    const answer = await cast.networkToken.post('/api/sites', { name: 'A', domain });
    expectRefusal(answer, 400, 'MULTI_SITE_INVALID_SITE');
  });
});

describe('PUT /api/sites/:id', () => {
  const path = () => `/api/sites/${home.documentId}`;

  it('changes what it was given and nothing else', async () => {
    const settings = { color: '#123456', public: { phone: '1' } };
    const answer = await cast.networkToken.put<One>(path(), {
      settings,
      aliases: ['www.home.test'],
    });
    expect(answer.status).toBe(200);
    expect(answer.body.data).toMatchObject({
      name: 'Home',
      domain: 'home.test',
      settings: { public: { phone: '1' } },
    });
    const current = await cast.networkToken.get<One>('/api/sites/current', {
      host: 'www.home.test',
    });
    expect(current.body.data.slug).toBe('home');
  });

  it('takes the domain away', async () => {
    const answer = await cast.networkToken.put<One>(path(), { domain: null });
    expect(answer.body.data.domain).toBeNull();
    await cast.networkToken.put(path(), { domain: 'home.test' });
    expect(await storedSite(app.strapi, home.documentId)).toMatchObject({ domain: 'home.test' });
  });

  it('keeps a site’s own name, slug and domain from colliding with itself', async () => {
    const same = { name: 'Home', slug: 'home', domain: 'home.test' };
    expect((await cast.networkToken.put(path(), same)).status).toBe(200);
  });

  it.each([
    ['another site’s slug', { slug: 'other' }],
    ['another site’s domain', { domain: 'other.test' }],
    ['another site’s name', { name: 'OTHER' }],
  ])('refuses %s', async (_what, body) => {
    expectRefusal(await cast.networkToken.put(path(), body), 400, 'MULTI_SITE_INVALID_SITE');
    expect(await storedSite(app.strapi, home.documentId)).toMatchObject({
      slug: 'home',
      domain: 'home.test',
    });
  });

  it('refuses a site that does not exist', async () => {
    const answer = await cast.networkToken.put('/api/sites/abcdefghijklmnopqrstuvwx', {
      name: 'A',
    });
    expectRefusal(answer, 404, 'MULTI_SITE_SITE_NOT_FOUND');
  });

  it('moves the default to another site and back', async () => {
    const defaults = () =>
      app.strapi.db.connection('sites').where({ is_default: true }).pluck('slug');
    expect((await cast.networkToken.put(path(), { isDefault: true })).status).toBe(200);
    expect(await defaults()).toEqual(['home']);
    expectRefusal(await cast.networkToken.put(path(), { isDefault: false }), 400, 'INVALID_INPUT');

    const [main] = await app.strapi.plugin('multi-site').service('sites').findMany();
    await cast.networkToken.put(`/api/sites/${main.id}`, { isDefault: true });
    expect(await defaults()).toEqual(['main']);
  });
});

describe('making and changing sites is refused to', () => {
  const attempts = () =>
    [
      ['POST', '/api/sites'],
      ['PUT', `/api/sites/${home.documentId}`],
    ] as const;

  it.each(['readToken', 'anonymous'] as const)('the %s', async (persona) => {
    for (const [method, path] of attempts()) {
      expectForbidden(await cast[persona].request(method, path, { body: { name: 'Mine' } }));
    }
  });

  it('a read-only token of the network', async () => {
    for (const [method, path] of attempts()) {
      expectForbidden(await networkReader.request(method, path, { body: { name: 'Mine' } }));
    }
  });

  it.each(['fullToken', 'otherToken'] as const)(
    'the %s: full access to one site is not access to all',
    async (persona) => {
      for (const [method, path] of attempts()) {
        const answer = await cast[persona].request(method, path, {
          body: { name: 'Mine' },
          site: '*',
        });
        expectRefusal(answer, 403, 'MULTI_SITE_NETWORK_ONLY');
      }
    },
  );

  it('and changes nothing', async () => {
    const names: string[] = await app.strapi.db.connection('sites').pluck('name');
    expect(names).not.toContain('Mine');
  });
});
