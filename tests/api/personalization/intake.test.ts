import { Analytics } from '@segment/analytics-node';
import { createEntry, type TokenPersona } from '../../harness';
import { expectNoPermission, expectRefusal } from '../multi-site/lib/answers';
import { startStage, type Stage } from './lib/stage';

type Key = { data: { id: string; key: string; site: number } };
let stage: Stage;
let key: string;
let article: { documentId: string };

beforeAll(async () => {
  stage = await startStage();
  const { app, cast, home } = stage;
  const made = await cast.superAdmin.post<Key>(
    '/personalization/keys',
    { label: 'Website', origins: ['https://home.test'] },
    { site: home.slug },
  );
  expect(made.status).toBe(201);
  expect(made.body.data.site).toBe(home.number);
  ({ key } = made.body.data);
  const tag = await createEntry(
    app.strapi,
    'api::tag.tag',
    { name: 'Tea', slug: 'tea' },
    { site: home },
  );
  article = await createEntry(
    app.strapi,
    'api::article.article',
    { title: 'On tea', slug: 'on-tea', tags: [tag.documentId] },
    { site: home },
  );
  const settings = await cast.superAdmin.put(
    '/personalization/settings',
    { consentDefault: 'full', goalEvent: 'Signed up' },
    { site: home.slug },
  );
  expect(settings.status).toBe(200);
});
afterAll(() => stage.app.stop());

const basic = (value = key) => ({
  authorization: `Basic ${Buffer.from(`${value}:`).toString('base64')}`,
});
const rows = (table: string, where: object = {}): Promise<Record<string, unknown>[]> =>
  stage.app.strapi.db.connection(table).where(where).orderBy('id');
const flush = () => stage.service('intake').flush();
const profileOf = async (id: string) => {
  const { userIdOf } =
    await import('../../../plugins/personalization/server/src/core/visitor-token');
  const { secret } = stage.service('state').of(stage.home.number);
  return rows('user_profiles', { user_id: userIdOf(secret, 'visitor', id) });
};
const page = (anonymousId: string, messageId: string) => ({
  type: 'page',
  anonymousId,
  messageId,
  name: 'Article',
  timestamp: new Date().toISOString(),
  properties: { uid: 'api::article.article', documentId: article.documentId, path: '/on-tea' },
});
const send = (body: object, headers: Record<string, string> = basic()) =>
  stage.app.post('/api/personalization/v1/batch', body, { headers });

describe('the intake', () => {
  it('stores what Segment’s own library sends, each message once', async () => {
    const analytics = new Analytics({
      writeKey: key,
      host: stage.app.url,
      path: '/api/personalization/v1/batch',
      flushAt: 20,
    });
    for (let n = 0; n < 200; n += 1) {
      analytics.page({
        anonymousId: `seg-${n % 10}`,
        messageId: `node-${n}`,
        name: 'Article',
        properties: { documentId: article.documentId },
      });
    }
    for (let n = 0; n < 10; n += 1) {
      analytics.track({ anonymousId: `seg-${n}`, messageId: `goal-${n}`, event: 'Signed up' });
      // The same message again, as a sender that got no answer does.
      analytics.page({ anonymousId: 'seg-0', messageId: `node-${n}`, name: 'Article' });
    }
    await analytics.closeAndFlush();
    await flush();
    const stored = await rows('personalization_events', { site: stage.home.number });
    expect(stored.filter(({ name }) => name === 'Article')).toHaveLength(200);
    expect(stored.filter(({ name }) => name === 'Signed up')).toHaveLength(10);
    expect(stored[0]).toMatchObject({
      content_id: article.documentId,
      content_uid: 'api::article.article',
    });
  });

  it('makes a profile of it, under a pseudonym', async () => {
    const [profile, ...others] = await profileOf('seg-3');
    expect(others).toEqual([]);
    expect(String(profile?.user_id)).not.toContain('seg');
    const patterns = stage.service('profiles');
    const row = await patterns.rows.findOne({ userId: profile?.user_id });
    expect(row.behaviorPatterns).toMatchObject({ visits: 1, views: 20, goals: 1 });
    expect(Object.keys(row.behaviorPatterns.tags)).toEqual(['tea']);
    expect(row.behaviorPatterns.lastItems).toHaveLength(1);
  });

  it('answers 202 before anything is stored', async () => {
    const answer = await send({ batch: [page('one', 'm-1')] });
    expect(answer.status).toBe(202);
    expect(answer.body).toMatchObject({ data: { success: true, accepted: 1, refused: [] } });
  });

  it('takes single messages at track, page and identify', async () => {
    const at = (path: string, body: object) =>
      stage.app.post(`/api/personalization/v1/${path}`, body, { headers: basic() });
    expect((await at('page', { anonymousId: 'single', messageId: 's1' })).status).toBe(202);
    expect(
      (await at('track', { anonymousId: 'single', messageId: 's2', event: 'Read' })).status,
    ).toBe(202);
    expect(
      (await at('identify', { anonymousId: 'single', messageId: 's3', traits: { plan: 'pro' } }))
        .status,
    ).toBe(202);
    await flush();
    const [profile] = await profileOf('single');
    const row = await stage.service('profiles').rows.findOne({ userId: profile?.user_id });
    expect(row).toMatchObject({ traits: { plan: 'pro' }, isKnown: false });
  });

  it('never merges by a claim: userId from a page stays a claim', async () => {
    const message = {
      type: 'identify',
      anonymousId: 'claimer',
      userId: 'director',
      messageId: 'c1',
      timestamp: new Date().toISOString(),
    };
    await send({ batch: [message] }, { ...basic(), origin: 'https://home.test' });
    await flush();
    const [profile] = await profileOf('claimer');
    expect(profile?.is_known).toBeFalsy();
  });

  it('keeps the good and says what is wrong with the bad', async () => {
    const answer = await send({ batch: [{ type: 'page' }, page('mixed', 'mixed-1'), 'nonsense'] });
    expect(answer.body).toMatchObject({
      data: { accepted: 1, refused: [{ index: 0 }, { index: 2 }] },
    });
  });

  it.each([
    ['Sec-GPC', { 'sec-gpc': '1' }],
    ['DNT', { dnt: '1' }],
  ])('honours %s: the event counts for nobody', async (name, headers) => {
    await send({ batch: [page(`quiet-${name}`, `quiet-${name}`)] }, { ...basic(), ...headers });
    await flush();
    expect(await profileOf(`quiet-${name}`)).toEqual([]);
    const { naturalKey } = await import('../../../packages/kit/src/server/natural-key');
    const [event] = await rows('personalization_events', {
      key: naturalKey([stage.home.number, `quiet-${name}`]),
    });
    expect(event?.user_id).toBe('');
  });

  it('counts bots and stores nothing of theirs', async () => {
    const headers = { ...basic(), 'user-agent': 'Googlebot/2.1' };
    const answer = await send({ batch: [page('bot', 'bot-1')] }, headers);
    expect(answer.body).toMatchObject({ data: { accepted: 0 } });
    await flush();
    expect(await profileOf('bot')).toEqual([]);
  });

  it('stores no address', async () => {
    const columns = [
      ...Object.keys((await rows('personalization_events'))[0] ?? {}),
      ...Object.keys((await rows('user_profiles'))[0] ?? {}),
    ];
    expect(columns.filter((name) => /ip|address|agent/.test(name))).toEqual([]);
  });
});

