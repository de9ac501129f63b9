import type { AdminUserSummary } from '../../../plugins/multi-site/shared/contracts/members';
import type { SwitchResponse } from '../../../plugins/multi-site/shared/contracts/switch';
import type { TokenBinding } from '../../../plugins/multi-site/shared/contracts/tokens';
import {
  adminToken,
  createAdminUser,
  createApiToken,
  createEntry,
  type App,
  type Cast,
  type TestSite,
} from '../../harness';
import { startStage } from './lib/stage';
import { expectNoPermission, expectRefusal } from './lib/answers';

let app: App;
let cast: Cast;
let home: TestSite;
let other: TestSite;

beforeAll(async () => {
  ({ app, cast, home, other } = await startStage());
  for (const site of [home, other]) {
    const data = { name: site.name, slug: site.slug };
    await createEntry(app.strapi, 'api::tag.tag', data, { site });
  }
});
afterAll(() => app.stop());

const storedBinding = (tokenId: number) =>
  app.strapi.db.connection('multi_site_tokens').where({ token_id: tokenId }).pluck('site_id');

describe('API tokens', () => {
  const TOKENS = '/multi-site/tokens';

  it('are listed with the site each opens', async () => {
    await createApiToken(app.strapi, { name: 'A token of nothing', type: 'read-only' });
    const answer = await cast.superAdmin.get<{ data: TokenBinding[] }>(TOKENS);
    expect(answer.status).toBe(200);
    const rows = answer.body.data.map(({ name, type, site }) => [name, type, site]);
    expect(rows).toEqual(
      expect.arrayContaining([
        ['A token of nothing', 'read-only', null],
        ['Edits all sites', 'full-access', '*'],
        ['Edits home', 'full-access', home.documentId],
        ['Reads home', 'read-only', home.documentId],
      ]),
    );
    expect(answer.text).not.toContain('accessKey');
  });

  it('open the site they are bound to, and another one once bound to that', async () => {
    const { id, accessKey } = await createApiToken(app.strapi, {
      name: 'Moves',
      type: 'read-only',
    });
    const client = app.with({ token: accessKey });
    const bind = (site: string | null) =>
      cast.superAdmin.put<{ data: TokenBinding }>(`${TOKENS}/${id}`, { site });
    const names = async () => {
      const answer = await client.get<{ data: { name: string }[] }>('/api/tags?sort=name');
      return answer.body.data.map(({ name }) => name);
    };

    expectRefusal(await client.get('/api/tags'), 403, 'MULTI_SITE_TOKEN_WITHOUT_SITE');

    expect((await bind(home.documentId)).body.data).toMatchObject({
      tokenId: id,
      name: 'Moves',
      site: home.documentId,
    });
    expect(await names()).toEqual(['Home']);
    expect(await storedBinding(id)).toEqual([home.number]);

    await bind(other.documentId);
    expect(await names()).toEqual(['Other']);
    expect(await storedBinding(id)).toEqual([other.number]);

    expect((await bind('*')).body.data.site).toBe('*');
    expect(await storedBinding(id)).toEqual([null]);
    expect(
      (await client.get<{ data: unknown[] }>('/api/tags', { site: '*' })).body.data,
    ).toHaveLength(2);

    expect((await bind(null)).body.data.site).toBeNull();
    expect(await storedBinding(id)).toEqual([]);
    expectRefusal(await client.get('/api/tags'), 403, 'MULTI_SITE_TOKEN_WITHOUT_SITE');
  });

  it.each([
    ['a site that does not exist', { site: 'nothing' }, 404, 'MULTI_SITE_SITE_NOT_FOUND'],
    ['a slug', { site: 'home' }, 404, 'MULTI_SITE_SITE_NOT_FOUND'],
    ['no site', {}, 400, 'INVALID_INPUT'],
    ['a number', { site: 2 }, 400, 'INVALID_INPUT'],
  ])('cannot be bound to %s', async (_what, body, status, code) => {
    const { tokenId } = cast.readToken;
    expectRefusal(await cast.superAdmin.put(`${TOKENS}/${tokenId}`, body), status, code);
    expect(await storedBinding(tokenId)).toEqual([home.number]);
  });

  it('cannot be bound where there is no such token', async () => {
    const answer = await cast.superAdmin.put(`${TOKENS}/99999`, { site: '*' });
    expectRefusal(answer, 404, 'MULTI_SITE_TOKEN_NOT_FOUND');
  });

  it('are no business of a site’s owner', async () => {
    expectNoPermission(await cast.siteOwner.get(TOKENS));
    const path = `${TOKENS}/${cast.readToken.tokenId}`;
    expectNoPermission(await cast.siteOwner.put(path, { site: '*' }));
    expect((await app.get(TOKENS)).status).toBe(401);
  });

  it('lose their binding when they are deleted', async () => {
    const { id } = await createApiToken(app.strapi, { name: 'Goes', type: 'read-only' });
    await cast.superAdmin.put(`${TOKENS}/${id}`, { site: '*' });
    expect((await cast.superAdmin.delete(`/admin/api-tokens/${id}`)).status).toBe(200);
    expect(await storedBinding(id)).toEqual([]);
  });
});

