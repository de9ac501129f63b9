import type { Conflict } from '../../../plugins/federation/shared/contracts/conflicts';
import type { EntryOrigin } from '../../../plugins/federation/shared/contracts/entries';
import type { UndoResult } from '../../../plugins/federation/shared/contracts/runs';
import type { Preview, Source } from '../../../plugins/federation/shared/contracts/sources';
import { startFeed, type FeedItem, type FeedServer } from './lib/feed-server';
import {
  createSource,
  draftsOf,
  editDraft,
  feedSource,
  runSource,
  startStage,
  type Stage,
} from './lib/stage';

let stage: Stage;
let feed: FeedServer;
let source: Source;

const ITEMS = () => [
  { id: '1', title: 'Harbour opens', content: '<p>The harbour opens at six.</p>', image: '/a.png' },
  { id: '2', title: 'Bread prices', content: '<p>Bread costs more.</p>', image: '/copy-of-a.png' },
  {
    id: '3',
    title: 'Night ferry',
    content: '<p>A <b>night</b> ferry<script>alert(1)</script>.</p>',
  },
];

beforeAll(async () => {
  feed = await startFeed(ITEMS());
  stage = await startStage();
});
afterAll(async () => {
  await stage.app.stop();
  await feed.stop();
});

const site = () => stage.cast.home?.number;
const edit = async (id: string, data: object) => {
  const drafts = await draftsOf(stage.app, source.id);
  const draft = drafts[id];
  if (!draft) throw new Error(`No entry for ${id}`);
  return editDraft(stage.app, draft, data, site());
};
/** What the feed says from now on. */
const change = (index: number, part: Partial<FeedItem>) => {
  const item = feed.items[index];
  if (item) feed.items[index] = { ...item, ...part };
};
const openConflicts = async () => {
  const { body } = await stage.home.get<{ data: Conflict[] }>('/federation/conflicts');
  return body.data;
};

describe('a feed', () => {
  it('is tested and shows its fields before it is connected', async () => {
    const connection = { type: 'feed', config: { url: feed.url } };
    const test = await stage.home.post('/federation/sources/test', connection);
    expect(test.body).toEqual({ data: { title: 'Test feed', detail: 'RSS, 3 items' }, meta: {} });
    const found = await stage.home.post<{ data: { types: { name: string; fields: object[] }[] } }>(
      '/federation/sources/discover',
      connection,
    );
    expect(found.body.data.types[0]?.fields).toContainEqual({
      path: 'title',
      type: 'text',
      sample: 'Harbour opens',
    });
  });

  it('is proposed a mapping by name', async () => {
    const answer = await stage.home.post<{ data: { fields: { field: string }[] } }>(
      '/federation/sources/propose',
      { type: 'feed', config: { url: feed.url }, remoteType: 'items', uid: 'api::article.article' },
    );
    const fields = answer.body.data.fields.map(({ field }) => field);
    expect(fields).toEqual(expect.arrayContaining(['title', 'slug', 'summary', 'body', 'cover']));
  });

  it('is previewed, and the run does what the preview said', async () => {
    source = await createSource(stage.home, feedSource(feed.url));
    const preview = await stage.home.post<{ data: Preview }>(
      `/federation/sources/${source.id}/preview`,
    );
    expect(preview.status).toBe(200);
    expect(preview.body.data.counts).toMatchObject({ created: 3, conflicts: 0, failed: 0 });
    expect(Object.keys(await draftsOf(stage.app, source.id))).toEqual([]);

    const run = await runSource(stage.home, source);
    expect(run).toMatchObject({ state: 'done', error: null });
    expect(run.result?.counts).toEqual(preview.body.data.counts);
  });

  it('brings entries with HTML made safe and one file for the same picture', async () => {
    const drafts = await draftsOf(stage.app, source.id);
    expect(drafts['1']).toMatchObject({ title: 'Harbour opens', slug: 'harbour-opens' });
    expect(drafts['3']?.body).toEqual([
      {
        type: 'paragraph',
        children: [
          { type: 'text', text: 'A ' },
          { type: 'text', text: 'night', bold: true },
          { type: 'text', text: ' ferry.' },
        ],
      },
    ]);
    expect(drafts['1']?.cover?.id).toBeGreaterThan(0);
    expect(drafts['2']?.cover?.id).toBe(drafts['1']?.cover?.id);
  });

  it('that has not changed costs one request and writes nothing', async () => {
    feed.requests.length = 0;
    const before = await draftsOf(stage.app, source.id);
    const run = await runSource(stage.home, source);
    expect(run.result?.counts).toMatchObject({ created: 0, updated: 0, unchanged: 3 });
    expect(feed.requests).toEqual(['/feed.xml']);
    expect(await draftsOf(stage.app, source.id)).toEqual(before);
  });

  it('changes what changed there, and keeps what was edited here', async () => {
    await edit('2', { summary: 'Written here.' });
    feed.items = ITEMS();
    change(1, { title: 'Bread prices rise' });
    change(0, { content: '<p>The harbour opens at seven.</p>' });
    const run = await runSource(stage.home, source);
    expect(run.result?.counts).toMatchObject({ updated: 2, unchanged: 1, conflicts: 0 });
    const drafts = await draftsOf(stage.app, source.id);
    expect(drafts['2']).toMatchObject({ title: 'Bread prices rise', summary: 'Written here.' });
    expect(drafts['1']?.summary).toBe('The harbour opens at seven.');

    const { body } = await stage.home.post<{ data: UndoResult }>(`/federation/runs/${run.id}/undo`);
    expect(body.data).toEqual({ undone: 2, refused: [] });
    const undone = await draftsOf(stage.app, source.id);
    expect(undone['1']?.summary).toBe('The harbour opens at six.');
    expect(undone['2']).toMatchObject({ title: 'Bread prices', summary: 'Written here.' });
  });

  it('does not bring back what was undone', async () => {
    const run = await runSource(stage.home, source, 'full');
    expect(run.result?.counts).toMatchObject({ updated: 0, unchanged: 3 });
  });
});

