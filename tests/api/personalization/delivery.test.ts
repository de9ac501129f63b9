import { createEntry } from '../../harness';
import { EVERYONE, startStage, when, type Stage } from './lib/stage';

type List = {
  data: { documentId: string; title: string }[];
  meta: { pagination: { total: number } };
};
type One = { data: { id: string } };
const UID = 'api::article.article';

let stage: Stage;
const articles: Record<string, string> = {};

beforeAll(async () => {
  stage = await startStage();
  const { app, home } = stage;
  const tag = await createEntry(
    app.strapi,
    'api::tag.tag',
    { name: 'Boats', slug: 'boats' },
    { site: home },
  );
  for (const name of ['a', 'b', 'c', 'd', 'e']) {
    const tags = name === 'd' ? [tag.documentId] : [];
    const entry = await createEntry(
      app.strapi,
      UID,
      { title: name, slug: name, tags },
      { site: home },
    );
    articles[name] = entry.documentId;
  }
});
afterAll(() => stage.app.stop());

const admin = () => stage.cast.superAdmin.with({ site: stage.home.slug });
const visitor = (headers: Record<string, string> = {}) =>
  stage.app.with({ host: stage.home.domain, headers });
const titles = async (query = '', headers: Record<string, string> = {}) => {
  const answer = await visitor(headers).get<List>(`/api/articles?sort=title${query}`);
  expect(answer.status).toBe(200);
  return answer.body.data.map(({ title }) => title).join('');
};
const ids: string[] = [];
const makeRule = async (given: object) => {
  const body = { name: 'Rule', tree: EVERYONE, ...given };
  const made = await admin().post<One>('/personalization/rules', body);
  expect(made.status).toBe(201);
  const { id } = made.body.data;
  ids.push(id);
  const active = await admin().post(`/personalization/rules/${id}/state`, { state: 'active' });
  expect(active.status).toBe(200);
  return id;
};
const doc = (name: string) => articles[name] ?? '';
const graphql = async (headers: Record<string, string> = {}) => {
  const answer = await visitor(headers).graphql<{ data: { articles: { title: string }[] } }>(
    '{ articles(sort: "title") { title } }',
  );
  return answer.body.data.articles.map(({ title }) => title).join('');
};

afterEach(async () => {
  for (const id of ids.splice(0)) await admin().delete(`/personalization/rules/${id}`);
});

const MOBILE = { 'user-agent': 'Mozilla/5.0 (iPhone) Mobile/15E148' };
const DESKTOP = { 'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Firefox/130' };

it('adds nothing to answers that no rule touches', async () => {
  const answer = await visitor().get<List>('/api/articles');
  expect(answer.headers['x-p13n-key']).toBeUndefined();
  expect(answer.headers['cache-control']).toBeUndefined();
});

describe('lists, by REST and GraphQL alike', () => {
  it('hide', async () => {
    await makeRule({
      tree: when('device', '=', 'mobile'),
      actions: [{ type: 'hide', uid: UID, documentId: doc('b') }],
    });
    expect([await titles('', MOBILE), await graphql(MOBILE)]).toEqual(['acde', 'acde']);
    expect([await titles('', DESKTOP), await graphql(DESKTOP)]).toEqual(['abcde', 'abcde']);
    const { body } = await visitor(MOBILE).get<List>('/api/articles');
    expect(body.meta.pagination.total).toBe(4);
  });

  it('pin, with pages that fit together', async () => {
    await makeRule({ actions: [{ type: 'pin', uid: UID, documentId: doc('e') }] });
    const page = (n: number) => titles(`&pagination[page]=${n}&pagination[pageSize]=2`);
    expect([await page(1), await page(2), await page(3)]).toEqual(['ea', 'bc', 'd']);
    expect(await graphql()).toBe('eabcd');
  });

  it('pin nothing that the caller did not ask for', async () => {
    await makeRule({ actions: [{ type: 'pin', uid: UID, documentId: doc('e') }] });
    expect(await titles('&filters[title][$in][0]=a&filters[title][$in][1]=b')).toBe('ab');
  });

  it('boost and bury by a relation or an attribute', async () => {
    await makeRule({
      actions: [
        { type: 'boost', uid: UID, attribute: 'tags', value: 'boats' },
        { type: 'bury', uid: UID, attribute: 'title', value: 'a' },
      ],
    });
    expect([await titles(), await graphql()]).toEqual(['dbcea', 'dbcea']);
  });

  it('leave other sites, drafts of rules and ended schedules alone', async () => {
    const made = await admin().post<One>('/personalization/rules', {
      name: 'Draft',
      tree: EVERYONE,
      actions: [{ type: 'hide', uid: UID, documentId: doc('a') }],
    });
    ids.push(made.body.data.id);
    await makeRule({
      schedule: { from: null, to: '2020-01-01T00:00:00Z' },
      actions: [{ type: 'hide', uid: UID, documentId: doc('b') }],
    });
    expect(await titles()).toBe('abcde');
  });

  it('are plain on request', async () => {
    await makeRule({ actions: [{ type: 'hide', uid: UID, documentId: doc('a') }] });
    expect(await titles('&personalize=false')).toBe('abcde');
    expect(await titles('&personalize=country:DE')).toBe('bcde');
  });

  it('take facts that the front end passes on', async () => {
    await makeRule({
      tree: when('country', '=', 'DE'),
      actions: [{ type: 'hide', uid: UID, documentId: doc('a') }],
    });
    expect(await titles('&personalize=country:DE')).toBe('bcde');
    expect(await titles('&personalize=country:FR')).toBe('abcde');
  });

  it('are never changed for mutations or the admin', async () => {
    await makeRule({ actions: [{ type: 'hide', uid: UID, documentId: doc('a') }] });
    const list = await stage.cast.superAdmin.get<{ results: unknown[] }>(
      `/content-manager/collection-types/${UID}`,
      { site: stage.home.slug },
    );
    expect(list.body.results).toHaveLength(5);
  });
});

