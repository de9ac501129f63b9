import type { Client } from '../../harness';
import {
  createEntry,
  createSuperAdmin,
  type AdminPersona,
  type App,
  type TestSite,
} from '../../harness';
import { startStage } from './lib/stage';

const ARTICLE = 'api::article.article';
type Token = { id: number; accessKey: string };

let app: App;
let home: TestSite;
let other: TestSite;
let owner: AdminPersona;

beforeAll(async () => {
  ({ app, home, other } = await startStage({
    beforeLoad: (strapi) => void strapi.config.set('server.mcp.enabled', true),
  }));
  await createEntry(app.strapi, ARTICLE, { title: 'Of home', slug: 'own' }, { site: home });
  await createEntry(app.strapi, ARTICLE, { title: 'Of other', slug: 'far' }, { site: other });
  owner = await createSuperAdmin(app, 'owner@mcp.test');
});
afterAll(() => app.stop());

const makeToken = async (name: string): Promise<Token> => {
  const answer = await owner.post<{ data: Token }>('/admin/admin-tokens', {
    name,
    description: '',
    lifespan: null,
    adminPermissions: [
      {
        action: 'plugin::content-manager.explorer.read',
        subject: ARTICLE,
        properties: { fields: ['title', 'slug'], locales: ['en'] },
        conditions: [],
      },
    ],
  });
  expect(answer.status).toBe(201);
  return answer.body.data;
};
const bind = (tokenId: number, site: number | 'network') =>
  app.strapi.plugin('multi-site').service('tokens').bind({ tokenId, site });

/** One question of the protocol; its answer may come as an event stream. */
const ask = async (client: Client, token: Token, method: string, params: object = {}) => {
  const answer = await client.post(
    '/mcp',
    { jsonrpc: '2.0', id: 1, method, params },
    {
      token: token.accessKey,
      headers: { accept: 'application/json, text/event-stream' },
    },
  );
  return answer;
};
const listArticles = async (token: Token, client: Client = app) => {
  const tools = await ask(client, token, 'tools/list');
  const names = [...tools.text.matchAll(/"name":"([^"]*article[^"]*)"/g)].map(([, name]) => name);
  const name = names.find((one) => one?.includes('list') || one?.includes('find'));
  expect({ tools: tools.text.slice(0, 400), found: typeof name }).toMatchObject({
    found: 'string',
  });
  return ask(client, token, 'tools/call', { name, arguments: {} });
};

describe('MCP', () => {
  it('sees the site its token is assigned to, and no other', async () => {
    const token = await makeToken('of home');
    await bind(token.id, home.number);
    const answer = await listArticles(token);
    expect(answer.text).toContain('Of home');
    expect(answer.text).not.toContain('Of other');
  });

  it('cannot be talked into another site', async () => {
    const token = await makeToken('of home, elsewhere');
    await bind(token.id, home.number);
    const answer = await listArticles(token, app.with({ site: other.slug, host: 'other.test' }));
    expect(answer.text).not.toContain('Of other');
  });

  it('refuses a token that has no site', async () => {
    const token = await makeToken('of nobody');
    const answer = await ask(app, token, 'tools/list');
    expect(answer.status).toBe(401);
    expect(answer.text).not.toContain('article');
  });

  it('takes a token of all sites to the one that is asked for', async () => {
    const token = await makeToken('of all');
    await bind(token.id, 'network');
    const answer = await listArticles(token, app.with({ site: other.slug }));
    expect(answer.text).toContain('Of other');
    expect(answer.text).not.toContain('Of home');
  });

  it('ends with the rights of the person behind the token', async () => {
    const token = await makeToken('of somebody who left');
    await bind(token.id, home.number);
    await app.strapi.db
      .query('admin::user')
      .update({ where: { id: owner.user.id }, data: { roles: [] } });
    await app.strapi.plugin('multi-site').service('state').changed();
    expect((await ask(app, token, 'tools/list')).status).toBe(401);
  });
});
