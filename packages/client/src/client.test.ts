import { createClient } from './client';
import { SuiteError } from './errors';
import { memoryStore } from './storage';

type Call = { url: string; method: string; headers: Record<string, string>; body: unknown };

/** A server of which the answers are a table; it notes what was asked. */
function serverOf(answers: Record<string, { status?: number; body?: unknown }>) {
  const calls: Call[] = [];
  const fetch = ((url: string, init: RequestInit = {}) => {
    const method = init.method ?? 'GET';
    calls.push({
      url,
      method,
      headers: init.headers as Record<string, string>,
      body: init.body ? JSON.parse(init.body as string) : undefined,
    });
    const path = url.replace(/^https:\/\/cms\.test\/api\//, '').split('?')[0];
    const answer = answers[`${method} ${path}`];
    if (!answer) return Promise.reject(new TypeError('network'));
    return Promise.resolve(
      new Response(JSON.stringify(answer.body ?? {}), { status: answer.status ?? 200 }),
    );
  }) as typeof globalThis.fetch;
  return { calls, fetch };
}

const VISITOR = { 'POST personalization/visitor': { body: { data: { id: 'v1', token: 't1' } } } };
const CONSENT = { 'POST personalization/consent': { body: { data: {} } } };
const EVENTS = { 'POST personalization/events': { status: 202, body: { data: {} } } };

function clientOf(
  answers: Parameters<typeof serverOf>[0],
  options: Parameters<typeof createClient>[0] = {},
) {
  const { calls, fetch } = serverOf(answers);
  const store = memoryStore();
  const client = createClient<{ articles: { documentId: string; title: string } }>({
    url: 'https://cms.test',
    fetch,
    store,
    browserKey: 'pk_1',
    ...options,
  });
  return { calls, client, store };
}

describe('reading', () => {
  it('asks the content API with the site, and nothing about a visitor who was not asked', async () => {
    const { calls, client } = clientOf(
      { 'GET articles': { body: { data: [{ documentId: 'a', title: 'A' }], meta: {} } } },
      { site: 'shop' },
    );
    const { data } = await client.find('articles', { locale: 'de' });
    expect(data[0]?.title).toBe('A');
    expect(calls[0]?.url).toBe('https://cms.test/api/articles?locale=de');
    expect(calls[0]?.headers).toEqual({ accept: 'application/json', 'X-Site': 'shop' });
  });

  it('does not let a documentId leave its place in the address', async () => {
    const { calls, client } = clientOf({});
    await client.findOne('articles', '../users').catch(() => undefined);
    expect(calls[0]?.url).toBe('https://cms.test/api/articles/..%2Fusers');
  });

  it('says a refusal with its code', async () => {
    const body = { error: { message: 'No.', details: { code: 'MULTI_SITE_SITE_NOT_FOUND' } } };
    const { client } = clientOf({ 'GET articles': { status: 404, body } });
    const error = await client.find('articles').catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(SuiteError);
    expect(error).toMatchObject({
      status: 404,
      code: 'MULTI_SITE_SITE_NOT_FOUND',
      message: 'No.',
    });
  });

  it('says that nobody answered', async () => {
    const { client } = clientOf({});
    await expect(client.find('articles')).rejects.toMatchObject({ name: 'SuiteError', status: 0 });
  });
});

describe('a visitor', () => {
  it('has no id until he agrees, and is sent with every request after', async () => {
    const { calls, client } = clientOf({
      ...VISITOR,
      ...CONSENT,
      'GET articles': { body: { data: [] } },
    });
    expect([client.visitor.consent, client.visitor.id]).toEqual([null, null]);
    await client.visitor.setConsent('full');
    await client.find('articles');
    expect(client.visitor.id).toBe('v1');
    expect(calls.map(({ method, url }) => `${method} ${url.slice(21)}`)).toEqual([
      'POST personalization/visitor',
      'POST personalization/consent',
      'GET articles',
    ]);
    expect(calls[1]).toMatchObject({
      body: { consent: 'full' },
      headers: { 'X-Visitor-Id': 'v1', 'X-Visitor-Token': 't1' },
    });
    expect(calls[2]?.headers).toMatchObject({ 'X-Visitor-Id': 'v1' });
  });

  it('who says no makes no request at all', async () => {
    const { calls, client } = clientOf({});
    await client.visitor.setConsent('none');
    expect([calls.length, client.visitor.consent, client.visitor.id]).toEqual([0, 'none', null]);
  });

  it('who changes his mind is forgotten here and there', async () => {
    const { calls, client, store } = clientOf({ ...VISITOR, ...CONSENT });
    await client.visitor.setConsent('full');
    await client.visitor.setConsent('none');
    expect(calls.at(-1)).toMatchObject({ body: { consent: 'none' } });
    expect(store.get('suite.visitor')).toBeNull();
    expect(client.visitor.id).toBeNull();
  });

  it('stays unasked when the server could not keep the answer', async () => {
    const { client } = clientOf(VISITOR);
    await expect(client.visitor.setConsent('full')).rejects.toMatchObject({ status: 0 });
    expect(client.visitor.consent).toBeNull();
  });

  it('is not made twice by two clicks at once', async () => {
    const { calls, client } = clientOf({ ...VISITOR, ...CONSENT });
    await Promise.all([client.visitor.setConsent('full'), client.visitor.setConsent('full')]);
    expect(calls.filter(({ url }) => url.endsWith('/visitor'))).toHaveLength(1);
  });

  it('erases himself', async () => {
    const { client, store } = clientOf({
      ...VISITOR,
      ...CONSENT,
      'DELETE personalization/me': {},
    });
    await client.visitor.setConsent('full');
    await client.visitor.forget();
    expect([store.get('suite.visitor'), client.visitor.consent]).toEqual([null, null]);
  });

  it('survives nonsense in the storage', async () => {
    const { client, store } = clientOf({ ...VISITOR, ...CONSENT });
    store.set('suite.visitor', '{"id":7}');
    await client.visitor.setConsent('full');
    expect(client.visitor.id).toBe('v1');
  });
});

describe('events', () => {
  const agreed = async (answers: Parameters<typeof serverOf>[0], options = {}) => {
    const made = clientOf(Object.assign(answers, VISITOR, CONSENT), {
      eventDelayMs: 1e9,
      ...options,
    });
    await made.client.visitor.setConsent('full');
    made.calls.length = 0;
    return made;
  };

  it('go in one batch with the browser key', async () => {
    const { calls, client } = await agreed({ ...EVENTS });
    client.events.page('Article', { documentId: 'a' });
    client.events.track('Order Completed', { value: 12 });
    await client.events.flush();
    expect(calls).toHaveLength(1);
    expect(calls[0]?.body).toMatchObject({
      key: 'pk_1',
      events: [
        { type: 'page', name: 'Article', anonymousId: 'v1', properties: { documentId: 'a' } },
        { type: 'track', event: 'Order Completed', properties: { value: 12 } },
      ],
    });
  });

  it('are not made without an agreement', async () => {
    const { calls, client } = clientOf(EVENTS);
    client.events.track('Order Completed');
    await client.events.flush();
    expect(calls).toEqual([]);
  });

  it('are kept while the server is busy, and sent again under the same ids', async () => {
    const answers: Parameters<typeof serverOf>[0] = {
      'POST personalization/events': { status: 503 },
    };
    const { calls, client } = await agreed(answers);
    client.events.track('A');
    await client.events.flush();
    answers['POST personalization/events'] = { status: 202 };
    await client.events.flush();
    await client.events.flush();
    expect(calls).toHaveLength(2);
    expect(calls[0]?.body).toEqual(calls[1]?.body);
  });

  it('are tried again by themselves, after a longer wait each time', async () => {
    jest.useFakeTimers({ doNotFake: ['queueMicrotask'] });
    const { calls, client } = await agreed(
      { 'POST personalization/events': { status: 503 } },
      { eventDelayMs: 1000 },
    );
    client.events.track('A');
    await jest.advanceTimersByTimeAsync(1000);
    expect(calls).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(1999);
    expect(calls).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(1);
    expect(calls).toHaveLength(2);
    jest.useRealTimers();
  });

  it.each([400, 403])('that are refused (%p) are not sent again', async (status) => {
    const { calls, client } = await agreed({ 'POST personalization/events': { status } });
    client.events.track('A');
    await client.events.flush();
    await client.events.flush();
    expect(calls).toHaveLength(1);
  });

  it('beyond 500 waiting: the oldest are let go', async () => {
    const { calls, client } = await agreed({ ...EVENTS });
    for (let number = 0; number < 502; number += 1) client.events.track(`E${number}`);
    await client.events.flush();
    const sent = calls.flatMap(({ body }) => (body as { events: { event: string }[] }).events);
    expect([sent.length, sent[0]?.event, sent.at(-1)?.event]).toEqual([500, 'E2', 'E501']);
  });

  it('can go to the AI optimizer alone', async () => {
    const { calls, client } = await agreed(
      { 'POST ai-optimizer/events': { status: 202 } },
      { eventsTo: 'ai-optimizer' },
    );
    client.events.track('A');
    await client.events.flush();
    expect(calls[0]?.body).toMatchObject({ writeKey: 'pk_1', batch: [{ event: 'A' }] });
  });
});

describe('experiments', () => {
  const assignment = { experiment: 'x1', variation: 1, documentId: 'a', locale: 'en' };
  const answers = {
    ...VISITOR,
    ...CONSENT,
    ...EVENTS,
    'GET ai-optimizer/assignments': { body: { data: [assignment] } },
  };

  it('are asked for once, and an exposure is told once, for what was shown', async () => {
    const { calls, client } = clientOf(answers, { eventDelayMs: 1e9 });
    await client.visitor.setConsent('full');
    await client.experiments.shown({ documentId: 'b', locale: 'en' });
    await client.experiments.shown({ documentId: 'a', locale: 'de' });
    await client.experiments.shown({ documentId: 'a', locale: 'en' });
    await client.experiments.shown({ documentId: 'a', locale: 'en' });
    await client.events.flush();
    expect(calls.filter(({ url }) => url.endsWith('/assignments'))).toHaveLength(1);
    const sent = calls.flatMap(
      ({ body }) => (body as { events?: unknown[] } | undefined)?.events ?? [],
    );
    expect(sent).toMatchObject([
      { event: 'Experiment Viewed', properties: { experiment_id: 'x1', variation_id: 1 } },
    ]);
  });

  it('are none for somebody who did not agree', async () => {
    const { calls, client } = clientOf(answers);
    expect(await client.experiments.assignments()).toEqual([]);
    expect(calls).toEqual([]);
  });
});