describe('a field changed on both sides', () => {
  it('waits in the inbox, and the rest of the entry is merged', async () => {
    await edit('3', { title: 'The night boat' });
    feed.items[2] = { id: '3', title: 'Night ferry late', content: '<p>A new text.</p>' };
    const preview = await stage.home.post<{ data: Preview }>(
      `/federation/sources/${source.id}/preview`,
    );
    const run = await runSource(stage.home, source);
    expect(preview.body.data.counts).toEqual(run.result?.counts);
    expect(run.result?.counts.conflicts).toBe(1);
    expect(await openConflicts()).toMatchObject([
      { path: 'title', base: 'Night ferry', local: 'The night boat', remote: 'Night ferry late' },
    ]);
    const drafts = await draftsOf(stage.app, source.id);
    expect(drafts['3']).toMatchObject({ title: 'The night boat', summary: 'A new text.' });
  });

  it('waits once, however often it runs', async () => {
    const run = await runSource(stage.home, source, 'full');
    expect(run.result?.counts).toMatchObject({ conflicts: 0, unchanged: 3 });
    expect(await openConflicts()).toHaveLength(1);
  });

  it('shows beside the entry', async () => {
    const draft = (await draftsOf(stage.app, source.id))['3'];
    const { body } = await stage.home.get<{ data: EntryOrigin[] }>(
      `/federation/content/api::article.article/${draft?.documentId}?locale=en`,
    );
    expect(body.data).toMatchObject([
      { sourceName: 'A feed', status: 'conflict', conflicts: [{ path: 'title' }] },
    ]);
  });

  it('is settled, undone and settled otherwise', async () => {
    const [conflict] = await openConflicts();
    const url = `/federation/conflicts/${conflict?.id}`;
    const taken = await stage.home.post(`${url}/resolve`, { choice: 'remote' });
    expect(taken.body).toMatchObject({ data: { state: 'resolved', choice: 'remote' } });
    expect((await draftsOf(stage.app, source.id))['3']?.title).toBe('Night ferry late');
    expect(await openConflicts()).toEqual([]);

    const again = await stage.home.post(`${url}/resolve`, { choice: 'local' });
    expect(again.status).toBe(409);

    const undone = await stage.home.post(`${url}/undo`);
    expect(undone.body).toMatchObject({ data: { state: 'open' } });
    expect((await draftsOf(stage.app, source.id))['3']?.title).toBe('The night boat');

    await stage.home.post(`${url}/resolve`, { choice: 'value', value: 'Our own title' });
    expect((await draftsOf(stage.app, source.id))['3']?.title).toBe('Our own title');
  });

  it('is quiet after it was settled', async () => {
    const run = await runSource(stage.home, source, 'full');
    expect(run.result?.counts).toMatchObject({ updated: 0, conflicts: 0, unchanged: 3 });
  });

  it('can be decided once for all', async () => {
    await edit('1', { title: 'Mine one' });
    await edit('2', { title: 'Mine two' });
    change(0, { title: 'Theirs one' });
    change(1, { title: 'Theirs two' });
    await runSource(stage.home, source);
    const titles = (await openConflicts()).filter(({ path }) => path === 'title');
    expect(titles).toHaveLength(2);
    await stage.home.post(`/federation/conflicts/${titles[0]?.id}/resolve`, {
      choice: 'local',
      always: true,
    });
    // The slug that undo brought back differs from the feed's last one: a question of its own.
    expect(await openConflicts()).toMatchObject([
      { path: 'slug', base: 'bread-prices-rise', local: 'bread-prices', remote: 'theirs-two' },
    ]);
    change(0, { title: 'Theirs again' });
    const run = await runSource(stage.home, source);
    expect(run.result?.counts.conflicts).toBe(0);
    expect((await draftsOf(stage.app, source.id))['1']?.title).toBe('Mine one');
  });
});

describe('undo', () => {
  it('refuses what was edited since, and says which field', async () => {
    feed.items.push({ id: '4', title: 'Fourth', content: '<p>x</p>' });
    const run = await runSource(stage.home, source);
    await edit('4', { summary: 'Edited since' });
    const { body } = await stage.home.post<{ data: UndoResult }>(`/federation/runs/${run.id}/undo`);
    expect(body.data.undone).toBe(0);
    expect(body.data.refused).toMatchObject([{ title: 'Fourth', changed: ['summary'] }]);
  });

  it('removes what a run made, and the next run does not make it again', async () => {
    feed.items.push({ id: '5', title: 'Fifth', content: '<p>y</p>' });
    const run = await runSource(stage.home, source);
    expect(run).toMatchObject({ canUndo: true });
    await stage.home.post(`/federation/runs/${run.id}/undo`);
    expect((await draftsOf(stage.app, source.id))['5']).toBeUndefined();
    const next = await runSource(stage.home, source, 'full');
    expect(next.result?.counts).toMatchObject({ created: 0 });
  });
});
