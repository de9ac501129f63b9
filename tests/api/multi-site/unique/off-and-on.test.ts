import type { IsolationResponse } from '../../../../plugins/multi-site/shared/contracts/isolation';
import {
  createSite,
  createStorage,
  createSuperAdmin,
  createTokenPersona,
  startApp,
  type AdminPersona,
  type App,
  type Storage,
  type TestSite,
  type TokenPersona,
} from '../../../harness';
import { ARTICLE, expectTaken, keysOf, on, refusal, rowsWith, TAG, TAKEN } from './lib';

let storage: Storage;
let app: App;
let superAdmin: AdminPersona;
let main: TestSite;

const start = async (multiSite = true) => {
  app = await startApp({ storage, ...(multiSite ? {} : { plugins: { 'multi-site': false } }) });
};
const stop = () => app.stop();
const service = (name: string) => app.strapi.plugin('multi-site').service(name);
const tags = () => on(app.strapi, main, TAG);
/** Past Strapi’s own check, as two writers at the same time come past it. */
const writePast = (slug: string) =>
  app.strapi.db
    .query(TAG)
    .create({ data: { name: 'Twin', slug, publishedAt: new Date() } as never });
const tagsWith = (slug: string) => rowsWith(app.strapi, TAG, { slug });
const keys = async (slug: string) =>
  (await tagsWith(slug)).map((row) => Object.values(keysOf(row))[0]);
const A_KEY = expect.stringMatching(/^[0-9a-f]{32}$/) as unknown;

beforeAll(async () => {
  storage = await createStorage();
});
afterAll(() => storage.remove());

describe('while there is one site', () => {
  beforeAll(async () => {
    await start();
    superAdmin = await createSuperAdmin(app);
    const [first] = await service('sites').findMany();
    main = { ...first, documentId: first.id, domain: '' };
  });

  it('nothing is refused that Strapi writes, and nothing is kept', async () => {
    await writePast('twin');
    await writePast('twin');
    await writePast('single');
    expect(await keys('twin')).toEqual([null, null]);
    expect(await keys('single')).toEqual([null]);
  });

  it('the second site is made in spite of what occurs twice, which is told', async () => {
    const warnings: string[] = [];
    const { warn } = app.strapi.log;
    app.strapi.log.warn = ((text: string) => warnings.push(text)) as never;
    await createSite(app.strapi, { name: 'Second', slug: 'second' });
    app.strapi.log.warn = warn;
    expect(warnings.filter((text) => text.includes('occur more than once'))).toEqual([
      expect.stringContaining('api::tag.tag.slug (1)'),
    ]);
    const { body } = await superAdmin.get<IsolationResponse>('/multi-site/isolation');
    expect(body.data.duplicates).toEqual([{ uid: TAG, name: 'Tag', field: 'slug', values: 1 }]);
  });
});

describe('with a second site', () => {
  let token: TokenPersona;
  beforeAll(async () => {
    token = await createTokenPersona(app, { name: 'Main', type: 'full-access', site: main });
  });
  afterAll(stop);

  it('what occurs twice stays, and a third one is refused', async () => {
    expect(await tagsWith('twin')).toHaveLength(2);
    const post = (slug: string) => token.post('/api/tags', { data: { name: 'New', slug } });
    expectTaken(await post('twin'), 'slug', 'twin');
    expectTaken(await post('single'), 'slug', 'single');
    expect(await tagsWith('twin')).toHaveLength(2);
  });

  it('one of them can be changed, and becomes free or taken like any other', async () => {
    const [first, second] = await tagsWith('twin');
    await tags().update(String(first?.document_id), { slug: 'no-twin' });
    expect(await keys('no-twin')).toEqual([A_KEY]);
    expect(await refusal(tags().create({ name: 'N', slug: 'twin' }))).toBe(TAKEN);
    await tags().remove(String(second?.document_id));
    expect(await refusal(tags().create({ name: 'N', slug: 'twin' }))).toBe('written');
  });

  it('what is written from now on has its key', async () => {
    await tags().create({ name: 'K', slug: 'edited-later' });
    await on(app.strapi, main, ARTICLE).create({ title: 'K', slug: 'published-later' });
    expect(await keys('edited-later')).toEqual([A_KEY]);
  });
});

describe('a start without the plugin', () => {
  beforeAll(() => start(false));
  afterAll(stop);

  it('keeps the keys, and refuses nothing by them', async () => {
    const documents = app.strapi.documents(TAG);
    const [row] = await tagsWith('edited-later');
    const documentId = String(row?.document_id);
    await documents.update({ documentId, data: { slug: 'edited' } });
    expect(await keys('edited')).toEqual([A_KEY]);
    const again = documents.create({ data: { name: 'Off', slug: 'edited-later' } as never });
    expect(await refusal(again)).toBe('written');
    await documents.delete({ documentId: (await again).documentId });

    const [article] = await rowsWith(app.strapi, ARTICLE, { slug: 'published-later' });
    await app.strapi.documents(ARTICLE).publish({ documentId: String(article?.document_id) });
  });
});

describe('the start with the plugin again', () => {
  beforeAll(() => start());
  afterAll(stop);

  it('a value that was given up meanwhile is free at once', async () => {
    expect(await refusal(tags().create({ name: 'On', slug: 'edited-later' }))).toBe('written');
    expect(await keys('edited-later')).toEqual([A_KEY]);
    expect(await keys('edited')).toEqual([null]);
  });

  it('a value that was written meanwhile is taken', async () => {
    expect(await refusal(tags().create({ name: 'On', slug: 'edited' }))).toBe(TAKEN);
    const articles = on(app.strapi, main, ARTICLE);
    expect(await refusal(articles.create({ title: 'On', slug: 'published-later' }))).toBe(TAKEN);
  });

  it('and when the plugin leaves, its columns are gone', async () => {
    const folder = `${storage.publicDir}/left`;
    await service('leaving').leave({ folder, words: 'remove multi-site' });
    for (const table of ['tags', 'articles']) {
      const columns = Object.keys(await app.strapi.db.connection(table).columnInfo());
      expect(columns.filter((name) => /^ms_|^site_id/.test(name))).toEqual([]);
    }
    expect(await tagsWith('edited')).toHaveLength(1);
  });
});