describe('caching', () => {
  const rule = () =>
    makeRule({
      tree: when('device', '=', 'mobile'),
      actions: [{ type: 'hide', uid: UID, documentId: doc('b') }],
    });

  it('is private as long as the request does not name its key', async () => {
    await rule();
    const { headers } = await visitor(MOBILE).get('/api/articles');
    expect(headers['cache-control']).toBe('private, no-store');
    expect(headers.vary).toContain('X-P13n-Key');
  });

  it('is shared for requests that name the right key, and only for them', async () => {
    await rule();
    const key = async (headers: Record<string, string>) => {
      const answer = await visitor(headers).get<{
        data: { key: string; isCacheable: boolean; keys: number };
      }>(`/api/personalization/key?uid=${UID}`);
      expect(answer.status).toBe(200);
      expect(answer.body.data).toMatchObject({ isCacheable: true, keys: 2 });
      return answer.body.data.key;
    };
    const mobile = await key(MOBILE);
    expect(await key(DESKTOP)).not.toBe(mobile);
    const right = await visitor({ ...MOBILE, 'X-P13n-Key': mobile }).get('/api/articles');
    expect(right.headers['cache-control']).toBe('public, max-age=0, s-maxage=60');
    const wrong = await visitor({ ...DESKTOP, 'X-P13n-Key': mobile }).get('/api/articles');
    expect(wrong.headers['cache-control']).toBe('private, no-store');
  });

  it('is never shared for what depends on one visitor', async () => {
    await makeRule({
      tree: when('visits', '<', 5),
      actions: [{ type: 'hide', uid: UID, documentId: doc('b') }],
    });
    const first = await visitor().get('/api/articles');
    const again = await visitor({ 'X-P13n-Key': String(first.headers['x-p13n-key']) }).get(
      '/api/articles',
    );
    expect(again.headers['cache-control']).toBe('private, no-store');
  });
});

describe('resolve', () => {
  it('says audiences and attributes, and follows priority', async () => {
    await admin().post('/personalization/audiences', {
      name: 'On the phone',
      tree: when('device', '=', 'mobile'),
    });
    await makeRule({
      audiences: ['on-the-phone'],
      actions: [{ type: 'setAttribute', name: 'teaser', value: 'short' }],
    });
    await makeRule({ actions: [{ type: 'setAttribute', name: 'teaser', value: 'long' }] });
    const ask = async (headers: Record<string, string>) =>
      (await visitor(headers).get('/api/personalization/resolve')).body;
    expect(await ask(MOBILE)).toMatchObject({
      data: { audiences: ['on-the-phone'], attributes: { teaser: 'short' } },
    });
    expect(await ask(DESKTOP)).toMatchObject({
      data: { audiences: [], attributes: { teaser: 'long' } },
    });
  });

  it('names its audiences to neighbours', async () => {
    const list = await stage.app.strapi
      .plugin('multi-site')
      .service('context')
      .run(stage.home.number, () => stage.service('audience').list());
    expect(list).toEqual([{ key: 'on-the-phone', name: 'On the phone' }]);
  });

  it('is closed until it is granted', async () => {
    const { strapi } = stage.app;
    const permissions = strapi.db.query('plugin::users-permissions.permission');
    const action = 'plugin::personalization.public.resolve';
    const [row] = await permissions.findMany({ where: { action }, populate: ['role'] });
    await permissions.delete({ where: { id: row.id } });
    expect((await visitor().get('/api/personalization/resolve')).status).toBe(403);
    await permissions.create({ data: { action, role: row.role.id } });
  });
});

