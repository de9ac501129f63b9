import type { Member, RoleSummary } from '../../../plugins/multi-site/shared/contracts/members';
import { createAdminUser, type AdminUser, type App, type Cast, type TestSite } from '../../harness';
import { startStage } from './lib/stage';
import { expectNoPermission, expectRefusal } from './lib/answers';

type List<T> = { data: T[] };

let app: App;
let cast: Cast;
let home: TestSite;
let other: TestSite;

beforeAll(async () => {
  ({ app, cast, home, other } = await startStage());
});
afterAll(() => app.stop());

const ARTICLES = '/content-manager/collection-types/api::article.article';
const members = (site = home) => `/multi-site/sites/${site.documentId}/members`;
const member = (user: AdminUser, site = home) => `${members(site)}/${user.id}`;

/** Stored roles of a person on a site. */
const rolesOf = (user: { id: number }, site = home): Promise<string[]> =>
  app.strapi.db
    .connection('site_users')
    .where({ site_id: site.number, user_id: user.id })
    .orderBy('role')
    .pluck('role');

describe('the members of a site', () => {
  it('are listed to its owner with their roles', async () => {
    const answer = await cast.siteOwner.get<List<Member>>(members());
    expect(answer.status).toBe(200);
    const summary = answer.body.data.map(({ user, roles }) => [
      user.email,
      roles.map((r) => r.code),
    ]);
    expect(summary).toEqual([
      ['editor@example.test', ['multi-site-editor']],
      ['owner@example.test', ['multi-site-owner']],
      ['viewer@example.test', ['multi-site-viewer']],
    ]);
    expect(answer.body.data[0]).toEqual({
      user: {
        id: cast.siteEditor.user.id,
        name: 'editor Tester',
        email: 'editor@example.test',
        isActive: true,
      },
      roles: [
        {
          code: 'multi-site-editor',
          name: 'Site editor',
          description: 'Writes and publishes everything on a site.',
        },
      ],
    });
  });

  it('of a foreign site are answered like those of none', async () => {
    const foreign = await cast.siteOwner.get(members(other));
    expectRefusal(foreign, 404, 'MULTI_SITE_SITE_NOT_FOUND');
    expect((await cast.siteOwner.get('/multi-site/sites/nothing/members')).text).toBe(foreign.text);
  });

  it.each(['siteEditor', 'siteViewer', 'otherEditor'] as const)(
    'are closed to the %s',
    async (name) => {
      expectNoPermission(await cast[name].get(members()));
    },
  );

  it('are closed without a login and to API tokens', async () => {
    expect((await app.get(members())).status).toBe(401);
    expect((await cast.networkToken.get(members())).status).toBe(401);
  });
});

