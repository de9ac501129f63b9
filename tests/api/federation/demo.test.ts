import { createSeedContext } from '../../../src/seed/plugins/context';
import { federationSeed, moveDemoFeeds } from '../../../src/seed/plugins/federation';
import type { Conflict } from '../../../plugins/federation/shared/contracts/conflicts';
import type { Run } from '../../../plugins/federation/shared/contracts/runs';
import type { Source } from '../../../plugins/federation/shared/contracts/sources';
import { runSource, startStage, type Stage } from './lib/stage';

let stage: Stage;

beforeAll(async () => {
  stage = await startStage();
  await seed();
});
afterAll(() => stage.app.stop());

const seed = async () => {
  const { strapi } = stage.app;
  await federationSeed.seed(strapi, await createSeedContext(strapi));
};

const all = async <Row>(path: string) =>
  (await stage.admin.get<{ data: Row[] }>(`/federation/${path}`)).body.data;

const summary = async () => ({
  sources: (await all<Source>('sources')).map(({ name, schedule, health, openConflicts }) => ({
    name,
    schedule,
    health,
    openConflicts,
  })),
  conflicts: (await all<Conflict>('conflicts')).map(({ local, remote }) => [local, remote]).sort(),
  runs: (await all<Run>('runs')).map(({ sourceName, state }) => [sourceName, state]).sort(),
});

const EXPECTED = {
  sources: [
    { name: 'Craft Market News', schedule: '', health: 'ok', openConflicts: 0 },
    { name: 'Harbour Wire', schedule: '*/30 * * * *', health: 'ok', openConflicts: 2 },
    { name: 'Marenburg Events', schedule: '0 6 * * *', health: 'ok', openConflicts: 1 },
    { name: 'Supplier notices', schedule: '', health: 'failing', openConflicts: 0 },
  ],
  conflicts: [
    ['Last boat to the island: ten o’clock', 'The night ferry now sails at eleven'],
    ['North basin: the dredger is coming', 'Dredging in the north basin takes until March'],
    ['With lanterns through the old town', 'Lantern walk through the old town at six'],
  ],
  runs: [
    ['Craft Market News', 'done'],
    ['Craft Market News', 'done'],
    ['Harbour Wire', 'done'],
    ['Harbour Wire', 'done'],
    ['Marenburg Events', 'done'],
    ['Marenburg Events', 'done'],
    ['Supplier notices', 'failed'],
  ],
};

describe('the demo’s sources', () => {
  it('have conflicts that wait, a run that failed and schedules', async () => {
    expect(await summary()).toEqual(EXPECTED);
  });

  it('are the same when they are seeded again', async () => {
    await seed();
    expect(await summary()).toEqual(EXPECTED);
  });

  it('are read from this app, whichever port it got', async () => {
    const { strapi, url } = stage.app;
    strapi.config.set('server.port', Number(new URL(url).port));
    await moveDemoFeeds(strapi);
    const sources = await all<Source>('sources');
    const wire = sources.find(({ name }) => name === 'Harbour Wire');
    expect(wire?.config.url).toBe(`${url}/demo-feeds/harbour-wire.xml`);
    const run = await runSource(stage.admin, { id: wire?.id ?? '' }, 'full');
    expect(run).toMatchObject({ state: 'done', error: null });
    expect(run.result?.counts).toMatchObject({ unchanged: 5, conflicts: 0, failed: 0 });
  });

  it('leave a source alone that somebody made his own', async () => {
    const [source] = await all<Source>('sources');
    const own = 'https://feeds.example/demo-feeds/news.xml';
    await stage.admin.put(`/federation/sources/${source?.id}`, { config: { url: own } });
    await moveDemoFeeds(stage.app.strapi);
    expect((await all<Source>('sources'))[0]?.config.url).toBe(own);
  });

  it('go away with the other samples', async () => {
    const samples = stage.app.strapi.plugin('federation').service('samples');
    expect(await samples.remove()).toMatchObject({ source: 4, conflict: 3, run: 8 });
    expect(await summary()).toEqual({ sources: [], conflicts: [], runs: [] });
  });
});
