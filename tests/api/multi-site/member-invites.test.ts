import type { ListAuditResponse } from '../../../plugins/multi-site/shared/contracts/audit';
import type { InviteResponse, Member } from '../../../plugins/multi-site/shared/contracts/members';
import {
  createAdminUser,
  type AdminPersona,
  type App,
  type Cast,
  type TestSite,
} from '../../harness';
import { expectNoPermission, expectRefusal } from './lib/answers';
import { startStage } from './lib/stage';

let app: App;
let cast: Cast;
let home: TestSite;
let other: TestSite;

beforeAll(async () => {
  ({ app, cast, home, other } = await startStage());
});
afterAll(() => app.stop());

const members = (site = home) => `/multi-site/sites/${site.documentId}/members`;
const invitation = (email: string, more: object = {}) => ({
  email,
  firstname: 'New',
  lastname: 'Person',
  roles: ['multi-site-editor'],
  ...more,
});
const invite = (client: AdminPersona, body: object, site = home) =>
  client.post<InviteResponse>(`${members(site)}/invite`, body);

describe('inviting somebody to a site', () => {
  it('makes an account without roles of its own, and a link to choose a password', async () => {
    const answer = await invite(cast.siteOwner, invitation('Fresh@example.test'));
    expect(answer.status).toBe(201);
    const { member, link } = answer.body.data;
    expect(member.user).toMatchObject({ email: 'fresh@example.test', isActive: false });
    expect(member.roles.map(({ code }) => code)).toEqual(['multi-site-editor']);
    const token = /\/auth\/register\?registrationToken=(\w+)$/.exec(link ?? '')?.[1] ?? '';
    const user = await app.strapi.db
      .query('admin::user')
      .findOne({ where: { id: member.user.id }, populate: ['roles'] });
    expect(user).toMatchObject({ registrationToken: token, roles: [] });

    const registered = await app.post<{ data: { token: string } }>('/admin/register', {
      registrationToken: token,
      userInfo: { firstname: 'New', lastname: 'Person', password: 'Test-Password-1' },
    });
    expect(registered.status).toBe(200);
    const session = app.with({ token: registered.body.data.token });
    const path = '/content-manager/collection-types/api::article.article';
    expect((await session.get(path, { site: home.slug })).status).toBe(200);
    expect((await session.get(path, { site: other.slug })).status).toBe(403);
  });

  it('takes somebody who has an account, and shows no link to it', async () => {
    const answer = await invite(cast.siteOwner, invitation(cast.otherEditor.user.email));
    expect(answer.status).toBe(201);
    expect(answer.body.data.link).toBeNull();
    const again = await invite(cast.siteOwner, invitation(cast.otherEditor.user.email));
    expectRefusal(again, 409, 'MULTI_SITE_ALREADY_A_MEMBER');
  });

  it.each([
    ['no address', { email: 'nobody' }, 'INVALID_INPUT'],
    ['no name', { firstname: ' ' }, 'INVALID_INPUT'],
    ['no role', { roles: [] }, 'INVALID_INPUT'],
    ['a role that is none', { roles: ['x'] }, 'MULTI_SITE_UNKNOWN_ROLE'],
  ])('with %s is refused, and makes no account', async (_name, more, code) => {
    const answer = await invite(cast.siteOwner, invitation('refused@example.test', more));
    expectRefusal(answer, 400, code);
    const user = await app.strapi.db
      .query('admin::user')
      .findOne({ where: { email: 'refused@example.test' } });
    expect(user).toBeNull();
  });

  it('is refused to editors, for the whole network, and for foreign sites', async () => {
    expectNoPermission(await invite(cast.siteEditor, invitation('a@example.test')));
    const above = invitation('a@example.test', { roles: ['strapi-super-admin'] });
    expectRefusal(await invite(cast.siteOwner, above), 403, 'MULTI_SITE_ROLE_NOT_ALLOWED');
    const foreign = await invite(cast.siteOwner, invitation('a@example.test'), other);
    expectRefusal(foreign, 404, 'MULTI_SITE_SITE_NOT_FOUND');
    expect((await app.post(`${members()}/invite`, invitation('a@example.test'))).status).toBe(401);
  });
});

describe('several members at once', () => {
  it('get the same roles, all or none', async () => {
    const one = await createAdminUser(app.strapi, { email: 'one@example.test', roles: [] });
    const two = await createAdminUser(app.strapi, { email: 'two@example.test', roles: [] });
    const put = (userIds: number[]) =>
      cast.siteOwner.put<{ data: Member[] }>(members(), { userIds, roles: ['multi-site-viewer'] });
    expectRefusal(await put([one.id, 99_999]), 404, 'MULTI_SITE_USER_NOT_FOUND');
    const count = () =>
      app.strapi.db
        .query('plugin::multi-site.site-user')
        .count({ where: { siteId: home.number, userId: { $in: [one.id, two.id] } } });
    expect(await count()).toBe(0);
    expect((await put([one.id, two.id, one.id])).body.data).toHaveLength(2);
    expect(await count()).toBe(2);
    const self = await put([cast.siteOwner.user.id]);
    expectRefusal(self, 403, 'MULTI_SITE_NO_SELF_SERVICE');
  });
});

describe('the audit', () => {
  it('tells who gave whom which roles', async () => {
    await cast.siteOwner.delete(`${members()}/${cast.otherEditor.user.id}`);
    const { body } = await cast.siteOwner.get<ListAuditResponse>('/multi-site/audit?pageSize=100');
    const lines = body.data.map(({ action, subject, by, canUndo }) => [
      action,
      subject,
      by,
      canUndo,
    ]);
    expect(lines).toContainEqual([
      'member-remove',
      'other-editor@example.test',
      'owner Tester',
      false,
    ]);
    expect(lines).toContainEqual(['member-invite', 'fresh@example.test', 'owner Tester', false]);
    expect(lines).toContainEqual([
      'member-set',
      'one@example.test: multi-site-viewer',
      'owner Tester',
      false,
    ]);
    expect(body.data.every(({ site }) => site === 'Home')).toBe(true);
  });

  it('get their roles on several sites at once from who sees the network', async () => {
    const one = await createAdminUser(app.strapi, { email: 'everywhere@bulk.test', roles: [] });
    const service = app.strapi.plugin('multi-site').service('members');
    await service.add({ site: other.number, userId: one.id, role: 'multi-site-viewer' });
    const body = { userIds: [one.id], roles: ['multi-site-editor'], alsoOn: [other.documentId] };
    const path = `/multi-site/sites/${home.documentId}/members`;
    const rolesOn = async (site: number) => {
      const rows: { role: string }[] = await app.strapi.db
        .query('plugin::multi-site.site-user')
        .findMany({ where: { siteId: site, userId: one.id }, orderBy: { role: 'asc' } });
      return rows.map(({ role }) => role);
    };
    expectRefusal(await cast.siteOwner.put(path, body), 403, 'MULTI_SITE_NETWORK_ONLY');
    const unknown = await cast.superAdmin.put(path, { ...body, alsoOn: ['nothing'] });
    expectRefusal(unknown, 404, 'MULTI_SITE_SITE_NOT_FOUND');
    expect(await rolesOn(home.number)).toEqual([]);

    expect((await cast.superAdmin.put(path, body)).status).toBe(200);
    expect(await rolesOn(home.number)).toEqual(['multi-site-editor']);
    expect(await rolesOn(other.number)).toEqual(['multi-site-editor', 'multi-site-viewer']);
  });
});
