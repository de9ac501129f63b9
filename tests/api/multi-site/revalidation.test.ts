import { createHmac } from 'node:crypto';
import { createEntry, type ErrorBody } from '../../harness';
import { startReceiver, type Received, type Receiver } from './lib/receiver';
import { startStage, type Stage } from './lib/stage';
import { share } from './sharing/lib';

const ARTICLE = 'api::article.article';
const LOG = 'plugin::multi-site.revalidation-delivery';

type Change = {
  event: string;
  documentId: string;
  locale: string | null;
  address: { old: string | null; new: string | null };
};
type Payload = { tags: string[]; paths: string[]; urls: string[]; changes?: Change[] };
type Delivery = { state: string; attempts: number; status: number | null; error: string | null };
type Stored = { url: string; isEnabled: boolean; secret?: string; deliveries: Delivery[] };

let stage: Stage;
let receiver: Receiver;
let secret = '';

const path = (id: string) => `/multi-site/sites/${id}/revalidation`;
const save = (body: object, client = stage.cast.siteOwner) =>
  client.put<{ data: Stored }>(path('current'), body);
const payloadOf = ({ body }: Received) => body as unknown as Payload;
const isAbout = (event: string, documentId: string) => (one: Received) =>
  (payloadOf(one).changes ?? []).some(
    (change) => change.event === event && change.documentId === documentId,
  );
const changeIn = (one: Received, documentId: string) =>
  payloadOf(one).changes?.find((change) => change.documentId === documentId);

