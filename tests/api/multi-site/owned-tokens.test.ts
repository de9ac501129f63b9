import { createMember, createSuperAdmin, type App, type Cast, type TestSite } from '../../harness';
import { startStage } from './lib/stage';

const LIST = '/content-manager/collection-types/api::article.article';
type Token = { id: number; accessKey: string };

let app: App;
let cast: Cast;
let home: TestSite;
let other: TestSite;

beforeAll(async () => {
  ({ app, cast, home, other } = await startStage());
});
afterAll(() => app.stop());

const tokens = () => app.strapi.plugin('multi-site').service('tokens');
const members = () => app.strapi.plugin('multi-site').service('members');

const makeToken = async (client: Cast['superAdmin'], name: string): Promise<Token> => {
  const permission = {
    action: 'plugin::content-manager.explorer.read',
    subject: 'api::article.article',
    properties: { fields: ['title', 'slug'], locales: ['en'] },
    conditions: [],
  };
  const answer = await client.post<{ data: Token }>('/admin/admin-tokens', {
    name,
    description: '',
    lifespan: null,
    adminPermissions: [permission],
  });
  expect({ status: answer.status, text: answer.status === 201 ? '' : answer.text }).toEqual({
    status: 201,
    text: '',
  });
  return answer.body.data;
};

/** A super admin no more: from now on a member of some sites, or of none. */
const demote = async (userId: number) => {
  await app.strapi.db.query('admin::user').update({ where: { id: userId }, data: { roles: [] } });
  await app.strapi.plugin('multi-site').service('state').changed();
};

describe('a token that acts for a person', () => {
  it('opens its site while the person may, and no longer', async () => {
    const owner = await createSuperAdmin(app, 'owner@tokens.test');
    const token = await makeToken(owner, 'owned');
    await tokens().bind({ tokenId: token.id, site: home.number });
    const ask = () => app.get(LIST, { token: token.accessKey });
    expect((await ask()).status).toBe(200);

    await demote(owner.user.id);
    await members().add({ site: other.number, userId: owner.user.id, role: 'multi-site-editor' });
    const refused = await ask();
    expect(refused.status).toBe(403);
    expect(refused.text).not.toContain('"results"');
  });

  it('sees all sites only while the person does', async () => {
    const owner = await createSuperAdmin(app, 'network@tokens.test');
    const token = await makeToken(owner, 'owned network');
    await tokens().bind({ tokenId: token.id, site: 'network' });
    const ask = () => app.get(LIST, { token: token.accessKey, site: '*' });
    expect((await ask()).status).toBe(200);
    await demote(owner.user.id);
    expect((await ask()).status).toBe(403);
  });

  it('of somebody else stays what it was', async () => {
    const member = await createMember(app, { email: 'm@tokens.test', role: 'editor', site: home });
    await members().remove({ site: home.number, userId: member.user.id });
    expect((await cast.fullToken.get('/api/articles')).status).toBe(200);
    expect((await member.get(LIST)).status).toBe(403);
  });
});
