import type { IsolationResponse } from '../../../plugins/multi-site/shared/contracts/isolation';
import type { SwitchResponse } from '../../../plugins/multi-site/shared/contracts/switch';
import {
  createApiToken,
  createEntry,
  createMedia,
  createMember,
  createSuperAdmin,
  createTokenPersona,
  grantPublic,
  startApp,
  type AdminPersona,
  type App,
  type TokenPersona,
} from '../../harness';
import { expectNoPermission, expectRefusal } from './lib/answers';
import { registeredSites, storedSites } from './lib/rows';

const ISOLATION = '/multi-site/isolation';
const TAG = 'api::tag.tag';
let app: App;
let superAdmin: AdminPersona;
let token: TokenPersona;

/** A middleware that looks at content before Strapi knows who asks, as projects have them. */
const early = async (ctx: { path: string; body?: unknown }, next: () => Promise<unknown>) => {
  if (ctx.path !== '/early') return next();
  const count = app.strapi.db.query(TAG).count();
  ctx.body = await count.catch((error: unknown) => (error as { details: unknown }).details);
  return undefined;
};

beforeAll(async () => {
  app = await startApp({ beforeLoad: (strapi) => void strapi.server.use(early as never) });
  superAdmin = await createSuperAdmin(app);
  token = await createTokenPersona(app, { name: 'Everything', type: 'full-access' });
  await grantPublic(app.strapi, [`${TAG}.find`]);
});
afterAll(() => app.stop());

const describeIsolation = async () => {
  const answer = await superAdmin.get<IsolationResponse>(ISOLATION);
  expect(answer.status).toBe(200);
  return answer.body.data;
};
const setMode = (mode: string) => superAdmin.put<IsolationResponse>(`${ISOLATION}/mode`, { mode });
const statusOf = (data: IsolationResponse['data'], uid: string) =>
  data.types.find((type) => type.uid === uid);

// One story: each part starts where the one before it ended.
describe('while there is one site', () => {
  it('says how things are: a new project is closed from the first second site on', async () => {
    const data = await describeIsolation();
    expect(data).toMatchObject({
      mode: 'enforce',
      siteCount: 1,
      adoption: { state: 'done' },
      names: { tablePrefix: '', column: 'site_id', route: '/sites' },
      report: [],
      unscopedWrites: 0,
    });
    expect(statusOf(data, 'api::article.article')).toEqual({
      uid: 'api::article.article',
      name: 'Article',
      table: 'articles',
      scope: 'site',
      rows: 0,
      unassigned: 0,
    });
    const scoped = data.types.map(({ uid, scope }) => `${uid} ${scope}`);
    expect(scoped).toEqual(
      expect.arrayContaining(['plugin::upload.file site', 'plugin::upload.folder site']),
    );
    expect(scoped.join()).not.toMatch(/admin::|i18n|multi-site/);
  });

  it('shows nothing of itself', async () => {
    const { data } = (await superAdmin.get<SwitchResponse>('/multi-site/switch')).body;
    expect(data).toMatchObject({ active: false, sites: [] });
    const answer = await app.get('/api/tags', { host: 'any.test', site: 'nothing' });
    expect(answer.status).toBe(200);
    expect(answer.headers.vary ?? '').not.toMatch(/host|x-site/i);
  });

  it('opens every token, bound or not, and needs no header in the admin', async () => {
    const { accessKey } = await createApiToken(app.strapi, { name: 'New', type: 'read-only' });
    expect((await app.get('/api/tags', { token: accessKey })).status).toBe(200);
    const path = `/content-manager/collection-types/${TAG}`;
    expect((await superAdmin.get(path, { headers: { 'x-site': '' } })).status).toBe(200);
  });

  it('gives what is written its site, so that a second one can come at once', async () => {
    const made = await token.post<{ data: { documentId: string } }>('/api/tags', {
      data: { name: 'By request', slug: 'by-request' },
    });
    const byRequest = made.body.data.documentId;
    const byCode = (await createEntry(app.strapi, TAG, { name: 'By code', slug: 'by-code' }))
      .documentId;
    expect(await storedSites(app.strapi, TAG, byRequest)).toEqual([1]);
    expect(await storedSites(app.strapi, TAG, byCode)).toEqual([1]);
  });
});

