import { createEntry, createSuperAdmin, grantPublic, startApp, type App } from '../../harness';
import { OWN_PLUGINS } from './own-plugins';

/** One of them on and the others off; none with null. */
const only = (id: string | null) =>
  Object.fromEntries(
    OWN_PLUGINS.filter((other) => other !== id).map((other) => [other, false as const]),
  );

type Router = { type?: string; routes: { method: string; path: string }[] };

describe.each([...OWN_PLUGINS, null])('with %s and no other plugin of the suite', (id) => {
  let app: App;

  beforeAll(async () => {
    app = await startApp({ plugins: only(id) });
  });
  afterAll(() => app.stop());

  it('has only that loaded', () => {
    const loaded = OWN_PLUGINS.filter((other) => other in app.strapi.plugins);
    expect(loaded).toEqual(id ? [id] : []);
  });

  it('delivers content', async () => {
    await createEntry(app.strapi, 'api::article.article', { title: 'Alone', slug: 'alone' });
    await grantPublic(app.strapi, ['api::article.article.find']);
    const answer = await app.get<{ data: { title: string }[] }>('/api/articles');
    expect(answer.status).toBe(200);
    expect(answer.body.data.map(({ title }) => title)).toEqual(['Alone']);
    const query = '{ articles { title } }';
    const nested = await app.graphql<{ data: unknown }>(query);
    expect(nested.body.data).toEqual({ articles: [{ title: 'Alone' }] });
  });

  it('answers in the admin', async () => {
    const admin = await createSuperAdmin(app);
    const list = await admin.get('/content-manager/collection-types/api::article.article');
    expect(list.status).toBe(200);
    const routers = id ? (app.strapi.plugin(id).routes as unknown as Record<string, Router>) : {};
    const pages = Object.values(routers)
      .filter(({ type }) => (type ?? 'admin') === 'admin')
      .flatMap(({ routes }) => routes)
      .filter(({ method, path }) => method === 'GET' && !path.includes(':'));
    const broken: string[] = [];
    for (const { path } of pages) {
      const { status } = await admin.get(`/${id ?? ''}${path}`);
      if (status >= 500) broken.push(`${path}: ${status}`);
    }
    expect(broken).toEqual([]);
  });
});
