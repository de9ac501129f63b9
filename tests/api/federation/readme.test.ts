import type { Conflict } from '../../../plugins/federation/shared/contracts/conflicts';
import type { Preview, Source } from '../../../plugins/federation/shared/contracts/sources';
import { expectRefusal } from '../multi-site/lib/answers';
import { startFeed, type FeedServer } from './lib/feed-server';
import {
  draftsOf,
  editDraft,
  feedMapping,
  feedSource,
  runSource,
  startStage,
  waitForRun,
  type Stage,
} from './lib/stage';

/*
 * The plugin's README, done: the three-minute try, and every address of its list once. What the
 * answers have to be in all cases is in the other files.
 */

type One<T> = { data: T };

let stage: Stage;
let feed: FeedServer;
let source: Source;

beforeAll(async () => {
  feed = await startFeed([
    { id: '1', title: 'First', content: 'One' },
    { id: '2', title: 'Second', content: 'Two' },
  ]);
  stage = await startStage({ config: { allowedHosts: [feed.host] } });
});
afterAll(async () => {
  await stage.app.stop();
  await feed.stop();
});

const get = async <T>(path: string) => {
  const answer = await stage.home.get<One<T>>(`/federation${path}`);
  expect({ path, status: answer.status }).toEqual({ path, status: 200 });
  return answer.body.data;
};
const post = async <T>(path: string, body: object = {}, status = 200) => {
  const answer = await stage.home.post<One<T>>(`/federation${path}`, body);
  expect({ path, status: answer.status }).toEqual({ path, status });
  return answer.body.data;
};
const second = async () => {
  const draft = (await draftsOf(stage.app, source.id))['2'];
  if (!draft) throw new Error('The second item has no entry.');
  return draft;
};
const edit = async (title: string) =>
  editDraft(stage.app, await second(), { title }, stage.cast.home?.number);

describe('the three-minute try', () => {
  it('1. an address is tested, and says what is there', async () => {
    const connection = { type: 'feed', config: { url: feed.url } };
    expect(await post('/sources/test', connection)).toMatchObject({ title: 'Test feed' });
    expect(await post('/sources/discover', connection)).toMatchObject({
      types: [{ name: 'items' }],
    });
  });

  it('2. fields are mapped by name, and the first item is shown', async () => {
    const connection = { type: 'feed', config: { url: feed.url } };
    expect(await get('/types')).toEqual(
      expect.arrayContaining([expect.objectContaining({ uid: 'api::article.article' })]),
    );
    const proposed = await post<{ fields: { field: string }[] }>('/sources/propose', {
      ...connection,
      remoteType: 'items',
      uid: 'api::article.article',
    });
    expect(proposed.fields.map(({ field }) => field)).toContain('title');
    const sample = { ...connection, mapping: feedMapping };
    expect(await post('/sources/sample', sample)).toHaveLength(2);
  });

  it('3. the preview says what the run then does', async () => {
    const { name: _name, mappings, ...connection } = feedSource(feed.url);
    const draft = { ...connection, mappings };
    expect(await post<Preview>('/sources/preview', draft)).toMatchObject({
      counts: { created: 2 },
    });
    source = await post<Source>('/sources', feedSource(feed.url), 201);
    expect(await post<Preview>(`/sources/${source.id}/preview`)).toMatchObject({
      counts: { created: 2 },
    });
    const run = await runSource(stage.home, source);
    expect(run.result?.counts).toMatchObject({ created: 2, failed: 0 });
  });

  it('4. what both sides changed waits under Conflicts', async () => {
    await edit('Ours');
    feed.items[1] = { id: '2', title: 'Theirs', content: 'Two' };
    await runSource(stage.home, source);
    expect(await get<Conflict[]>('/conflicts')).toMatchObject([
      { path: 'title', base: 'Second', local: 'Ours', remote: 'Theirs' },
    ]);
  });
});

describe('the addresses', () => {
  it('of sources', async () => {
    expect(await get('/sources')).toMatchObject([{ id: source.id }]);
    expect(await get(`/sources/${source.id}`)).toMatchObject({ openConflicts: 1 });
    expect(await post(`/sources/${source.id}/test`)).toMatchObject({ title: 'Test feed' });
    expect(await post(`/sources/${source.id}/discover`)).toMatchObject({
      types: [{ name: 'items' }],
    });
    const renamed = await stage.home.put(`/federation/sources/${source.id}`, { name: 'Renamed' });
    expect(renamed.body).toMatchObject({ data: { name: 'Renamed' } });
  });

  it('of conflicts', async () => {
    const [conflict] = await get<Conflict[]>('/conflicts');
    const id = conflict?.id ?? '';
    expect(await get(`/conflicts/${id}`)).toMatchObject({ state: 'open' });
    await post(`/conflicts/${id}/resolve`, { choice: 'local' });
    await post(`/conflicts/${id}/undo`);
    await post('/conflicts/resolve', { ids: [id], choice: 'remote' });
    expect((await second()).title).toBe('Theirs');
  });

  it('of entries', async () => {
    const { documentId } = await second();
    const path = `/content/api::article.article/${documentId}`;
    expect(await get(`${path}?locale=en`)).toMatchObject([{ sourceName: 'Renamed' }]);
    expect(await post(`${path}/detach?locale=en`)).toMatchObject([{ mode: 'detached' }]);
    expect(await post(`${path}/attach?locale=en`)).toMatchObject([{ mode: 'synced' }]);
  });

  it('of runs', async () => {
    const runs = await get<{ id: string }[]>('/runs');
    expect(runs.length).toBeGreaterThan(1);
    const first = runs.at(-1)?.id ?? '';
    expect(await get(`/runs/${first}`)).toMatchObject({ state: 'done' });
    // What is over stays as it ended, and this one has nothing to confirm.
    expect(await post(`/runs/${first}/cancel`)).toMatchObject({ state: 'done' });
    const nothing = await stage.home.post(`/federation/runs/${first}/apply-deletes`);
    expectRefusal(nothing, 409, 'FEDERATION_NOTHING_HELD');
    const again = await post<{ id: string }>(`/runs/${first}/retry`, {}, 201);
    expect(await waitForRun(stage.home, again.id)).toMatchObject({ state: 'done' });
    expect(await post(`/runs/${first}/undo`)).toMatchObject({
      undone: expect.any(Number) as number,
    });
  });

  it('of the audit, the homepage and the first steps', async () => {
    expect((await get<object[]>('/audit')).length).toBeGreaterThan(0);
    expect(await get('/waiting')).toMatchObject({ conflicts: expect.any(Number) as number });
    expect(await get('/first-steps')).toMatchObject({ source: source.id, hasRun: true });
  });

  it('of a source that is given up', async () => {
    const removed = await stage.home.delete(`/federation/sources/${source.id}`);
    expect(removed.status).toBe(200);
    expect(await get('/sources')).toEqual([]);
  });
});
