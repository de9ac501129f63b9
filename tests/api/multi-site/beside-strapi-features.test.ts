import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createEntry, createStorage, grantPublic, startApp, type App } from '../../harness';
import { startStage, type Stage } from './lib/stage';
import { carry, transferParts } from './lib/transfer';

const ARTICLE = 'api::article.article';

/** What Strapi offers beside content types, with several sites: see Limits in the readme. */
describe('features of Strapi beside several sites', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await startStage();
    const { app, home, other } = stage;
    await createEntry(app.strapi, ARTICLE, { title: 'Of home', slug: 'own' }, { site: home });
    await createEntry(app.strapi, ARTICLE, { title: 'Of other', slug: 'far' }, { site: other });
  });
  afterAll(() => stage.app.stop());

  it.each([
    ['releases', '/content-releases/'],
    ['content history', `/content-manager/history-versions?contentType=${ARTICLE}`],
    ['review workflows', '/review-workflows/workflows'],
    ['the audit log', '/admin/audit-logs'],
  ])('%s: without a licence it is not there, and nothing breaks', async (_, address) => {
    const answer = await stage.cast.siteOwner.get(address);
    expect([403, 404, 405]).toContain(answer.status);
    expect(answer.text).not.toMatch(/Of (home|other)/);
    expect((await stage.cast.fullToken.get('/api/articles')).status).toBe(200);
  });

  it('front-end users are one list, and what they read is the site’s', async () => {
    const { app, cast, home, other } = stage;
    const role = await app.strapi.db
      .query('plugin::users-permissions.role')
      .findOne({ where: { type: 'authenticated' } });
    await app.strapi.db
      .query('plugin::users-permissions.permission')
      .create({ data: { action: `${ARTICLE}.find`, role: role.id } });
    const user = await app.strapi.plugin('users-permissions').service('user').add({
      username: 'visitor',
      email: 'visitor@example.test',
      password: 'visitor-password',
      provider: 'local',
      confirmed: true,
      role: role.id,
    });
    const login = (site: string) =>
      app.post<{ jwt: string }>(
        '/api/auth/local',
        { identifier: 'visitor', password: 'visitor-password' },
        { host: `${site}.test` },
      );
    // The same account opens both sites: that is the limit.
    for (const [site, title] of [
      [home.slug, 'Of home'],
      [other.slug, 'Of other'],
    ] as const) {
      const { jwt } = (await login(site)).body;
      const answer = await app.get<{ data: { title: string }[] }>('/api/articles', {
        token: jwt,
        host: `${site}.test`,
      });
      expect(answer.body.data.map((one) => one.title)).toEqual([title]);
    }
    // Nobody who runs one site sees the list of all of them.
    const list = await cast.siteOwner.get(
      '/content-manager/collection-types/plugin::users-permissions.user',
    );
    expect(list.status).toBe(403);
    expect(list.text).not.toContain(user.email);
  });

  it('languages are one list: who runs one site reads it and changes nothing', async () => {
    const { cast } = stage;
    const list = await cast.siteOwner.get('/i18n/locales');
    expect(list.status).toBe(200);
    const added = await cast.siteOwner.post('/i18n/locales', {
      code: 'fr',
      name: 'French',
      isDefault: false,
    });
    expect(added.status).toBe(403);
  });
});

const titlesOn = async (app: App, host: string) => {
  const answer = await app.get<{ data: { title: string }[] }>('/api/articles?sort=title', { host });
  return answer.body.data.map(({ title }) => title);
};

const waitUntil = async (isTrue: () => Promise<boolean>) => {
  const until = Date.now() + 20_000;
  while (!(await isTrue())) {
    if (Date.now() > until) throw new Error('It did not come to be.');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};

describe('sites that travel', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'suite-travel-'));
  const from = createStorage();
  const file = path.join(folder, 'sites');
  let source: App;
  let target: App | undefined;
  let removeTarget: (() => Promise<void>) | undefined;

  const fill = async () => {
    const stage = await startStage({ storage: await from });
    const { app, home, other } = stage;
    await createEntry(app.strapi, ARTICLE, { title: 'Of home', slug: 'own' }, { site: home });
    await createEntry(app.strapi, ARTICLE, { title: 'Of other', slug: 'far' }, { site: other });
    await grantPublic(app.strapi, [`${ARTICLE}.find`]);
    return app;
  };
  afterAll(async () => {
    await target?.stop();
    await removeTarget?.();
    await (await from).remove();
    fs.rmSync(folder, { recursive: true, force: true });
  });

  it('are in what is exported, all of them', async () => {
    source = await fill();
    const { strapi, file: files } = transferParts();
    // Commands run without a request, and so outside any site.
    await carry(
      strapi.providers.createLocalStrapiSourceProvider({
        getStrapi: () => source.strapi,
        autoDestroy: false,
      }),
      files.providers.createLocalFileDestinationProvider({
        file: { path: file },
        encryption: { enabled: false },
        compression: { enabled: false },
      }),
    );
    const exported = fs.readFileSync(`${file}.tar`, 'utf8');
    expect(exported).toContain('Of home');
    expect(exported).toContain('Of other');
    await source.stop();
  });

  it('are apart again at the first start after an import', async () => {
    const storage = await createStorage();
    removeTarget = storage.remove;
    const empty = await startApp({ storage });
    const { strapi, file: files } = transferParts();
    await carry(
      files.providers.createLocalFileSourceProvider({
        file: { path: `${file}.tar` },
        encryption: { enabled: false },
        compression: { enabled: false },
      }),
      strapi.providers.createLocalStrapiDestinationProvider({
        getStrapi: () => empty.strapi,
        autoDestroy: false,
        strategy: 'restore',
        restore: { entities: { exclude: [] }, assets: true },
      }),
    );
    // The running server knows the sites at once.
    await waitUntil(async () => (await titlesOn(empty, 'home.test')).length > 0);
    expect(await titlesOn(empty, 'home.test')).toEqual(['Of home']);
    await empty.stop();
    target = await startApp({ storage });
    expect(await titlesOn(target, 'home.test')).toEqual(['Of home']);
    expect(await titlesOn(target, 'other.test')).toEqual(['Of other']);
  });
});