describe('GET /multi-site/switch', () => {
  const offered = async (client: Pick<App, 'get'>) => {
    const answer = await client.get<SwitchResponse>('/multi-site/switch');
    expect(answer.status).toBe(200);
    return answer.body.data;
  };
  const slugs = (data: SwitchResponse['data']) => data.sites.map(({ slug }) => slug);

  it('offers the super admin all sites and the view of all', async () => {
    const data = await offered(cast.superAdmin);
    expect(data).toMatchObject({ active: true, mode: 'enforce', canAccessNetwork: true });
    expect(slugs(data).sort()).toEqual(['home', 'main', 'other']);
    expect(data.sites.find(({ slug }) => slug === 'home')).toEqual({
      id: home.documentId,
      number: home.number,
      name: 'Home',
      slug: 'home',
      domain: 'home.test',
      status: 'live',
      color: null,
    });
  });

  it.each(['siteOwner', 'siteEditor', 'siteViewer'] as const)(
    'offers the %s the own site only',
    async (persona) => {
      const data = await offered(cast[persona]);
      expect(data.canAccessNetwork).toBe(false);
      expect(slugs(data)).toEqual(['home']);
    },
  );

  it('needs no site chosen, and no matter which is asked for', async () => {
    const { user } = cast.siteEditor;
    const token = await adminToken(app, user.email);
    expect(slugs(await offered(app.with({ token })))).toEqual(['home']);
    expect(slugs(await offered(app.with({ token, site: 'other' })))).toEqual(['home']);
    expect(slugs(await offered(app.with({ token, site: '*' })))).toEqual(['home']);
  });

  it('offers nothing to whoever is a member of nothing', async () => {
    const email = 'alone@example.test';
    await createAdminUser(app.strapi, { email, roles: ['strapi-editor'] });
    const client = app.with({ token: await adminToken(app, email) });
    expect(await offered(client)).toMatchObject({
      active: true,
      canAccessNetwork: false,
      sites: [],
    });
  });

  it('hides an archived site from its members, not from the super admin', async () => {
    const sites = app.strapi.plugin('multi-site').service('sites');
    await sites.archive(other.documentId);
    expect(slugs(await offered(cast.otherEditor))).toEqual([]);
    expect(slugs(await offered(cast.superAdmin))).toContain('other');
    await sites.restore(other.documentId);
  });

  it('is closed without a login', async () => {
    expect((await app.get('/multi-site/switch')).status).toBe(401);
  });
});

describe('looking for people', () => {
  const find = async (who: 'superAdmin' | 'siteOwner', q: string) => {
    const path = `/multi-site/users?q=${encodeURIComponent(q)}`;
    const answer = await cast[who].get<{ data: AdminUserSummary[] }>(path);
    expect(answer.status).toBe(200);
    return answer.body.data.map(({ email }) => email);
  };

  it('lets the super admin search', async () => {
    expect(await find('superAdmin', 'EDITOR')).toEqual([
      'editor@example.test',
      'other-editor@example.test',
    ]);
    expect(await find('superAdmin', '')).toContain('super@example.test');
  });

  it.each([
    '',
    'editor',
    '@',
    '@example.test',
    'other-editor@',
    '%@%',
    'other-editor@example.tes_',
  ])('gives a site’s owner no list by %j', async (q) => {
    expect(await find('siteOwner', q)).toEqual([]);
  });

  it('finds the one person whose whole address a site’s owner knows', async () => {
    expect(await find('siteOwner', ' Other-Editor@example.test ')).toEqual([
      'other-editor@example.test',
    ]);
  });

  it('is no business of an editor', async () => {
    expectNoPermission(await cast.siteEditor.get('/multi-site/users?q=a'));
  });
});
