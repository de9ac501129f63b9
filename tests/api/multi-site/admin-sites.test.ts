import type { Site, SiteProblem } from '../../../plugins/multi-site/shared/contracts/sites';
import { type Answer, type App, type Cast, type TestSite } from '../../harness';
import { startStage } from './lib/stage';
import { expectNoPermission, expectRefusal } from './lib/answers';
import { storedSite } from './lib/rows';

type List = { data: Site[]; meta: { pagination: Record<string, number> } };
type One = { data: Site; meta: object };

const SITES = '/multi-site/sites';
let app: App;
let cast: Cast;
let home: TestSite;
let other: TestSite;
let main: TestSite;

beforeAll(async () => {
  ({ app, cast, home, other, main } = await startStage());
});
afterAll(() => app.stop());

const slugs = (answer: Answer<List>) => answer.body.data.map((site) => site.slug);

describe('GET /multi-site/sites', () => {
  it('shows the super admin all of every site', async () => {
    const answer = await cast.superAdmin.get<List>(SITES);
    expect(answer.status).toBe(200);
    expect(slugs(answer)).toEqual(['home', 'main', 'other']);
    expect(answer.body.data[0]).toEqual({
      id: home.documentId,
      number: home.number,
      name: 'Home',
      slug: 'home',
      domain: 'home.test',
      aliases: [],
      pathPrefix: null,
      status: 'live',
      isDefault: false,
      settings: {},
      createdAt: expect.stringMatching(/^\d{4}-.*Z$/),
      updatedAt: expect.stringMatching(/^\d{4}-.*Z$/),
    });
  });

  it('shows it while he works on one site as well', async () => {
    expect(slugs(await cast.superAdmin.get<List>(SITES, { site: 'home' }))).toHaveLength(3);
  });

  it.each(['siteOwner', 'siteEditor'] as const)('shows the %s the own site only', async (name) => {
    const answer = await cast[name].get<List>(SITES);
    expect(slugs(answer)).toEqual(['home']);
    expect(answer.body.meta.pagination.total).toBe(1);
  });

  it.each([
    ['?sort=number:asc', ['main', 'home', 'other']],
    ['?sort=name:desc', ['other', 'main', 'home']],
    ['?sort=updatedAt:asc', ['main', 'home', 'other']],
    ['?sort=number:asc&page=2&pageSize=2', ['other']],
    ['?page=9', []],
    ['?q=home', ['home']],
    ['?q=.TEST', ['home', 'other']],
    ['?status=live&q=main', ['main']],
    ['?status=archived', []],
  ])('answers the list query %s', async (query, expected) => {
    expect(slugs(await cast.superAdmin.get<List>(`${SITES}${query}`))).toEqual(expected);
  });

  it.each(['?sort=status:asc', '?pageSize=0', '?page=-1', '?limit=5'])(
    'refuses the list query %s',
    async (query) => {
      expectRefusal(await cast.superAdmin.get(`${SITES}${query}`), 400, 'INVALID_INPUT');
    },
  );

  it('is closed to roles without the permission, and without a login', async () => {
    expectNoPermission(await cast.siteViewer.get(SITES));
    expect((await app.get(SITES)).status).toBe(401);
    expect((await app.with({ token: 'nonsense' }).get(SITES)).status).toBe(401);
  });

  it('is no business of API tokens', async () => {
    expect((await cast.networkToken.get(SITES)).status).toBe(401);
  });
});

describe('one site in the admin', () => {
  it('is shown to its owner', async () => {
    const answer = await cast.siteOwner.get<One>(`${SITES}/${home.documentId}`);
    expect(answer.status).toBe(200);
    expect(answer.body.data.slug).toBe('home');
  });

  it('is shown to nobody else, and does not seem to exist', async () => {
    const foreign = await cast.siteOwner.get(`${SITES}/${other.documentId}`);
    expectRefusal(foreign, 404, 'MULTI_SITE_SITE_NOT_FOUND');
    expect((await cast.siteOwner.get(`${SITES}/nothing`)).text).toBe(foreign.text);
  });

  it('is changed by its owner', async () => {
    const body = { settings: { color: '#00aa00', description: 'Ours' } };
    const answer = await cast.siteOwner.put<One>(`${SITES}/${home.documentId}`, body);
    expect(answer.status).toBe(200);
    expect(answer.body.data.settings).toEqual(body.settings);
  });

  it('is changed neither by its editor nor by another site’s owner', async () => {
    const path = `${SITES}/${home.documentId}`;
    expectNoPermission(await cast.siteEditor.put(path, { name: 'Mine' }));
    expectNoPermission(await cast.otherEditor.put(path, { name: 'Mine' }));
    const foreign = await cast.siteOwner.put(`${SITES}/${other.documentId}`, { name: 'Mine' });
    expectRefusal(foreign, 404, 'MULTI_SITE_SITE_NOT_FOUND');
    const names: string[] = await app.strapi.db.connection('sites').pluck('name');
    expect(names).not.toContain('Mine');
  });

  it('is made by the super admin only', async () => {
    expectNoPermission(await cast.siteOwner.post(SITES, { name: 'Mine' }));
    const answer = await cast.superAdmin.post<One>(SITES, { name: 'Made', status: 'draft' });
    expect(answer.status).toBe(201);
    expect(answer.body.data).toMatchObject({ number: 4, slug: 'made', status: 'draft' });
  });

  it('keeps its number for ever', async () => {
    const path = `${SITES}/${home.documentId}`;
    expectRefusal(await cast.siteOwner.put(path, { number: 1 }), 400, 'INVALID_INPUT');
    expectRefusal(await cast.superAdmin.put(path, { number: 1 }), 400, 'INVALID_INPUT');
  });

  it.each([
    ['being the default', { isDefault: true }],
    ['the domain', { domain: 'free.test' }],
    ['the aliases', { aliases: ['*.test'] }],
    ['the path prefix', { pathPrefix: '/shop' }],
    ['the slug', { slug: 'free' }],
  ])('keeps %s out of its owner’s reach', async (_what, body) => {
    const path = `${SITES}/${home.documentId}`;
    const before = await app.strapi.db.connection('sites').orderBy('number');
    const answer = await cast.siteOwner.put(path, body);
    expectRefusal(answer, 403, 'MULTI_SITE_ADDRESS_NETWORK_ONLY');
    expect(await app.strapi.db.connection('sites').orderBy('number')).toEqual(before);
  });

  it('takes the whole form from its owner, as long as the address stays', async () => {
    const { data } = (await cast.siteOwner.get<One>(`${SITES}/${home.documentId}`)).body;
    const { name, slug, domain, aliases, pathPrefix, settings, status } = data;
    const form = { name, slug, domain, aliases, pathPrefix, settings, status };
    expect((await cast.siteOwner.put(`${SITES}/${home.documentId}`, form)).status).toBe(200);
  });
});