/** Waits until nothing of a site is under way any more. */
const settle = async (site: number) => {
  const log = stage.app.strapi.db.query(LOG);
  const until = Date.now() + 20_000;
  while ((await log.count({ where: { site, state: 'waiting' } })) > 0) {
    if (Date.now() > until) throw new Error('A message is still waiting.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

beforeAll(async () => {
  receiver = await startReceiver();
  const { host } = new URL(receiver.url);
  stage = await startStage({
    plugins: { 'multi-site': { config: { allowedHosts: [host] } } },
  });
  const { app, home } = stage;
  const service = app.strapi.plugin('multi-site').service('sites');
  await service.update(home.documentId, { settings: { urls: { [ARTICLE]: '/news/{slug}' } } });
});
afterAll(async () => {
  await stage.app.stop();
  await receiver.close();
});

describe('telling a site’s front end what changed', () => {
  it('tells nothing before an address is saved', async () => {
    const { cast } = stage;
    const answer = await cast.siteOwner.get<{ data: Stored | null }>(path('current'));
    expect({ status: answer.status, data: answer.body.data }).toEqual({ status: 200, data: null });
    const test = await cast.siteOwner.post<ErrorBody>(`${path('current')}/test`);
    expect(test.body.error.details.code).toBe('MULTI_SITE_NO_REVALIDATION');
  });

  it('shows its secret once and stores neither it nor the address in the clear', async () => {
    const answer = await save({ url: `${receiver.url}/hook`, isEnabled: true });
    expect(answer.status).toBe(200);
    secret = answer.body.data.secret ?? '';
    expect(secret.length).toBeGreaterThan(30);
    const again = await stage.cast.siteOwner.get<{ data: Stored }>(path('current'));
    expect(again.body.data).toEqual({
      url: `${receiver.url}/hook`,
      isEnabled: true,
      deliveries: [],
    });
    const row = await stage.app.strapi.db
      .query('plugin::multi-site.revalidation')
      .findOne({ where: { site: stage.home.number } });
    expect(JSON.stringify(row)).not.toContain(secret);
    expect(JSON.stringify(row)).not.toContain('127.0.0.1');
  });

  it('says which tags and addresses are new, signed', async () => {
    const { app, home } = stage;
    const data = { title: 'One', slug: 'one' };
    const { documentId } = await createEntry(app.strapi, ARTICLE, data, { site: home });
    const got = await receiver.waitFor(isAbout('publish', documentId));
    const payload = payloadOf(got);
    expect(payload.tags).toEqual(
      expect.arrayContaining([`site:${home.slug}`, ARTICLE, `${ARTICLE}:${documentId}`]),
    );
    expect(payload.paths).toEqual(['/news/one']);
    expect(payload.urls).toEqual([`https://${home.slug}.test/news/one`]);
    const [, seconds = '', digest] =
      /^t=(\d+),v1=(\w+)$/.exec(String(got.headers['x-site-signature'])) ?? [];
    const expected = createHmac('sha256', secret).update(`${seconds}.${got.text}`).digest('hex');
    expect(digest).toBe(expected);
    expect(Math.abs(Date.now() / 1000 - Number(seconds))).toBeLessThan(60);
  });

  it('names the old address beside the new one, and is silent about drafts', async () => {
    const { cast, app, home } = stage;
    const data = { title: 'Two', slug: 'two' };
    const { documentId } = await createEntry(app.strapi, ARTICLE, data, { site: home });
    await receiver.waitFor(isAbout('publish', documentId));
    const draft = await cast.fullToken.put(`/api/articles/${documentId}?status=draft`, {
      data: { slug: 'deux' },
    });
    expect(draft.status).toBe(200);
    await settle(home.number);
    expect(receiver.received.filter(isAbout('update', documentId))).toEqual([]);

    expect((await cast.fullToken.put(`/api/articles/${documentId}`, { data: {} })).status).toBe(
      200,
    );
    const moved = await receiver.waitFor(isAbout('update', documentId));
    expect(changeIn(moved, documentId)?.address).toEqual({ old: '/news/two', new: '/news/deux' });

    expect((await cast.fullToken.delete(`/api/articles/${documentId}`)).status).toBe(204);
    const gone = await receiver.waitFor(isAbout('unpublish', documentId));
    expect(changeIn(gone, documentId)?.address).toEqual({ old: '/news/deux', new: null });
  });

  it('tells nobody about other sites', async () => {
    const { app, other, home } = stage;
    const data = { title: 'Far', slug: 'far' };
    const { documentId } = await createEntry(app.strapi, ARTICLE, data, { site: other });
    const own = await createEntry(
      app.strapi,
      ARTICLE,
      { title: 'Near', slug: 'near' },
      { site: home },
    );
    await receiver.waitFor(isAbout('publish', own.documentId));
    expect(receiver.received.filter(isAbout('publish', documentId))).toEqual([]);
  });

  it('tells the sites that read a shared entry too, and them of nothing else', async () => {
    const { app, cast, home, other } = stage;
    const { strapi } = app;
    await strapi
      .plugin('multi-site')
      .service('revalidation')
      .save(other.number, {
        url: `${receiver.url}/hook`,
        isEnabled: true,
      });
    await strapi.plugin('multi-site').service('members').add({
      site: other.number,
      userId: cast.siteOwner.user.id,
      role: 'multi-site-owner',
    });
    const write = (slug: string) =>
      createEntry(strapi, ARTICLE, { title: slug, slug }, { site: home });
    const shared = await write('read-there');
    const own = await write('not-read-there');
    const begun = await share(cast.siteOwner, [shared.documentId], [other.documentId]);
    expect(begun.status).toBe(200);

    const change = ({ documentId }: { documentId: string }) =>
      cast.fullToken.put(`/api/articles/${documentId}`, { data: { summary: 'New' } });
    expect((await change(own)).status).toBe(200);
    expect((await change(shared)).status).toBe(200);
    const isFor = (slug: string, documentId: string) => (one: Received) =>
      one.headers['x-site'] === slug && isAbout('update', documentId)(one);
    const told = await receiver.waitFor(isFor(other.slug, shared.documentId));
    await receiver.waitFor(isFor(home.slug, shared.documentId));
    await receiver.waitFor(isFor(home.slug, own.documentId));
    await settle(other.number);
    expect(payloadOf(told).tags).toContain(`site:${other.slug}`);
    expect(receiver.received.filter(isFor(other.slug, own.documentId))).toEqual([]);
    await strapi.plugin('multi-site').service('revalidation').remove(other.number);
  });

  it('tries again when the front end fails, and gives up in the end', async () => {
    const { app, home, cast } = stage;
    await settle(home.number);
    receiver.answers.push(503);
    const data = { title: 'Again', slug: 'again' };
    const { documentId } = await createEntry(app.strapi, ARTICLE, data, { site: home });
    await receiver.waitFor(isAbout('publish', documentId));
    await settle(home.number);
    expect(receiver.received.filter(isAbout('publish', documentId))).toHaveLength(2);
    const shown = await cast.siteOwner.get<{ data: Stored }>(path('current'));
    expect(shown.body.data.deliveries[0]).toMatchObject({
      state: 'sent',
      attempts: 2,
      status: 200,
    });

    // The last attempt of one that was tried often: no need to wait for all the pauses.
    receiver.answers.push(500);
    const [change] = shown.body.data.deliveries.map((one) => (one as { change?: object }).change);
    await app.strapi.db.query(LOG).create({
      data: { site: home.number, state: 'waiting', attempts: 4, change },
    });
    await save({ url: `${receiver.url}/hook`, isEnabled: true });
    await settle(home.number);
    const end = await cast.siteOwner.get<{ data: Stored }>(path('current'));
    expect(end.body.data.deliveries[0]).toMatchObject({
      state: 'failed',
      attempts: 5,
      status: 500,
      error: 'The receiver answered 500.',
    });
  });

  it('is tried out with one button', async () => {
    const answer = await stage.cast.siteOwner.post<{ data: object }>(`${path('current')}/test`);
    expect(answer.body.data).toEqual({ isSent: true, status: 200, error: null });
    await receiver.waitFor(isAbout('test', 'test'));
  });

  it('does not reach into private networks', async () => {
    await save({ url: 'http://169.254.169.254/latest', isEnabled: false });
    const answer = await stage.cast.siteOwner.post<{ data: { isSent: boolean; error: string } }>(
      `${path('current')}/test`,
    );
    expect(answer.body.data.isSent).toBe(false);
    expect(answer.body.data.error).toContain('not on the public internet');
  });

  it('is forgotten when it is removed', async () => {
    expect((await stage.cast.siteOwner.delete(path('current'))).status).toBe(200);
    const { app, home } = stage;
    expect(await app.strapi.db.query(LOG).count({ where: { site: home.number } })).toBe(0);
  });
});

describe('who says where', () => {
  it.each(['siteEditor', 'siteViewer', 'anonymous', 'fullToken', 'readToken'] as const)(
    'not %s',
    async (name) => {
      const client = stage.cast[name];
      const body = { url: 'https://evil.example', isEnabled: true };
      expect([401, 403]).toContain((await client.get(path('current'))).status);
      expect([401, 403]).toContain((await client.put(path('current'), body)).status);
    },
  );

  it('not for another site, which looks as if it did not exist', async () => {
    const answer = await stage.cast.siteOwner.get(path(stage.other.documentId));
    const none = await stage.cast.siteOwner.get(path('nothing'));
    expect(answer.status).toBe(404);
    expect(answer.body).toEqual(none.body);
  });

  it.each([{ url: 'ftp://x', isEnabled: true }, { url: 'https://x.example' }, {}])(
    'not with %j',
    async (body) => {
      expect((await save(body)).status).toBe(400);
    },
  );
});
