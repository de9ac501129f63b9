import { createMedia, createSite, type ErrorBody } from '../../harness';
import { startReceiver, type Receiver } from './lib/receiver';
import { startStage, type Stage } from './lib/stage';

const ARTICLE = 'api::article.article';
const HOOKS = '/multi-site/webhooks';
const EVENTS = ['entry.create', 'entry.publish', 'entry.delete', 'media.create'];

type Binding = { webhookId: number; name: string; site: string | null; isOrphan: boolean };

let stage: Stage;
let receiver: Receiver;
/** Webhook of the site `home`, and one that nobody gave a site. */
const ids = { home: 0, all: 0 };

const makeHook = async (name: string) => {
  const answer = await stage.cast.superAdmin.post<{ data: { id: number | string } }>(
    '/admin/webhooks',
    {
      name,
      url: `${receiver.url}/${name}`,
      headers: { 'X-Own': 'kept' },
      events: EVENTS,
    },
  );
  expect(answer.status).toBe(201);
  // Strapi gives it as a text.
  return Number(answer.body.data.id);
};
const bind = (id: number, site: string | null, client = stage.cast.superAdmin) =>
  client.put<{ data: Binding; error: ErrorBody['error'] }>(`${HOOKS}/${id}`, { site });
const write = async (client: Stage['cast']['fullToken'], slug: string) => {
  const answer = await client.post('/api/articles', { data: { title: slug, slug } });
  expect(answer.status).toBe(201);
};
const isOf = (path: string, text: string) => (one: { path: string; text: string }) =>
  one.path === path && one.text.includes(text);

beforeAll(async () => {
  receiver = await startReceiver();
  stage = await startStage();
  ids.home = await makeHook('home');
  ids.all = await makeHook('all');
  expect((await bind(ids.home, stage.home.documentId)).status).toBe(200);
});
afterAll(async () => {
  await stage.app.stop();
  await receiver.close();
});

describe('webhooks of several sites', () => {
  it('brings a webhook of one site the events of that site only', async () => {
    const { cast, home } = stage;
    await write(cast.otherToken, 'of-other');
    await write(cast.fullToken, 'of-home');
    const own = await receiver.waitFor(isOf('/home', 'of-home'));
    expect(own.headers).toMatchObject({ 'x-site': home.slug, 'x-own': 'kept' });
    await receiver.waitFor(isOf('/all', 'of-home'));
    const foreign = await receiver.waitFor(isOf('/all', 'of-other'));
    expect(foreign.headers['x-site']).toBe(stage.other.slug);
    expect(receiver.received.filter(isOf('/home', 'of-other'))).toEqual([]);
  });

  it('knows the site of what is written outside of requests, and of media', async () => {
    const { app, other } = stage;
    const documents = app.strapi.documents(ARTICLE);
    const [foreign] = await app.strapi.db
      .query(ARTICLE)
      .findMany({ where: { slug: 'of-other', publishedAt: null } });
    receiver.received.length = 0;
    await createMedia(app.strapi, { site: other, name: 'foreign.png' });
    await documents.delete({ documentId: foreign.documentId });
    await receiver.waitFor(isOf('/all', 'foreign.png'));
    await receiver.waitFor(isOf('/all', 'entry.delete'));
    expect(receiver.received.filter(({ path }) => path === '/home')).toEqual([]);
  });

  it('tries a webhook out whatever its site', async () => {
    receiver.received.length = 0;
    const answer = await stage.cast.superAdmin.post(`/admin/webhooks/${ids.home}/trigger`);
    expect(answer.status).toBe(200);
    await receiver.waitFor(isOf('/home', 'trigger-test'));
  });

  it('brings nothing to a webhook whose site was deleted', async () => {
    const { app, cast } = stage;
    const gone = await createSite(app.strapi, { slug: 'gone' });
    const id = await makeHook('gone');
    await bind(id, gone.documentId);
    const path = `/multi-site/sites/${gone.documentId}?name=gone`;
    expect((await cast.superAdmin.delete(path)).status).toBe(200);
    await write(cast.fullToken, 'after-the-end');
    await receiver.waitFor(isOf('/all', 'after-the-end'));
    expect(receiver.received.filter((one) => one.path === '/gone')).toEqual([]);
    const list = await cast.superAdmin.get<{ data: Binding[] }>(HOOKS);
    expect(list.body.data.find(({ webhookId }) => webhookId === id)).toMatchObject({
      isOrphan: true,
      site: null,
    });
  });

  it('is given to all sites again', async () => {
    const answer = await bind(ids.home, null);
    expect(answer.body.data).toMatchObject({ site: null, isOrphan: false });
    receiver.received.length = 0;
    await write(stage.cast.otherToken, 'of-other-again');
    await receiver.waitFor(isOf('/home', 'of-other-again'));
  });
});

describe('who gives webhooks a site', () => {
  it.each(['siteOwner', 'otherEditor', 'anonymous', 'fullToken', 'readToken'] as const)(
    'not %s',
    async (name) => {
      const client = stage.cast[name];
      const list = await client.get<ErrorBody>(HOOKS);
      expect([401, 403]).toContain(list.status);
      expect(list.text).not.toContain(receiver.url);
      const change = await client.put(`${HOOKS}/${ids.all}`, { site: stage.home.documentId });
      expect([401, 403]).toContain(change.status);
    },
  );

  it('and only webhooks and sites that exist', async () => {
    expect((await bind(999_999, null)).body.error.details.code).toBe(
      'MULTI_SITE_WEBHOOK_NOT_FOUND',
    );
    expect((await bind(ids.all, 'nothing')).status).toBe(404);
    const wrong = await stage.cast.superAdmin.put(`${HOOKS}/${ids.all}`, { site: 7 });
    expect(wrong.status).toBe(400);
  });
});