describe('who may send', () => {
  it.each([
    ['without a key', {}],
    [
      'with a made-up key',
      { authorization: `Basic ${Buffer.from('pk_made_up:').toString('base64')}` },
    ],
  ])('nobody %s', async (_how, headers) => {
    expectRefusal(
      await send({ batch: [page('x', 'x')] }, headers),
      401,
      'PERSONALIZATION_WRITE_KEY_INVALID',
    );
  });

  it('no page of another origin', async () => {
    const headers = { ...basic(), origin: 'https://elsewhere.test' };
    expectRefusal(
      await send({ batch: [page('x', 'x')] }, headers),
      401,
      'PERSONALIZATION_WRITE_KEY_INVALID',
    );
  });

  it('nobody with a key that opens content: it opens nothing', async () => {
    const answer = await stage.app.get('/api/personalization/me', {
      headers: basic(),
      host: stage.home.domain,
    });
    expect([401, 403]).toContain(answer.status);
  });

  it('nobody too much', async () => {
    const flooded = await startFlooded();
    expect(flooded).toEqual({ accepted: true, refusedWith: 429 });
  });

  async function startFlooded() {
    const intake = stage.service('intake');
    // A key of its own, so that the other tests' limit is left alone.
    const ctx = { ip: '203.0.113.9', headers: {}, get: () => '' };
    const messages = Array.from({ length: 100 }, (_, n) => ({ n }));
    let refusedWith = 0;
    let accepted = false;
    for (let n = 0; n < 300 && refusedWith === 0; n += 1) {
      try {
        await intake.accept(ctx, messages, { site: stage.home.number, keyId: 'flood' });
        accepted = true;
      } catch (error) {
        refusedWith = (error as { details: { code: string } }).details.code.endsWith(
          'TOO_MANY_EVENTS',
        )
          ? 429
          : -1;
      }
    }
    return { accepted, refusedWith };
  }
});

describe('the admin side', () => {
  it('imports lines, the same ones once', async () => {
    const { cast, home } = stage;
    const lines = Array.from({ length: 250 }, (_, n) => page(`old-${n % 5}`, `import-${n}`));
    const body = { lines: [...lines, { bad: true }] };
    const first = await cast.superAdmin.post('/personalization/analytics/import', body, {
      site: home.slug,
    });
    expect(first.body).toMatchObject({ data: { stored: 250, known: 0, refused: [{ line: 250 }] } });
    const second = await cast.superAdmin.post('/personalization/analytics/import', body, {
      site: home.slug,
    });
    expect(second.body).toMatchObject({ data: { stored: 0, known: 250 } });
  });

  it('shows what came in', async () => {
    const answer = await stage.cast.superAdmin.get<{
      data: { days: { stored: number; bots: number; refused: number }[] };
    }>('/personalization/analytics', { site: stage.home.slug });
    expect(answer.body.data.days[0]).toMatchObject({ bots: 1 });
    expect(answer.body.data.days[0]?.stored).toBeGreaterThan(450);
  });

  it('keeps keys from editors, anonymous callers and tokens', async () => {
    expectNoPermission(await stage.cast.siteEditor.get('/personalization/keys'));
    expect((await stage.app.get('/personalization/keys')).status).toBe(401);
    const token: TokenPersona = stage.cast.networkToken;
    expect((await token.get('/personalization/keys')).status).toBe(401);
  });

  it('takes no event with a key that was revoked', async () => {
    const { cast, home } = stage;
    const made = await cast.superAdmin.post<Key>(
      '/personalization/keys',
      { label: 'Old', origins: [] },
      { site: home.slug },
    );
    await cast.superAdmin.delete(`/personalization/keys/${made.body.data.id}`, { site: home.slug });
    expectRefusal(
      await send({ batch: [page('x', 'y')] }, basic(made.body.data.key)),
      401,
      'PERSONALIZATION_WRITE_KEY_INVALID',
    );
  });
});