describe('preview', () => {
  it('shows a draft of a rule to whoever has the link, uncached', async () => {
    const made = await admin().post<One>('/personalization/rules', {
      name: 'Draft',
      tree: when('device', '=', 'mobile'),
      actions: [{ type: 'hide', uid: UID, documentId: doc('a') }],
    });
    ids.push(made.body.data.id);
    await makeRule({
      tree: when('country', '=', 'XX'),
      actions: [{ type: 'hide', uid: UID, documentId: doc('c') }],
    });
    const link = await admin().post<{ data: { token: string } }>('/personalization/preview', {
      rule: made.body.data.id,
      facts: { device: 'mobile' },
    });
    const query = `&personalizePreview=${link.body.data.token}`;
    expect(await titles(query, DESKTOP)).toBe('bcde');
    const forged = await visitor().get(`/api/articles?personalizePreview=${link.body.data.token}x`);
    expect(forged.status).toBe(403);
  });
});

describe('a visitor and what is stored', () => {
  type Token = { data: { id: string; token: string } };
  const newVisitor = async () =>
    (await visitor().post<Token>('/api/personalization/visitor')).body.data;

  it('reads decoration with the bare id, everything else with proof', async () => {
    const { id, token } = await newVisitor();
    const bare = { 'X-Visitor-Id': id };
    const proof = { 'X-Visitor-Token': token };
    for (const [method, path, body] of [
      ['GET', '/me', undefined],
      ['DELETE', '/me', undefined],
      ['POST', '/consent', { consent: 'full' }],
      ['POST', '/identify', { anonymousId: id }],
    ] as const) {
      const answer = await visitor(bare).request(method, `/api/personalization${path}`, { body });
      expect([path, answer.status]).toEqual([path, 403]);
    }
    const consent = await visitor(proof).post('/api/personalization/consent', { consent: 'full' });
    expect(consent.status).toBe(200);
    await visitor(proof).put('/api/personalization/me/preferences', {
      preferences: { colour: 'blue' },
    });
    const me = await visitor(proof).get<{ data: { profile: object } }>('/api/personalization/me');
    expect(me.body.data.profile).toMatchObject({
      preferences: { colour: 'blue' },
      consent: 'full',
    });

    await makeRule({
      tree: when('preferences.colour', '=', 'blue'),
      actions: [{ type: 'hide', uid: UID, documentId: doc('a') }],
    });
    expect([await titles('', bare), await titles()]).toEqual(['bcde', 'abcde']);

    const gone = await visitor(proof).delete<{ data: { rows: object; signature: string } }>(
      '/api/personalization/me',
    );
    expect(gone.body.data.rows).toMatchObject({ profiles: 1 });
    expect((await visitor(proof).get('/api/personalization/me')).status).toBe(404);
    expect(await titles('', bare)).toBe('abcde');
  });

  it('is joined to a known person by an API token only', async () => {
    const { id, token } = await newVisitor();
    const proof = { 'X-Visitor-Token': token };
    await visitor(proof).post('/api/personalization/consent', { consent: 'full' });
    await visitor(proof).put('/api/personalization/me/preferences', { preferences: { size: 'L' } });
    const server = stage.cast.fullToken.with({ headers: { 'X-Visitor-Id': id } });
    const joined = await server.post('/api/personalization/identify', {
      anonymousId: id,
      userId: '42',
    });
    expect(joined.status).toBe(200);
    const known = await stage.cast.fullToken.get<{ data: { profile: object } }>(
      '/api/personalization/me',
      {
        headers: { 'X-Visitor-Id': 'user:42' },
      },
    );
    expect(known.body.data.profile).toMatchObject({ preferences: { size: 'L' } });
    expect(
      (await visitor({ 'X-Visitor-Id': 'user:42' }).get('/api/personalization/me')).status,
    ).toBe(403);
  });

  it('with consent "contextual" is seen without its profile', async () => {
    const { token } = await newVisitor();
    const proof = { 'X-Visitor-Token': token };
    await visitor(proof).post('/api/personalization/consent', { consent: 'full' });
    await visitor(proof).put('/api/personalization/me/preferences', {
      preferences: { colour: 'red' },
    });
    await makeRule({
      tree: when('preferences.colour', '=', 'red'),
      actions: [{ type: 'hide', uid: UID, documentId: doc('a') }],
    });
    expect(await titles('', proof)).toBe('bcde');
    expect(await titles('', { ...proof, 'sec-gpc': '1' })).toBe('abcde');
  });
});

describe('a failing part', () => {
  it('gives the default content with a reason, counted', async () => {
    await makeRule({ actions: [{ type: 'hide', uid: UID, documentId: doc('a') }] });
    const profiles = stage.service('profiles');
    const { identify } = profiles;
    profiles.identify = () => {
      throw new TypeError('broken on purpose');
    };
    try {
      const answer = await visitor().get<List>('/api/articles');
      expect(answer.status).toBe(200);
      expect(answer.body.data).toHaveLength(5);
      expect(answer.headers['x-p13n-fallback']).toBe('TypeError');
      expect(answer.headers['cache-control']).toBe('private, no-store');
    } finally {
      profiles.identify = identify;
    }
  });
});
