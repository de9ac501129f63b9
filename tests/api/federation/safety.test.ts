import type { Run } from '../../../plugins/federation/shared/contracts/runs';
import type { Source } from '../../../plugins/federation/shared/contracts/sources';
import type { ErrorBody } from '../../harness';
import { startFeed, type FeedServer } from './lib/feed-server';
import {
  createSource,
  draftsOf,
  feedSource,
  runSource,
  startStage,
  waitForRun,
  type Stage,
} from './lib/stage';

let stage: Stage;
let feed: FeedServer;
let source: Source;

beforeAll(async () => {
  feed = await startFeed([{ id: '1', title: 'One', content: 'x' }]);
  stage = await startStage({
    config: { allowedHosts: [feed.host], maxAttempts: 2, requestTimeoutMs: 4_000 },
  });
  source = await createSource(stage.home, feedSource(feed.url));
});
afterAll(async () => {
  await stage.app.stop();
  await feed.stop();
});

const test = (url: string) =>
  stage.home.post<ErrorBody>('/federation/sources/test', { type: 'feed', config: { url } });

describe('an address', () => {
  it.each([
    'http://127.0.0.1:1/feed.xml',
    'http://localhost:1/feed.xml',
    'http://[::1]:1/feed.xml',
    'http://[::ffff:127.0.0.1]:1/feed.xml',
    'http://2130706433:1/feed.xml',
    'http://0x7f.1:1/feed.xml',
    'http://0177.0.0.1:1/feed.xml',
    'http://10.0.0.1/feed.xml',
    'http://169.254.169.254/latest/meta-data',
  ])('%s is refused: it is not public', async (url) => {
    const answer = await test(url);
    expect(answer.status).toBe(400);
    expect(answer.body.error.details.code).toBe('FEDERATION_ADDRESS_REFUSED');
  });

  it('is refused when a public one redirects to it', async () => {
    feed.answer = (_request, response) => {
      response.statusCode = 302;
      response.setHeader('location', 'http://127.0.0.1:1/feed.xml');
      response.end();
      return true;
    };
    const answer = await test(feed.url);
    feed.answer = null;
    expect(answer.body.error.details.code).toBe('FEDERATION_ADDRESS_REFUSED');
  });

  it.each(['ftp://feed.test/x', 'file:///etc/passwd', 'nothing'])(
    '%s is no address',
    async (url) => {
      expect((await test(url)).status).toBe(400);
    },
  );
});

describe('a source that', () => {
  it('does not answer fails the run with a sentence, and is shown as failing', async () => {
    feed.answer = () => true;
    const run = await runSource(stage.home, source);
    feed.answer = null;
    expect(run.state).toBe('failed');
    expect(run.error).toContain('could not be reached');
    const { body } = await stage.home.get<{ data: Source }>(`/federation/sources/${source.id}`);
    expect(body.data).toMatchObject({ health: 'failing', failures: 1 });
    expect((await runSource(stage.home, source)).state).toBe('done');
  });

  it('answers with a page instead of a feed says so', async () => {
    feed.answer = (_request, response) => {
      response.end('<html></html>');
      return true;
    };
    const answer = await test(feed.url);
    feed.answer = null;
    expect(answer.body.error).toMatchObject({
      details: { code: 'FEDERATION_SOURCE_ANSWERED_BADLY' },
    });
  });

  it('is slow can be cancelled', async () => {
    feed.answer = () => true;
    const answer = await stage.home.post<{ data: Run }>(`/federation/sources/${source.id}/run`, {});
    const busy = await stage.home.post<ErrorBody>(`/federation/sources/${source.id}/run`, {});
    expect(busy.body.error.details.code).toBe('FEDERATION_SOURCE_BUSY');
    await waitForRun(stage.home, answer.body.data.id, ['running']);
    await stage.home.post(`/federation/runs/${answer.body.data.id}/cancel`);
    const run = await waitForRun(stage.home, answer.body.data.id);
    feed.answer = null;
    expect(run.state).toBe('cancelled');
  });
});