describe('making somebody a member', () => {
  it('opens the site to him at once, and taking it away closes it at once', async () => {
    const guest = await createAdminUser(app.strapi, { email: 'guest@example.test', roles: [] });
    const login = await app.post<{ data: { accessToken: string } }>('/admin/login', {
      email: 'guest@example.test',
      password: 'Test-Password-1',
    });
    const session = app.with({ token: login.body.data.accessToken, site: home.slug });
    expect((await session.get(ARTICLES)).status).toBe(403);

    const set = await cast.siteOwner.put<{ data: Member }>(member(guest), {
      roles: ['multi-site-viewer', 'multi-site-editor', 'multi-site-viewer'],
    });
    expect(set.status).toBe(200);
    expect(set.body.data.user.email).toBe('guest@example.test');
    expect(await rolesOf(guest)).toEqual(['multi-site-editor', 'multi-site-viewer']);
    expect((await session.get(ARTICLES)).status).toBe(200);
    expect((await session.get(ARTICLES, { site: other.slug })).status).toBe(403);

    await cast.siteOwner.put(member(guest), { roles: ['multi-site-viewer'] });
    expect(await rolesOf(guest)).toEqual(['multi-site-viewer']);

    const removed = await cast.siteOwner.delete(member(guest));
    expect(removed.status).toBe(200);
    expect(await rolesOf(guest)).toEqual([]);
    expect((await session.get(ARTICLES)).status).toBe(403);
  });

  it('lets the super admin do it on any site, for himself too', async () => {
    const roles = ['multi-site-owner'];
    expect((await cast.superAdmin.put(member(cast.superAdmin.user, other), { roles })).status).toBe(
      200,
    );
    expect(await rolesOf(cast.superAdmin.user, other)).toEqual(roles);
    expect((await cast.superAdmin.delete(member(cast.superAdmin.user, other))).status).toBe(200);
  });

  it.each([
    ['an unknown role', { roles: ['nobody'] }, 400, 'MULTI_SITE_UNKNOWN_ROLE'],
    [
      'one unknown role of two',
      { roles: ['multi-site-viewer', 'x'] },
      400,
      'MULTI_SITE_UNKNOWN_ROLE',
    ],
    [
      'the super admin’s role',
      { roles: ['strapi-super-admin'] },
      403,
      'MULTI_SITE_ROLE_NOT_ALLOWED',
    ],
    ['no role', { roles: [] }, 400, 'INVALID_INPUT'],
    ['no list of roles', { role: 'multi-site-viewer' }, 400, 'INVALID_INPUT'],
  ])('refuses %s', async (_what, body, status, code) => {
    const answer = await cast.siteOwner.put(member(cast.otherEditor.user), body);
    expectRefusal(answer, status, code);
    expect(await rolesOf(cast.otherEditor.user)).toEqual([]);
  });

  it('refuses the super admin’s role even from the super admin', async () => {
    const body = { roles: ['strapi-super-admin'] };
    const answer = await cast.superAdmin.put(member(cast.otherEditor.user), body);
    expectRefusal(answer, 403, 'MULTI_SITE_ROLE_NOT_ALLOWED');
  });

  it.each([
    ['999999', 404, 'MULTI_SITE_USER_NOT_FOUND'],
    ['abc', 400, 'INVALID_INPUT'],
    ['-1', 400, 'INVALID_INPUT'],
    ['1.5', 400, 'INVALID_INPUT'],
  ])('refuses the user %s', async (id, status, code) => {
    const answer = await cast.siteOwner.put(`${members()}/${id}`, { roles: ['multi-site-viewer'] });
    expectRefusal(answer, status, code);
  });

  it('refuses a foreign site', async () => {
    const body = { roles: ['multi-site-owner'] };
    const answer = await cast.siteOwner.put(member(cast.siteEditor.user, other), body);
    expectRefusal(answer, 404, 'MULTI_SITE_SITE_NOT_FOUND');
    expect(await rolesOf(cast.siteEditor.user, other)).toEqual([]);
  });

  it('lets nobody change the own membership', async () => {
    const self = member(cast.siteOwner.user);
    const body = { roles: ['multi-site-owner', 'strapi-editor'] };
    expectRefusal(await cast.siteOwner.put(self, body), 403, 'MULTI_SITE_NO_SELF_SERVICE');
    expectRefusal(await cast.siteOwner.delete(self), 403, 'MULTI_SITE_NO_SELF_SERVICE');
    expect(await rolesOf(cast.siteOwner.user)).toEqual(['multi-site-owner']);
  });

  it('refuses to remove whoever is no member', async () => {
    const answer = await cast.siteOwner.delete(member(cast.otherEditor.user));
    expectRefusal(answer, 404, 'MULTI_SITE_MEMBER_NOT_FOUND');
  });

  it.each(['siteEditor', 'siteViewer'] as const)('is no business of the %s', async (name) => {
    const path = member(cast.otherEditor.user);
    expectNoPermission(await cast[name].put(path, { roles: ['multi-site-viewer'] }));
    expectNoPermission(await cast[name].delete(member(cast.siteViewer.user)));
  });
});

describe('a role given on a site', () => {
  it('opens no more than the site, whatever its permissions say', async () => {
    const role = await app.strapi.service('admin::role').create({ code: 'greedy', name: 'Greedy' });
    await app.strapi.service('admin::role').assignPermissions(
      role.id,
      ['admin::users.read', 'plugin::multi-site.network.access-network'].map((action) => ({
        action,
      })),
    );
    const { user } = cast.siteViewer;
    await cast.siteOwner.put(member(user), { roles: ['multi-site-viewer', 'greedy'] });
    expect((await cast.siteViewer.get('/admin/users')).status).toBe(403);
    expect((await cast.siteViewer.get(ARTICLES, { site: '*' })).status).toBe(403);
    expect((await cast.siteViewer.get(ARTICLES, { site: other.slug })).status).toBe(403);
    expect((await cast.siteViewer.get(ARTICLES)).status).toBe(200);
  });

  it('can be chosen from all but the super admin’s', async () => {
    const answer = await cast.siteOwner.get<List<RoleSummary>>('/multi-site/roles');
    const codes = answer.body.data.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['multi-site-owner', 'strapi-editor']));
    expect(codes).not.toContain('strapi-super-admin');
    expectNoPermission(await cast.siteEditor.get('/multi-site/roles'));
  });
});

it('goes with the person who is deleted', async () => {
  const gone = await createAdminUser(app.strapi, { email: 'gone@example.test', roles: [] });
  await cast.siteOwner.put(member(gone), { roles: ['multi-site-viewer'] });
  expect(await rolesOf(gone)).toHaveLength(1);
  expect((await cast.superAdmin.delete(`/admin/users/${gone.id}`)).status).toBe(200);
  expect(await rolesOf(gone)).toEqual([]);
});
