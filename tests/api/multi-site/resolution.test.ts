import {
  createEntry,
  createSite,
  createTokenPersona,
  grantPublic,
  type Answer,
  type App,
  type Cast,
  type TestSite,
} from '../../harness';
import { startStage } from './lib/stage';
import { expectRefusal } from './lib/answers';

let app: App;
let cast: Cast;
const sites: Record<string, TestSite> = {};

/** Each site has one tag, named after the site. */
const TAGS = '/api/tags';
type Tags = { data: { name: string }[] };
const names = (answer: Answer<Tags>) => {
  expect(answer.status).toBe(200);
  return answer.body.data.map(({ name }) => name);
};

beforeAll(async () => {
  const stage = await startStage();
  ({ app, cast } = stage);
  await grantPublic(app.strapi, ['api::tag.tag.find']);
  const service = app.strapi.plugin('multi-site').service('sites');
  const add = async (slug: string, data: object) => {
    sites[slug] = await createSite(app.strapi, { name: slug, slug });
    await service.update(sites[slug].documentId, data);
  };
  await add('shop', {
    domain: 'shop.test',
    aliases: ['www.shop.test', '*.shop.test', 'münchen.test', '::1'],
  });
  await add('open', { settings: { headerAccess: true } });
  await add('prefixed', { domain: null, pathPrefix: '/de' });
  await add('draft', { status: 'draft' });
  await add('care', { status: 'maintenance' });
  await add('old', {});
  Object.assign(sites, { home: stage.home, other: stage.other });
  const all = { ...sites, main: stage.main };
  for (const [name, site] of Object.entries(all)) {
    await createEntry(app.strapi, 'api::tag.tag', { name, slug: name }, { site });
  }
  await service.archive(sites.old?.documentId);
});
afterAll(() => app.stop());

describe('a visitor gets the site of the host', () => {
  it.each([
    ['a domain', 'shop.test', 'shop'],
    ['a port', 'shop.test:8080', 'shop'],
    ['capitals and a trailing dot', 'SHOP.Test.', 'shop'],
    ['an alias', 'www.shop.test', 'shop'],
    ['a name below a wildcard', 'anything.shop.test', 'shop'],
    ['an umlaut as browsers send it', 'xn--mnchen-3ya.test', 'shop'],
    ['an IPv6 address', '[::1]:1337', 'shop'],
    ['another domain', 'home.test', 'home'],
    ['an unknown host', 'nobody.test', 'main'],
    ['a host that only ends alike', 'evilshop.test', 'main'],
    ['two levels below a wildcard', 'a.b.shop.test', 'main'],
    ['an address', '127.0.0.1', 'main'],
    ['an archived site’s host', 'old.test', 'main'],
  ])('by %s', async (_what, host, name) => {
    expect(names(await app.get<Tags>(TAGS, { host }))).toEqual([name]);
  });

  it.each([
    ['X-Forwarded-Host', { 'x-forwarded-host': 'home.test' }],
    ['X-Forwarded-Prefix', { 'x-forwarded-prefix': '/de' }],
    ['Forwarded', { forwarded: 'host=home.test' }],
    ['X-Original-Host', { 'x-original-host': 'home.test' }],
  ])('and %s is not believed', async (_what, headers) => {
    expect(names(await app.get<Tags>(TAGS, { host: 'shop.test', headers }))).toEqual(['shop']);
  });

  it('in GraphQL too', async () => {
    const query = '{ tags { name } }';
    type Data = { data: { tags: { name: string }[] } };
    const answer = await app.graphql<Data>(query, {}, { host: 'shop.test' });
    expect(answer.body.data.tags).toEqual([{ name: 'shop' }]);
  });
});

describe('the X-Site header of a visitor', () => {
  it.each([
    ['a site that allows it', 'open', 'open'],
    ['a site that does not', 'other', 'home'],
    ['no site', 'nothing', 'home'],
    ['all sites', '*', 'home'],
    ['an empty text', ' ', 'home'],
  ])('asking for %s', async (_what, site, name) => {
    expect(names(await app.get<Tags>(TAGS, { host: 'home.test', site }))).toEqual([name]);
  });

  it('may carry the documentId', async () => {
    const site = sites.open?.documentId;
    expect(names(await app.get<Tags>(TAGS, { host: 'home.test', site }))).toEqual(['open']);
  });
});

