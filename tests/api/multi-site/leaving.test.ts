import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {
  createEntry,
  createSite,
  createStorage,
  grantPublic,
  startApp,
  type App,
} from '../../harness';

const ARTICLE = 'api::article.article';

describe('taking the plugin out for good', () => {
  const storage = createStorage();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'suite-leaving-'));
  let app: App;

  afterAll(async () => {
    await app.stop();
    await (await storage).remove();
    fs.rmSync(folder, { recursive: true, force: true });
  });

  it('needs the words, and does nothing without them', async () => {
    app = await startApp({ storage: await storage });
    for (const slug of ['one', 'two']) {
      const site = await createSite(app.strapi, { slug });
      await createEntry(app.strapi, ARTICLE, { title: `Of ${slug}`, slug }, { site });
    }
    await grantPublic(app.strapi, [`${ARTICLE}.find`]);
    const leaving = app.strapi.plugin('multi-site').service('leaving');
    await expect(leaving.leave({ folder, words: 'yes' })).rejects.toThrow('Nothing was removed');
    expect(fs.readdirSync(folder)).toEqual([]);
    expect((await app.get('/api/articles', { host: 'one.test' })).text).toContain('Of one');
  });

  it('writes every site to a file and drops tables and columns', async () => {
    const leaving = app.strapi.plugin('multi-site').service('leaving');
    const plan = await leaving.plan();
    expect(plan.tables).toContain('sites');
    expect(plan.columns).toContain('articles.site_id');
    expect(plan.columns).toContainEqual(expect.stringMatching(/^articles\.ms_key_/));
    const files: string[] = await leaving.leave({ folder, words: 'remove multi-site' });
    expect(files).toHaveLength(3);
    expect(fs.readFileSync(files[1] ?? '', 'utf8')).toContain('Of one');
    // A new one each time: knex's schema builder collects what it is asked.
    const schema = () => app.strapi.db.connection.schema;
    expect(await schema().hasTable('sites')).toBe(false);
    expect(await schema().hasColumn('articles', 'site_id')).toBe(false);
    await app.stop();
  });

  it('leaves an app that starts without it and has everything', async () => {
    const plugins = { 'multi-site': false } as const;
    app = await startApp({ storage: await storage, plugins });
    const answer = await app.get<{ data: { title: string }[] }>('/api/articles?sort=title');
    expect(answer.body.data.map(({ title }) => title)).toEqual(['Of one', 'Of two']);
    expect(await app.strapi.db.connection.schema.hasTable('sites')).toBe(false);
  });
});
