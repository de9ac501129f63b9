import {
  createEntry,
  grantPublic,
  startApp,
  type Answer,
  type App,
  type Cast,
  type TestSite,
} from '../../harness';
import { startStage } from './lib/stage';

const TAG = 'api::tag.tag';
type Tags = { data: { name: string }[] };

describe('a start with options', () => {
  let app: App;
  let cast: Cast;
  let home: TestSite;
  let other: TestSite;

  beforeAll(async () => {
    const config = { names: 'prefixed', unscopedWrites: 'allow', stateMaxAgeMs: 0 };
    ({ app, cast, home, other } = await startStage({
      env: { IS_PROXIED: 'true' },
      plugins: { 'multi-site': { config } },
    }));
    await app.strapi
      .plugin('multi-site')
      .service('sites')
      .update(other.documentId, { pathPrefix: '/other' });
    for (const site of [home, other]) {
      await createEntry(app.strapi, TAG, { name: site.name, slug: site.slug }, { site });
    }
    await grantPublic(app.strapi, [`${TAG}.find`]);
  });
  afterAll(() => app.stop());

  const names = (answer: Answer<Tags>) => answer.body.data.map(({ name }) => name);

  describe('names: prefixed', () => {
    it('takes no short name of a table', async () => {
      const tables = ['sites', 'site_users', 'site_content'];
      const found: [boolean, boolean][] = [];
      for (const table of tables) {
        const has = async (name: string) => app.strapi.db.connection.schema.hasTable(name);
        found.push([await has(table), await has(`multi_site_${table}`)]);
      }
      expect(found).toEqual(tables.map(() => [false, true]));
    });

    it('keeps the site of a row in the longer column', async () => {
      const rows: { multi_site_id: number }[] = await app.strapi.db
        .connection('tags')
        .orderBy('id');
      expect(rows.map((row) => row.multi_site_id)).toEqual([home.number, other.number]);
      expect(rows[0]).not.toHaveProperty('site_id');
    });

    it('answers at the longer path, and leaves the short one to the app', async () => {
      expect((await cast.networkToken.get('/api/multi-site/sites')).status).toBe(200);
      expect((await cast.networkToken.get('/api/sites')).status).toBe(404);
    });

    it('keeps sites apart all the same', async () => {
      expect(names(await cast.readToken.get<Tags>('/api/tags'))).toEqual(['Home']);
      expect(names(await cast.otherToken.get<Tags>('/api/tags'))).toEqual(['Other']);
    });
  });

  describe('behind a proxy', () => {
    const at = (headers: Record<string, string>) =>
      app.get<Tags>('/api/tags', { host: 'proxy.internal', headers });

    it.each([
      ['the host the proxy was asked for', { 'x-forwarded-host': 'home.test' }, ['Home']],
      ['the first of several', { 'x-forwarded-host': 'home.test, proxy.internal' }, ['Home']],
      ['the path prefix the proxy cut off', { 'x-forwarded-prefix': '/other' }, ['Other']],
      ['what is below a path prefix', { 'x-forwarded-prefix': '/other/news' }, ['Other']],
      [
        'the host before the prefix',
        { 'x-forwarded-host': 'home.test', 'x-forwarded-prefix': '/other' },
        ['Home'],
      ],
      ['neither, for the default site', {}, []],
    ])('a site is found by %s', async (_what, headers, expected) => {
      expect(names(await at(headers))).toEqual(expected);
    });
  });

  describe('unscopedWrites: allow', () => {
    it('writes new content of no site without a word', async () => {
      const plugin = app.strapi.plugin('multi-site');
      await app.strapi.db.query(TAG).create({ data: { name: 'Stray', slug: 'stray' } });
      const rows = await app.strapi.db.connection('tags').where({ name: 'Stray' });
      expect(rows).toMatchObject([{ multi_site_id: null }]);
      expect(plugin.service('report').list()).toEqual([]);
    });
  });

  it('lets a front-end user see the site of the host, as any visitor', async () => {
    const user = { username: 'reader', email: 'reader@example.test', password: 'Test-Password-1' };
    const users = app.strapi.plugin('users-permissions').service('user');
    const roles = app.strapi.db.query('plugin::users-permissions.role');
    const role = await roles.findOne({ where: { type: 'authenticated' } });
    await users.add({ ...user, provider: 'local', confirmed: true, role: role.id });
    const permissions = app.strapi.db.query('plugin::users-permissions.permission');
    await permissions.create({ data: { action: `${TAG}.find`, role: role.id } });

    const login = { identifier: user.email, password: user.password };
    const session = await app.post<{ jwt: string }>('/api/auth/local', login);
    expect(session.status).toBe(200);
    const reader = app.with({ token: session.body.jwt });
    expect(names(await reader.get<Tags>('/api/tags', { host: 'home.test' }))).toEqual(['Home']);
    expect(
      names(await reader.get<Tags>('/api/tags', { host: 'home.test', site: 'other' })),
    ).toEqual(['Home']);
  });
});

describe('a wrong option', () => {
  it.each([
    ['unscopedWrites', 'sometimes'],
    ['stateMaxAgeMs', -1],
    ['adoptionBatchSize', 10],
    ['names', 'short'],
  ])('stops the start and is named: %s', async (option, value) => {
    const plugins = { 'multi-site': { config: { [option]: value } } };
    await expect(startApp({ plugins })).rejects.toThrow(
      `[multi-site] Wrong option "${option}" in config/plugins`,
    );
  });

  it('stops the start when nobody knows it', async () => {
    const plugins = { 'multi-site': { config: { unscopedWrite: 'warn' } } };
    await expect(startApp({ plugins })).rejects.toThrow('unscopedWrite');
  });
});
