import type {
  NetworkDashboardResponse,
  SiteDashboardResponse,
} from '../../../plugins/multi-site/shared/contracts/dashboard';
import {
  createEntry,
  createMedia,
  createSite,
  type App,
  type Cast,
  type TestSite,
} from '../../harness';
import { expectNoPermission, expectRefusal } from './lib/answers';
import { startStage } from './lib/stage';

const ARTICLE = 'api::article.article';
let app: App;
let cast: Cast;
let home: TestSite;
let other: TestSite;

const context = () => app.strapi.plugin('multi-site').service('context');

beforeAll(async () => {
  ({ app, cast, home, other } = await startStage());
  await createEntry(app.strapi, ARTICLE, { title: 'Live', slug: 'live' }, { site: home });
  await createEntry(
    app.strapi,
    ARTICLE,
    { title: 'Draft', slug: 'draft' },
    { site: home, status: 'draft' },
  );
  const edited = await createEntry(
    app.strapi,
    ARTICLE,
    { title: 'Edited', slug: 'edited' },
    { site: home },
  );
  await context().run(home.number, () =>
    app.strapi.documents(ARTICLE).update({
      documentId: edited.documentId,
      data: { title: 'Edited again' } as never,
    }),
  );
  await createEntry(app.strapi, ARTICLE, { title: 'Foreign', slug: 'foreign' }, { site: other });
  await createMedia(app.strapi, { site: home });
  await context().runUnscoped(() =>
    app.strapi
      .documents('api::tag.tag')
      .create({ data: { name: 'Stray', slug: 'stray' } as never }),
  );
});
afterAll(() => app.stop());

describe('GET /multi-site/sites/:id/dashboard', () => {
  const address = () => `/multi-site/sites/${home.documentId}/dashboard`;

  it('counts entries by type and state', async () => {
    const { status, body } = await cast.siteOwner.get<SiteDashboardResponse>(address());
    expect(status).toBe(200);
    const article = body.data.types.find(({ uid }) => uid === ARTICLE);
    expect(article).toEqual({
      uid: ARTICLE,
      name: 'Article',
      drafts: 1,
      published: 2,
      modified: 1,
      total: 3,
    });
    expect(body.data.site).toMatchObject({ files: 1, members: 3, drafts: 1, published: 2 });
    expect(body.data.tokens).toBe(2);
  });

  it('shows recent work of this site only, newest first', async () => {
    const { body } = await cast.siteOwner.get<SiteDashboardResponse>(address());
    expect(body.data.recent.map(({ title }) => title)).toEqual(['Edited again', 'Draft', 'Live']);
    expect(body.data.recent[0]).toMatchObject({ typeName: 'Article', isPublished: true });
    expect(body.data.members.map(({ roles }) => roles[0]).sort()).toEqual([
      'Site editor',
      'Site owner',
      'Site viewer',
    ]);
    expect(body.data.workflow).toBeNull();
    expect(body.data.settings.hosts).toEqual(['home.test']);
  });

  it('is refused for another site like one that does not exist', async () => {
    const foreign = await cast.siteOwner.get(`/multi-site/sites/${other.documentId}/dashboard`);
    expectRefusal(foreign, 404, 'MULTI_SITE_SITE_NOT_FOUND');
    const none = await cast.siteOwner.get('/multi-site/sites/nothing/dashboard');
    expect(foreign.text).toBe(none.text);
  });

  it('is closed to viewers and to strangers', async () => {
    expectNoPermission(await cast.siteViewer.get(address()));
    expect((await cast.anonymous.get(address())).status).toBe(401);
  });
});

describe('GET /multi-site/dashboard', () => {
  const get = () => cast.superAdmin.get<NetworkDashboardResponse>('/multi-site/dashboard');

  it('shows every site with figures, warnings and what belongs to none', async () => {
    const { status, body } = await get();
    expect(status).toBe(200);
    const bySlug = new Map(body.data.sites.map((site) => [site.slug, site]));
    expect(bySlug.get('home')).toMatchObject({
      drafts: 1,
      published: 2,
      modified: 1,
      warnings: [],
    });
    expect(bySlug.get('main')).toMatchObject({ warnings: ['no-content', 'no-members'] });
    expect(body.data.totals).toMatchObject({ sites: 3, published: 3, files: 1 });
    expect(body.data.unassigned).toEqual([{ uid: 'api::tag.tag', name: 'Tag', rows: 1 }]);
  });

  it('is closed to people of one site', async () => {
    const answer = await cast.siteOwner.get('/multi-site/dashboard');
    expectRefusal(answer, 403, 'MULTI_SITE_NETWORK_ONLY');
  });

  it('asks no more queries at thirty sites than at three', async () => {
    const count = async () => {
      let queries = 0;
      const listen = () => {
        queries += 1;
      };
      const service = app.strapi.plugin('multi-site').service('dashboard');
      await service.ofNetwork();
      app.strapi.db.connection.on('start', listen);
      await service.ofNetwork();
      app.strapi.db.connection.removeListener('start', listen);
      return queries;
    };
    const few = await count();
    for (let index = 0; index < 27; index += 1) await createSite(app.strapi, {});
    expect(await count()).toBeLessThanOrEqual(few + 1);
    const startedAt = Date.now();
    expect((await get()).body.data.sites).toHaveLength(30);
    expect(Date.now() - startedAt).toBeLessThan(3000);
  });
});

describe('GET /multi-site/sites/:id/domain-health', () => {
  it('tells which hosts lead nowhere', async () => {
    const answer = await cast.siteOwner.get<{ data: object[] }>(
      `/multi-site/sites/${home.documentId}/domain-health`,
    );
    expect(answer.body.data).toEqual([
      { host: 'home.test', kind: 'domain', state: 'unknown-name' },
    ]);
  });
});