describe('POST /multi-site/sites/validate', () => {
  const validate = async (body: object) => {
    const answer = await cast.superAdmin.post<{ data: { problems: SiteProblem[] } }>(
      `${SITES}/validate`,
      body,
    );
    expect(answer.status).toBe(200);
    return answer.body.data.problems.map(({ path, code }) => `${path} ${code}`);
  };

  it.each([
    ['nothing', {}, []],
    ['a free site', { name: 'New', slug: 'new', domain: 'new.test' }, []],
    ['a taken domain in capitals', { domain: 'HOME.test.' }, ['domain HOST_TAKEN']],
    ['a wrong alias', { aliases: ['ok.test', 'a b'] }, ['aliases.1 HOST_INVALID']],
    ['a wrong colour', { settings: { color: 'red' } }, ['settings.color SETTINGS_INVALID']],
    [
      'several things',
      { name: 'HOME', slug: 'home', domain: '*' },
      ['name NAME_TAKEN', 'slug SLUG_TAKEN', 'domain HOST_INVALID'],
    ],
  ])('says what is wrong with %s', async (_what, body, expected) => {
    expect(await validate(body)).toEqual(expected);
  });

  it('does not let a site collide with itself', async () => {
    const same = { id: home.documentId, name: 'Home', slug: 'home', domain: 'home.test' };
    expect(await validate(same)).toEqual([]);
  });

  it('tells a site’s owner nothing about other sites', async () => {
    const body = { domain: 'other.test', aliases: ['other.test'], pathPrefix: '/x' };
    const answer = await cast.siteOwner.post(`${SITES}/validate`, body);
    expect(answer.text).not.toContain('Other');
  });

  it('writes nothing', async () => {
    await validate({ id: home.documentId, name: 'Renamed' });
    const names: string[] = await app.strapi.db.connection('sites').pluck('name');
    expect(names).not.toContain('Renamed');
  });
});

describe('archiving a site', () => {
  const post = (action: string, id: string) =>
    cast.superAdmin.post<One>(`${SITES}/${id}/${action}`);

  it('closes it and keeps it, until it is restored as a draft', async () => {
    const archived = await post('archive', other.documentId);
    expect(archived.body.data.status).toBe('archived');
    expect(await storedSite(app.strapi, other.documentId)).toMatchObject({ status: 'archived' });
    expectRefusal(
      await cast.superAdmin.put(`${SITES}/${other.documentId}`, { name: 'X' }),
      409,
      'MULTI_SITE_ARCHIVED',
    );
    const restored = await post('restore', other.documentId);
    expect(restored.body.data.status).toBe('draft');
  });

  it('never closes the default site', async () => {
    expectRefusal(await post('archive', main.documentId), 409, 'MULTI_SITE_DEFAULT_SITE_STAYS');
    expect(await storedSite(app.strapi, main.documentId)).toMatchObject({ status: 'live' });
  });

  it('restores nothing that is not archived, and nothing that does not exist', async () => {
    expectRefusal(await post('restore', home.documentId), 409, 'MULTI_SITE_NOT_ARCHIVED');
    expectRefusal(await post('restore', 'nothing'), 404, 'MULTI_SITE_SITE_NOT_FOUND');
    expectRefusal(await post('archive', 'nothing'), 404, 'MULTI_SITE_SITE_NOT_FOUND');
  });

  it.each(['archive', 'restore'])('is no business of a site’s owner: %s', async (action) => {
    expectNoPermission(await cast.siteOwner.post(`${SITES}/${home.documentId}/${action}`));
  });
});
