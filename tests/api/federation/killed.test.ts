import type { Run } from '../../../plugins/federation/shared/contracts/runs';
import { adminToken, createClient, createStorage, createSuperAdmin, startApp } from '../../harness';
import { startFeed } from './lib/feed-server';
import { startOtherStrapi } from './lib/other-strapi';
import { createSource, draftsOf, feedSource, waitForRun } from './lib/stage';

const COUNT = 120;
const PLUGINS = { federation: { config: { allowedHosts: ['127.0.0.1'], pollMs: 50 } } };

it('a run whose process is killed is gone on with by another, and nothing is made twice', async () => {
  const feed = await startFeed(
    Array.from({ length: COUNT }, (_, n) => ({ id: `i${n}`, title: `Item ${n}`, content: 'x' })),
  );
  const storage = await createStorage();
  const first = await startApp({ storage, plugins: PLUGINS });
  const admin = await createSuperAdmin(first);
  const source = await createSource(admin, feedSource(feed.url));
  const session = { token: await adminToken(first, admin.user.email) };
  const env = { ...process.env, FEDERATION_ALLOWED_HOSTS: '127.0.0.1' } as Record<string, string>;

  // Another process on the same database does the run, while this one stands aside.
  await first.stop();
  const other = await startOtherStrapi(storage, env);
  const client = createClient(other.url, session);
  const { body } = await client.post<{ data: Run }>(`/federation/sources/${source.id}/run`, {});
  for (;;) {
    const { data } = (await client.get<{ data: Run }>(`/federation/runs/${body.data.id}`)).body;
    if (data.done >= 10 || data.state === 'done') break;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await other.kill();

  const second = await startApp({ storage, plugins: PLUGINS });
  // As if the time of the dead process were up.
  await second.strapi.db.query('plugin::federation.run').updateMany({
    where: { state: 'running' },
    data: { leaseUntil: new Date(0) },
  });
  const run = await waitForRun(second.with(session), body.data.id);
  expect(run).toMatchObject({ state: 'done', attempts: 2 });
  const drafts = await draftsOf(second, source.id);
  expect(Object.keys(drafts)).toHaveLength(COUNT);
  expect(new Set(Object.values(drafts).map(({ documentId }) => documentId)).size).toBe(COUNT);
  const entries = await second.strapi.db
    .query('api::article.article')
    .count({ where: { publishedAt: null } });
  expect(entries).toBe(COUNT);

  await second.stop();
  await storage.remove();
  await feed.stop();
});