describe('a site that is not live', () => {
  const NOT_LIVE = {
    data: null,
    error: {
      status: 404,
      name: 'NotFoundError',
      message: 'Not Found',
      details: { code: 'MULTI_SITE_SITE_NOT_LIVE' },
    },
  };

  it('as a draft does not seem to be there', async () => {
    const answer = await app.get(TAGS, { host: 'draft.test' });
    expect(answer.status).toBe(404);
    expect(answer.body).toEqual(NOT_LIVE);
  });

  it('in maintenance says so', async () => {
    const answer = await app.get(TAGS, { host: 'care.test' });
    const error = expectRefusal(answer, 503, 'MULTI_SITE_SITE_IN_MAINTENANCE');
    expect(error).toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.stringContaining('maintained'),
    });
  });

  it('is no way around by GraphQL', async () => {
    const answer = await app.graphql('{ tags { name } }', {}, { host: 'draft.test' });
    expect(answer.text).toContain('MULTI_SITE_SITE_NOT_LIVE');
    expect(answer.body).toMatchObject({ data: null });
  });

  it.each(['draft', 'care'])('is open to a token of it: %s', async (name) => {
    const token = await createTokenPersona(app, { name, type: 'read-only', site: sites[name] });
    expect(names(await token.get<Tags>(TAGS))).toEqual([name]);
  });

  it('is closed to a token of it once it is archived', async () => {
    const token = await createTokenPersona(app, {
      name: 'old',
      type: 'read-only',
      site: sites.old,
    });
    expectRefusal(await token.get(TAGS), 403, 'MULTI_SITE_TOKEN_WITHOUT_SITE');
  });

  it('keeps nobody from logging in', async () => {
    const body = { email: 'super@example.test', password: 'Test-Password-1' };
    expect((await app.post('/admin/login', body, { host: 'draft.test' })).status).toBe(200);
    expect((await app.get('/_health', { host: 'care.test' })).status).toBe(204);
  });

  it('goes live at once', async () => {
    const service = app.strapi.plugin('multi-site').service('sites');
    await service.update(sites.draft?.documentId, { status: 'live' });
    expect(names(await app.get<Tags>(TAGS, { host: 'draft.test' }))).toEqual(['draft']);
  });
});

describe('a token', () => {
  it.each([
    ['of a site stays there on any host', 'readToken', { host: 'other.test' }, 'home'],
    ['of a site stays there with any header', 'readToken', { site: 'other' }, 'home'],
    ['of a site stays there asking for all', 'fullToken', { site: '*' }, 'home'],
    ['of the network goes where it asks', 'networkToken', { site: 'other' }, 'other'],
    ['of the network follows the host', 'networkToken', { host: 'other.test' }, 'other'],
  ] as const)('%s', async (_what, persona, options, name) => {
    expect(names(await cast[persona].get<Tags>(TAGS, options))).toEqual([name]);
  });

  it('of the network sees all when it asks for all', async () => {
    const all = await cast.networkToken.get<Tags>(`${TAGS}?sort=name`, { site: '*' });
    expect(names(all)).toHaveLength(9);
  });

  it('of the network is refused a site that does not exist', async () => {
    const answer = await cast.networkToken.get(TAGS, { site: 'nothing' });
    expectRefusal(answer, 403, 'MULTI_SITE_NOT_A_MEMBER');
  });
});

it('tells caches what an answer depends on, in the content API only', async () => {
  const vary = (answer: Answer) => (answer.headers.vary ?? '').toLowerCase().split(/, */);
  const list = vary(await app.get(TAGS, { host: 'shop.test' }));
  expect(list).toEqual(expect.arrayContaining(['host', 'x-site']));
  expect(vary(await app.get(TAGS, { host: 'care.test' }))).toEqual(
    expect.arrayContaining(['host']),
  );
  expect(vary(await app.get('/admin/init'))).not.toContain('x-site');
});