describe('in report mode', () => {
  it('is switched on by the super admin, and by nobody else', async () => {
    const editor = await createMember(app, {
      email: 'e@example.test',
      role: 'editor',
      site: undefined,
    });
    expectNoPermission(await editor.put(`${ISOLATION}/mode`, { mode: 'report' }));
    expect((await app.put(`${ISOLATION}/mode`, { mode: 'report' })).status).toBe(401);
    expectRefusal(await setMode('off'), 400, 'INVALID_INPUT');
    const answer = await setMode('report');
    expect(answer.status).toBe(200);
    expect(answer.body.data.mode).toBe('report');
  });

  it('refuses a second site, on every way', async () => {
    const body = { name: 'Second' };
    expectRefusal(await superAdmin.post('/multi-site/sites', body), 409, 'MULTI_SITE_REPORT_MODE');
    expectRefusal(await token.post('/api/sites', body), 409, 'MULTI_SITE_REPORT_MODE');
    expect((await describeIsolation()).siteCount).toBe(1);
  });

  it('lists what would be refused, once each, and lets it pass', async () => {
    await app.get('/early');
    await app.get('/early');
    await app.strapi
      .plugin('multi-site')
      .service('context')
      .run(1, async () => {
        await app.strapi.db.connection.raw('select count(*) from tags');
      });
    const { report } = await describeIsolation();
    expect(report).toContainEqual({
      kind: 'no-site',
      table: 'tags',
      route: 'GET /early',
      origin: expect.anything(),
      count: 2,
      lastSeenAt: expect.stringMatching(/^\d{4}-/),
      suggestion: expect.any(String),
    });
    expect(report).toContainEqual(
      expect.objectContaining({ kind: 'raw-sql', table: 'tags', route: 'outside a request' }),
    );
  });

  it('forgets the list when told so', async () => {
    const answer = await superAdmin.delete<IsolationResponse>(`${ISOLATION}/report`);
    expect(answer.status).toBe(200);
    expect(answer.body.data.report).toEqual([]);
  });
});

describe('the second site', () => {
  it('closes the border, and everything there is belongs to the first', async () => {
    await createMedia(app.strapi);
    await setMode('enforce');
    const made = await superAdmin.post<{ data: { number: number } }>('/multi-site/sites', {
      name: 'Second',
      slug: 'second',
      domain: 'second.test',
    });
    expect(made.status).toBe(201);
    expect(made.body.data.number).toBe(2);

    const data = await describeIsolation();
    expect(data.siteCount).toBe(2);
    expect(data.types.filter((type) => type.unassigned > 0)).toEqual([]);
    expect(statusOf(data, TAG)).toMatchObject({ rows: 2, unassigned: 0 });
    expect(
      await app.strapi.db.connection('site_content').where({ content_type: TAG }).pluck('site_id'),
    ).toEqual([1, 1]);

    const list = await app.get<{ data: unknown[] }>('/api/tags', { host: 'second.test' });
    expect(list.body.data).toEqual([]);
    expect(list.headers.vary).toMatch(/host/i);
  });

  it('binds the tokens that were there to the first, and opens nothing to new ones', async () => {
    expect(
      (await token.get<{ data: unknown[] }>('/api/tags', { host: 'second.test' })).body.data,
    ).toHaveLength(2);
    const { accessKey } = await createApiToken(app.strapi, { name: 'Newer', type: 'full-access' });
    expectRefusal(
      await app.get('/api/tags', { token: accessKey }),
      403,
      'MULTI_SITE_TOKEN_WITHOUT_SITE',
    );
  });

  it('has no way back to report mode', async () => {
    expectRefusal(await setMode('report'), 409, 'MULTI_SITE_ENFORCE_NEEDED');
    expect((await describeIsolation()).mode).toBe('enforce');
    expect((await setMode('enforce')).status).toBe(200);
  });

  it('refuses what reads content before the request has a site', async () => {
    const answer = await app.get('/early');
    expect(answer.body).toEqual({ code: 'MULTI_SITE_NO_SITE_FOR_REQUEST' });
  });
});

describe('content of no site', () => {
  let documentId: string;

  it('is what code outside any site writes: counted, listed and seen by nobody but the network', async () => {
    ({ documentId } = await createEntry(app.strapi, TAG, { name: 'Stray', slug: 'stray' }));
    expect(await storedSites(app.strapi, TAG, documentId)).toEqual([null]);
    expect(await registeredSites(app.strapi, TAG, documentId)).toEqual([]);
    const data = await describeIsolation();
    expect(statusOf(data, TAG)).toMatchObject({ rows: 3, unassigned: 1 });
    expect(data.unscopedWrites).toBeGreaterThan(0);
    expect(data.report).toContainEqual(
      expect.objectContaining({ kind: 'unscoped-write', table: 'tags' }),
    );

    expect((await app.get('/api/tags', { host: 'second.test' })).text).not.toContain('Stray');
    expect((await app.get('/api/tags')).text).not.toContain('Stray');
    const path = `/content-manager/collection-types/${TAG}`;
    expect((await superAdmin.get(path)).text).toContain('Stray');
  });

  it('is given to a site by the super admin', async () => {
    const assign = (site: string) =>
      superAdmin.post<IsolationResponse>(`${ISOLATION}/assign-unassigned`, { site });
    expectRefusal(await assign('second'), 404, 'MULTI_SITE_SITE_NOT_FOUND');
    expectRefusal(await assign(''), 400, 'INVALID_INPUT');

    const sites = await superAdmin.get<{ data: { id: string }[] }>('/multi-site/sites?q=second');
    const answer = await assign(sites.body.data[0]?.id ?? '');
    expect(statusOf(answer.body.data, TAG)).toMatchObject({ unassigned: 0 });
    expect(await storedSites(app.strapi, TAG, documentId)).toEqual([2]);
    expect(await registeredSites(app.strapi, TAG, documentId)).toEqual([2]);
    expect((await app.get('/api/tags', { host: 'second.test' })).text).toContain('Stray');
  });
});