describe('a record that cannot be written', () => {
  it('is counted, does not keep the others, is set aside, and tried again when asked', async () => {
    let isBroken = true;
    stage.app.strapi.documents.use(async (context, next) => {
      const data = (context.params as { data?: { title?: string } }).data;
      if (isBroken && data?.title === 'Poison') throw new Error('Cannot be written');
      return next();
    });
    feed.items.push(
      { id: 'p', title: 'Poison', content: 'x' },
      { id: 'q', title: 'After', content: 'y' },
    );
    const first = await runSource(stage.home, source);
    expect(first.result?.counts).toMatchObject({ created: 1, failed: 1 });
    expect(Object.keys(await draftsOf(stage.app, source.id))).toContain('q');

    const second = await runSource(stage.home, source);
    expect(second.result?.counts).toMatchObject({ failed: 1 });
    // Set aside after the second time: it is not tried any more.
    const third = await runSource(stage.home, source, 'full');
    expect(third.result?.counts).toMatchObject({ failed: 0 });

    isBroken = false;
    const { body } = await stage.home.post<{ data: Run }>(`/federation/runs/${second.id}/retry`);
    const retried = await waitForRun(stage.home, body.data.id);
    expect(retried.result?.counts).toMatchObject({ created: 1, failed: 0 });
  });
});

describe('who may what', () => {
  it('is closed without a login and to API tokens', async () => {
    expect((await stage.app.get('/federation/sources')).status).toBe(401);
    expect((await stage.cast.fullToken.get('/federation/sources')).status).toBe(401);
  });

  it.each(['siteEditor', 'siteViewer', 'otherEditor'] as const)(
    'is closed to the %s',
    async (name) => {
      expect((await stage.cast[name].get('/federation/sources')).status).toBe(403);
      expect((await stage.cast[name].post(`/federation/sources/${source.id}/run`, {})).status).toBe(
        403,
      );
      expect((await stage.cast[name].get('/federation/conflicts')).status).toBe(403);
    },
  );

  it('another site’s source is none', async () => {
    const elsewhere = stage.admin.with({ site: stage.cast.other?.slug });
    const list = await elsewhere.get<{ data: Source[] }>('/federation/sources');
    expect(list.body.data).toEqual([]);
    const one = await elsewhere.get<ErrorBody>(`/federation/sources/${source.id}`);
    expect(one.body.error.details.code).toBe('FEDERATION_SOURCE_NOT_FOUND');
    expect((await elsewhere.post(`/federation/sources/${source.id}/run`, {})).status).toBe(404);
    expect((await elsewhere.delete(`/federation/sources/${source.id}`)).status).toBe(404);
    const all = await stage.admin.get<{ data: Source[] }>('/federation/sources');
    expect(all.body.data).toHaveLength(1);
  });

  it('asks for the site in the network view', async () => {
    const answer = await stage.admin.post<ErrorBody>('/federation/sources', feedSource(feed.url));
    expect(answer.body.error.details.code).toBe('SITE_NEEDED');
  });
});

describe('bad input', () => {
  it.each([
    ['no name', { name: '' }, 'INVALID_INPUT'],
    ['no mapping', { mappings: [] }, 'INVALID_INPUT'],
    ['a kind that does not exist', { type: 'carrier-pigeon' }, 'INVALID_INPUT'],
    ['a bad schedule', { schedule: 'every day' }, 'FEDERATION_INVALID_SCHEDULE'],
    ['a schedule of six parts', { schedule: '* * * * * *' }, 'FEDERATION_INVALID_SCHEDULE'],
    [
      'a time zone that does not exist',
      { schedule: '0 6 * * *', timeZone: 'Mars/Base' },
      'FEDERATION_INVALID_SCHEDULE',
    ],
    [
      'a field that does not exist',
      {
        mappings: [
          {
            remoteType: 'items',
            uid: 'api::article.article',
            matchBy: '',
            fields: [{ field: 'nope', from: 'title', steps: [] }],
          },
        ],
      },
      'FEDERATION_INVALID_MAPPING',
    ],
  ])('%s is refused', async (_name, change, code) => {
    const body = { ...feedSource(feed.url), ...change };
    const answer = await stage.home.post<ErrorBody>('/federation/sources', body);
    expect([answer.status, answer.body.error.details.code]).toEqual([400, code]);
  });
});

describe('a schedule', () => {
  it('runs a source that is due, once', async () => {
    const { body } = await stage.home.put<{ data: Source }>(`/federation/sources/${source.id}`, {
      schedule: '*/5 * * * *',
    });
    const next = new Date(body.data.nextRunAt ?? 0);
    expect(next.getTime()).toBeGreaterThan(Date.now());
    const runs = stage.app.strapi.plugin('federation').service('runs');
    expect(await runs.startDue(new Date(next.getTime() + 1_000))).toBe(1);
    const list = await stage.home.get<{ data: Run[] }>('/federation/runs');
    expect(list.body.data[0]).toMatchObject({ startedBy: null });
    await waitForRun(stage.home, list.body.data[0]?.id ?? '');
  });
});
