import type { IsolationResponse } from '../../../plugins/multi-site/shared/contracts/isolation';
import {
  adminToken,
  createAdminUser,
  createApiToken,
  createEntry,
  createFolder,
  createMedia,
  createStorage,
  createSuperAdmin,
  startApp,
  type App,
  type ApiToken,
  type Storage,
} from '../../harness';
import { expectRefusal } from './lib/answers';
import { registeredSites, storedSites } from './lib/rows';

const ARTICLE = 'api::article.article';
const SCOPED_TABLES = ['articles', 'tags', 'navigations', 'files', 'upload_folders'];
const OUR_TABLES = ['sites', 'site_users', 'site_content', 'multi_site_tokens'];

let storage: Storage;
let app: App;
let article: string;
let editor: { id: number; email: string };
let apiToken: ApiToken;
let answerBefore: string;

beforeAll(async () => {
  storage = await createStorage();
});
afterAll(() => storage.remove());

const start = async (isOn = true) => {
  app = await startApp({ storage, ...(isOn ? {} : { plugins: { 'multi-site': false } }) });
};
const stop = () => app.stop();
const service = (name: string) => app.strapi.plugin('multi-site').service(name);
const settle = async () => {
  while (service('adoption').progress().state !== 'done') {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};
const column = (table: string, name: string): Promise<unknown[]> =>
  app.strapi.db.connection(table).orderBy('id').pluck(name);
const articles = () => app.get('/api/articles?populate=*&sort=slug', { token: apiToken.accessKey });
const superAdmin = async () =>
  app.with({ token: await adminToken(app, 'super@example.test'), site: '*' });

// One installation over five starts; every part stands on the one before.
describe('a project that is in use, before the plugin comes', () => {
  beforeAll(() => start(false));
  afterAll(stop);

  it('has content, media, people and tokens, and no trace of sites', async () => {
    const { strapi } = app;
    await strapi.plugin('i18n').service('locales').create({ code: 'de', name: 'German' });
    const tag = await createEntry(strapi, 'api::tag.tag', { name: 'Tag', slug: 'tag' });
    const folder = await createFolder(strapi, { name: 'Pictures' });
    const file = await createMedia(strapi, { folderId: folder.id });
    const data = { title: 'Old', slug: 'old', tags: [tag.documentId], cover: file.id };
    article = (await createEntry(strapi, ARTICLE, data)).documentId;
    await createEntry(strapi, ARTICLE, { title: 'Draft', slug: 'draft' }, { status: 'draft' });
    await strapi.documents(ARTICLE).update({
      documentId: article,
      locale: 'de',
      data: { title: 'Alt', slug: 'alt' } as never,
      status: 'published',
    });
    await createEntry(strapi, 'api::navigation.navigation', { title: 'Menu' });

    await createSuperAdmin(app);
    editor = await createAdminUser(strapi, {
      email: 'editor@example.test',
      roles: ['strapi-editor', 'strapi-author'],
    });
    await createAdminUser(strapi, { email: 'nobody@example.test', roles: [] });
    apiToken = await createApiToken(strapi, { name: 'Website', type: 'read-only' });

    const answer = await articles();
    expect(answer.status).toBe(200);
    answerBefore = answer.text;
    const tables = await Promise.all(
      OUR_TABLES.map((table) => strapi.db.connection.schema.hasTable(table)),
    );
    expect(tables).toEqual([false, false, false, false]);
  });
});

describe('the first start with the plugin', () => {
  beforeAll(async () => {
    await start();
    await settle();
  });
  afterAll(stop);

  it('makes one site, for every host, in report mode', async () => {
    expect(await service('sites').findMany()).toEqual([
      expect.objectContaining({
        number: 1,
        name: 'Main',
        slug: 'main',
        status: 'live',
        isDefault: true,
        domain: null,
      }),
    ]);
    const { data } = (await (await superAdmin()).get<IsolationResponse>('/multi-site/isolation'))
      .body;
    expect(data).toMatchObject({ mode: 'report', siteCount: 1, adoption: { state: 'done' } });
    expect(data.adoption.done).toBe(data.adoption.total);
    expect(data.adoption.total).toBeGreaterThan(0);
    expect(data.types.filter(({ unassigned }) => unassigned > 0)).toEqual([]);
  });

  it.each(SCOPED_TABLES)('gives it every row of %s', async (table) => {
    const sites = await column(table, 'site_id');
    expect(sites.length).toBeGreaterThan(0);
    expect(new Set(sites)).toEqual(new Set([1]));
  });

  it('enters every document in the registry, once', async () => {
    expect(await registeredSites(app.strapi, ARTICLE, article)).toEqual([1]);
    const uids = (await column('site_content', 'content_type')) as string[];
    const counts = Object.fromEntries(
      uids.map((uid) => [uid, uids.filter((other) => other === uid).length]),
    );
    expect(counts).toEqual({
      [ARTICLE]: 2,
      'api::navigation.navigation': 1,
      'api::tag.tag': 1,
      'plugin::upload.file': 1,
      'plugin::upload.folder': 1,
    });
  });

  it('makes everybody who has roles a member with them, but for the super admin', async () => {
    const rows: { user_id: number; site_id: number; role: string }[] = await app.strapi.db
      .connection('site_users')
      .where({ user_id: editor.id })
      .orderBy('role');
    expect(rows.map(({ site_id, role }) => [site_id, role])).toEqual([
      [1, 'strapi-author'],
      [1, 'strapi-editor'],
    ]);
    expect(await column('site_users', 'user_id')).toHaveLength(2);
  });

  it('binds the tokens that are there', async () => {
    expect(await column('multi_site_tokens', 'token_id')).toEqual(
      expect.arrayContaining([apiToken.id]),
    );
    expect(new Set(await column('multi_site_tokens', 'site_id'))).toEqual(new Set([1]));
  });

  it('changes no answer', async () => {
    const answer = await articles();
    expect(answer.text).toBe(answerBefore);
    expect(answer.headers.vary ?? '').not.toMatch(/x-site/i);
  });

  it('refuses a second site until the mode is changed', async () => {
    const admin = await superAdmin();
    const make = () => admin.post('/multi-site/sites', { name: 'Second', domain: 'second.test' });
    expectRefusal(await make(), 409, 'MULTI_SITE_REPORT_MODE');
    await admin.put('/multi-site/isolation/mode', { mode: 'enforce' });
    expect((await make()).status).toBe(201);

    const client = app.with({ token: await adminToken(app, editor.email) });
    const path = `/content-manager/collection-types/${ARTICLE}`;
    expect((await client.get(path, { site: 'main' })).status).toBe(200);
    expect((await client.get(path, { site: 'second' })).status).toBe(403);
    expect((await articles()).text).toBe(answerBefore);
  });
});

describe('the next start', () => {
  beforeAll(start.bind(null, true));
  afterAll(stop);

  it('finds everything as it was left, and makes nothing twice', async () => {
    expect(await column('sites', 'name')).toEqual(['Main', 'Second']);
    expect(await column('site_content', 'id')).toHaveLength(6);
    expect(await column('site_users', 'user_id')).toHaveLength(2);
    expect(await storedSites(app.strapi, ARTICLE, article)).toEqual([1, 1, 1, 1]);
    expect((await articles()).text).toBe(answerBefore);
  });
});

describe('a start without the plugin', () => {
  beforeAll(() => start(false));
  afterAll(stop);

  it('keeps our tables and columns', async () => {
    expect(await column('sites', 'name')).toEqual(['Main', 'Second']);
    expect(await column('site_content', 'id')).toHaveLength(6);
    expect(await storedSites(app.strapi, ARTICLE, article)).toEqual([1, 1, 1, 1]);
    expect((await app.get('/api/sites')).status).toBe(404);
  });

  it('goes on working, and writes rows of no site', async () => {
    await app.strapi.documents(ARTICLE).publish({ documentId: article });
    await createEntry(app.strapi, 'api::tag.tag', { name: 'Meanwhile', slug: 'meanwhile' });
    expect(await storedSites(app.strapi, ARTICLE, article)).toContain(null);
    expect(await column('tags', 'site_id')).toEqual([1, null]);
  });
});

describe('the start with the plugin again', () => {
  beforeAll(async () => {
    await start();
    await settle();
  });
  afterAll(stop);

  it('gives known documents their site back, and leaves new ones to be assigned', async () => {
    expect(await storedSites(app.strapi, ARTICLE, article)).toEqual([1, 1, 1, 1]);
    expect(await column('tags', 'site_id')).toEqual([1, null]);
    const { data } = (await (await superAdmin()).get<IsolationResponse>('/multi-site/isolation'))
      .body;
    expect(data).toMatchObject({ mode: 'enforce', siteCount: 2 });
    expect(data.types.find(({ uid }) => uid === 'api::tag.tag')).toMatchObject({ unassigned: 1 });
  });

  it('still keeps the sites apart', async () => {
    expect((await articles()).status).toBe(200);
    const admin = await superAdmin();
    const path = `/content-manager/collection-types/${ARTICLE}`;
    const second = await admin.get<{ results: unknown[] }>(path, { site: 'second' });
    expect(second.body.results).toEqual([]);
    expect(
      (await admin.get<{ results: unknown[] }>(path, { site: 'main' })).body.results,
    ).toHaveLength(2);
  });

  it('names the current site in GraphQL', async () => {
    const token = apiToken.accessKey;
    const answer = await app.graphql('{ currentSite { slug name settings } }', {}, { token });
    expect(answer.body).toEqual({
      data: { currentSite: { slug: 'main', name: 'Main', settings: {} } },
    });
    const stranger = await app.graphql('{ currentSite { slug } }');
    expect(stranger.body).toMatchObject({
      data: { currentSite: null },
      errors: [{ message: 'Forbidden access' }],
    });
  });
});
