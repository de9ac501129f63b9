import type { FirstSteps } from '../../../plugins/federation/shared/contracts/first-steps';
import { expectNoPermission } from '../multi-site/lib/answers';
import { startFeed, type FeedServer } from './lib/feed-server';
import { createSource, feedSource, runSource, startStage, type Stage } from './lib/stage';

let stage: Stage;
let feed: FeedServer;

beforeAll(async () => {
  feed = await startFeed([{ id: '1', title: 'One', content: 'x' }]);
  stage = await startStage({ config: { allowedHosts: [feed.host] } });
});
afterAll(async () => {
  await stage.app.stop();
  await feed.stop();
});

const PATH = '/federation/first-steps';
const steps = async () => (await stage.home.get<{ data: FirstSteps }>(PATH)).body.data;

describe('the first steps', () => {
  it('give editors their everyday actions, only on a click and not by just anybody', async () => {
    const { cast } = stage;
    expect(await steps()).toEqual({ isGranted: false, source: null, hasRun: false });
    expectNoPermission(await cast.siteEditor.get('/federation/conflicts'));
    expect((await cast.anonymous.post(`${PATH}/grant`, {})).status).toBe(401);
    expect((await cast.fullToken.post(`${PATH}/grant`, {})).status).toBe(401);
    expectNoPermission(await cast.siteOwner.post(`${PATH}/grant`, {}));
    expectNoPermission(await cast.siteEditor.post(`${PATH}/grant`, {}));

    const granted = await stage.home.post<{ data: FirstSteps }>(`${PATH}/grant`, {});
    expect(granted.body.data).toMatchObject({ isGranted: true });
    expect((await cast.siteEditor.get('/federation/conflicts')).status).toBe(200);
    expectNoPermission(await cast.siteEditor.post('/federation/sources', {}));
  });

  it('know what is connected and what ran', async () => {
    const source = await createSource(stage.home, feedSource(feed.url));
    expect(await steps()).toEqual({ isGranted: true, source: source.id, hasRun: false });
    await runSource(stage.home, source, 'changes');
    expect(await steps()).toEqual({ isGranted: true, source: source.id, hasRun: true });
  });
});
