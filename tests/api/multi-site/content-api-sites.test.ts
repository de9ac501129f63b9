import { publicSite, type PublicSite } from '../../../plugins/multi-site/shared/contracts/sites';
import {
  createApiToken,
  grantPublic,
  type Answer,
  type App,
  type Cast,
  type Client,
  type TestSite,
} from '../../harness';
import { startStage } from './lib/stage';
import { expectForbidden, expectRefusal } from './lib/answers';
import { storedSite } from './lib/rows';

type List = { data: PublicSite[]; meta: { pagination: Record<string, number> } };
type One = { data: PublicSite };

let app: App;
let cast: Cast;
let home: TestSite;
let other: TestSite;
let customToken: Client;

beforeAll(async () => {
  ({ app, cast, home, other } = await startStage());
  const { accessKey, id } = await createApiToken(app.strapi, {
    name: 'Reads articles only',
    type: 'custom',
    permissions: ['api::article.article.find'],
  });
  await app.strapi.plugin('multi-site').service('tokens').bind({ tokenId: id, site: home.number });
  customToken = app.with({ token: accessKey });
});
afterAll(() => app.stop());

const slugs = (answer: Answer<List>) => answer.body.data.map((site) => site.slug);

describe('GET /api/sites', () => {
  it('is closed to visitors until the project opens it', async () => {
    expectForbidden(await cast.anonymous.get('/api/sites'));
  });

  it('is closed to a token without the permission', async () => {
    expectForbidden(await customToken.get('/api/sites'));
  });

  it.each([
    ['a token of a site that one', 'readToken', ['home']],
    ['a full-access token of a site that one', 'fullToken', ['home']],
    ['a token of another site the other', 'otherToken', ['other']],
    ['a token of the network all', 'networkToken', ['home', 'main', 'other']],
  ] as const)('shows %s', async (_what, persona, expected) => {
    const answer = await cast[persona].get<List>('/api/sites?sort=name:asc');
    expect(answer.status).toBe(200);
    expect(slugs(answer)).toEqual(expected);
    expect(answer.body.meta.pagination).toEqual({
      page: 1,
      pageSize: 20,
      pageCount: 1,
      total: expected.length,
    });
  });

  it('shows the public part of a site and nothing else', async () => {
    const { body } = await cast.networkToken.get<List>('/api/sites');
    const strict = publicSite.strict();
    expect(body.data.map((site) => strict.safeParse(site).error?.issues)).toEqual(
      body.data.map(() => undefined),
    );
  });

  it.each([
    ['?sort=number:desc', ['other', 'home', 'main']],
    ['?sort=name:desc', ['other', 'main', 'home']],
    ['?q=OTH', ['other']],
    ['?q=home.test', ['home']],
    ['?q=nothing', []],
    ['?page=2&pageSize=2', ['other']],
    ['?status=draft', []],
  ])('answers the list query %s', async (query, expected) => {
    expect(slugs(await cast.networkToken.get<List>(`/api/sites${query}`))).toEqual(expected);
  });

  it.each([
    '?page=0',
    '?pageSize=101',
    '?sort=domain:asc',
    '?status=gone',
    '?q=' + 'x'.repeat(121),
  ])('refuses the list query %s', async (query) => {
    const answer = await cast.networkToken.get(`/api/sites${query}`);
    expect(answer.status).toBe(400);
  });
});

describe('GET /api/sites/:id and /current', () => {
  it('shows a site to its token', async () => {
    const answer = await cast.readToken.get<One>(`/api/sites/${home.documentId}`);
    expect(answer.status).toBe(200);
    expect(answer.body.data).toEqual({
      id: home.documentId,
      name: 'Home',
      slug: 'home',
      domain: 'home.test',
      pathPrefix: null,
      settings: {},
    });
  });

  it('answers a foreign site exactly like one that does not exist', async () => {
    const foreign = await cast.fullToken.get(`/api/sites/${other.documentId}`);
    const random = await cast.fullToken.get('/api/sites/abcdefghijklmnopqrstuvwx');
    expectRefusal(foreign, 404, 'MULTI_SITE_SITE_NOT_FOUND');
    expect(foreign.text).toBe(random.text);
  });

  it('knows sites by documentId only', async () => {
    expectRefusal(await cast.networkToken.get('/api/sites/home'), 404, 'MULTI_SITE_SITE_NOT_FOUND');
  });

  it.each([
    ['the token’s site', 'otherToken', {}, 'other'],
    ['a read-only token’s site', 'readToken', {}, 'home'],
    ['the chosen one of a network token', 'networkToken', { site: 'other' }, 'other'],
    ['the host’s of a network token', 'networkToken', { host: 'home.test' }, 'home'],
    ['the default site of a network token', 'networkToken', {}, 'main'],
  ] as const)('names as the current site %s', async (_what, persona, options, slug) => {
    const answer = await cast[persona].get<One>('/api/sites/current', options);
    expect(answer.status).toBe(200);
    expect(answer.body.data.slug).toBe(slug);
  });

  it('knows no current site when all are in view', async () => {
    const answer = await cast.networkToken.get('/api/sites/current', { site: '*' });
    expectRefusal(answer, 400, 'MULTI_SITE_NO_SITE_CHOSEN');
  });
});

describe('visitors, once the project opens the sites to them', () => {
  beforeAll(() =>
    grantPublic(
      app.strapi,
      ['find', 'findOne', 'create', 'update'].map(
        (action) => `plugin::multi-site.public-sites.${action}`,
      ),
    ),
  );

  it.each([
    ['home.test', 'home'],
    ['other.test', 'other'],
    ['unknown.test', 'main'],
  ])('at %s see the site %s and no other', async (host, slug) => {
    const visitor = app.with({ host });
    expect(slugs(await visitor.get<List>('/api/sites'))).toEqual([slug]);
    expect((await visitor.get<One>('/api/sites/current')).body.data.slug).toBe(slug);
  });

  it('are refused a foreign site', async () => {
    const answer = await cast.anonymous.get(`/api/sites/${other.documentId}`);
    expectRefusal(answer, 404, 'MULTI_SITE_SITE_NOT_FOUND');
  });

  it.each([
    ['making a site', 'POST', '/api/sites'],
    ['changing a site', 'PUT', '/api/sites/HOME'],
  ] as const)('are refused %s, whatever was granted', async (_what, method, path) => {
    const target = path.replace('HOME', home.documentId);
    const answer = await cast.anonymous.request(method, target, { body: { name: 'Mine' } });
    expectRefusal(answer, 403, 'MULTI_SITE_NETWORK_ONLY');
    expect(await storedSite(app.strapi, home.documentId)).toMatchObject({ slug: 'home' });
  });
});
