import { createEntry } from '../../harness';
import { startStage, when, type Stage } from './lib/stage';

/*
 * The plugin's README, done: the three-minute try, and every request of its table once. What the
 * answers have to be in all cases is in the other files.
 */

type One<T> = { data: T };
type List = One<{ documentId: string; title: string }[]>;
type Rule = { id: string; state: string; cacheKeys: number | null };

let stage: Stage;
let article: { documentId: string };
let key: string;

beforeAll(async () => {
  stage = await startStage();
  const { app, home } = stage;
  const place = { site: home, locale: 'en' };
  const data = { title: 'Not for phones', slug: 'not-for-phones' };
  article = await createEntry(app.strapi, 'api::article.article', data, place);
  await createEntry(app.strapi, 'api::article.article', { title: 'Other', slug: 'other' }, place);
});
afterAll(() => stage.app.stop());

const admin = () => stage.cast.superAdmin.with({ site: stage.home.slug });
const site = (headers: Record<string, string> = {}) =>
  stage.app.with({ host: stage.home.domain, headers });
const titles = async (query: string, agent: string) => {
  const { body } = await site({ 'user-agent': agent }).get<List>(`/api/articles${query}`);
  return body.data.map(({ title }) => title).sort();
};
const ALL = ['Not for phones', 'Other'];

describe('the three-minute try', () => {
  it('1. the checklist gives permissions and makes a browser key', async () => {
    expect((await admin().post('/personalization/setup/grant', {})).status).toBe(200);
    const made = await admin().post<One<{ key: string }>>('/personalization/keys', {
      label: 'Website',
      origins: [],
    });
    expect(made.body.data.key).toMatch(/^pk_/);
    ({ key } = made.body.data);
  });

  it('2. a rule hides an article from phones once it is switched on', async () => {
    const made = await admin().post<One<Rule>>('/personalization/rules', {
      name: 'Not on a phone',
      tree: when('device', '=', 'mobile'),
      actions: [{ type: 'hide', uid: 'api::article.article', documentId: article.documentId }],
    });
    expect(made.body.data.cacheKeys).toBeGreaterThan(1);
    expect(await titles('', 'iPhone Mobile')).toEqual(ALL);
    const path = `/personalization/rules/${made.body.data.id}/state`;
    await admin().post(path, { state: 'active' });
  });

  it('3. the API answers accordingly, and the rule says why', async () => {
    expect(await titles('', 'iPhone Mobile')).toEqual(['Other']);
    expect(await titles('', 'curl/8.5.0')).toEqual(ALL);
    const why = await admin().post<One<{ rules: { outcome: string }[] }>>(
      '/personalization/rules/why',
      { facts: { device: 'mobile' } },
    );
    expect(why.body.data.rules).toMatchObject([{ outcome: 'applied' }]);
  });
});

describe('the table for the front end', () => {
  it('any list: plain on request, and with facts that the front end knows better', async () => {
    expect(await titles('?personalize=false', 'iPhone Mobile')).toEqual(ALL);
    expect(await titles('?personalize=device:mobile', 'curl/8.5.0')).toEqual(['Other']);
  });

  it('resolve, key and recommendations', async () => {
    const resolved = await site().get('/api/personalization/resolve');
    expect(resolved.body).toMatchObject({
      data: { audiences: [], variants: [], slots: {}, attributes: {} },
    });
    const asked = await site().get('/api/personalization/key?uid=api::article.article');
    expect(asked.body).toMatchObject({ data: { isCacheable: true, keys: 2 } });
    const recommended = await site().get('/api/personalization/recommendations');
    expect(recommended.body).toMatchObject({ data: [] });
    const like = `/api/personalization/recommendations?for=${article.documentId}`;
    expect((await site().get(like)).status).toBe(200);
  });

  it('visitor, consent, preferences, export and erase, with proof only', async () => {
    const made = await site().post<One<{ id: string; token: string }>>(
      '/api/personalization/visitor',
    );
    expect(made.status).toBe(201);
    const { id, token } = made.body.data;
    const bare = site({ 'X-Visitor-Id': id });
    const proven = site({ 'X-Visitor-Id': id, 'X-Visitor-Token': token });

    const consent = { consent: 'full' };
    expect((await bare.post('/api/personalization/consent', consent)).status).toBe(403);
    expect((await proven.post('/api/personalization/consent', consent)).status).toBe(200);
    const wish = { preferences: { topics: 'tea' } };
    const stored = await proven.put('/api/personalization/me/preferences', wish);
    expect(stored.body).toMatchObject({ data: wish });
    expect((await bare.get('/api/personalization/me')).status).toBe(403);
    expect((await proven.get('/api/personalization/me')).text).toContain('tea');
    const receipt = await proven.delete<One<{ signature: string }>>('/api/personalization/me');
    expect(receipt.body.data.signature).not.toBe('');
    expect((await proven.get('/api/personalization/me')).status).toBe(404);
  });

  it('identify joins, by a server with an API token', async () => {
    const server = stage.cast.fullToken.with({ headers: { 'X-Visitor-Id': 'user:42' } });
    const answer = await server.post('/api/personalization/identify', {
      anonymousId: 'somebody',
    });
    expect(answer.body).toMatchObject({ data: { isKnown: true } });
    expect((await site().post('/api/personalization/identify', { anonymousId: 'x' })).status).toBe(
      403,
    );
  });

  it('events: the Segment addresses with HTTP Basic, ours with the key in the body', async () => {
    const basic = `Basic ${Buffer.from(`${key}:`).toString('base64')}`;
    const sender = stage.app.with({ headers: { authorization: basic } });
    const event = { anonymousId: 'reader', event: 'Read', messageId: 'm1' };
    for (const type of ['track', 'page', 'identify']) {
      const answer = await sender.post(`/api/personalization/v1/${type}`, event);
      expect({ type, status: answer.status }).toEqual({ type, status: 202 });
    }
    const batch = { batch: [{ ...event, type: 'track', messageId: 'm2' }] };
    expect((await sender.post('/api/personalization/v1/batch', batch)).status).toBe(202);
    const events = [{ ...event, type: 'track', messageId: 'm3' }];
    expect((await stage.app.post('/api/personalization/events', { key, events })).status).toBe(202);
    expect((await stage.app.post('/api/personalization/events', { events })).status).toBe(401);
  });
});
