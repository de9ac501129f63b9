import { createHash } from 'node:crypto';
import { createStorage, createSuperAdmin, startApp, type App } from '../../harness';
import { startFeed } from './lib/feed-server';
import { createSource, feedSource, runSource } from './lib/stage';

const CONFIG = { federation: { config: { allowedHosts: ['127.0.0.1'], pollMs: 50 } } };
const TABLES = [
  'federation_sources',
  'federated_content',
  'sync_status',
  'federation_checkpoints',
  'federation_conflicts',
  'federation_media',
  'federation_audit',
  'federation_runs',
];

/** What is stored in our tables, as one checksum a table. */
const checksums = async (app: App) => {
  const sums: Record<string, string> = {};
  for (const table of TABLES) {
    const rows = await app.strapi.db.connection(table).orderBy('id');
    sums[table] =
      `${rows.length} ${createHash('sha256').update(JSON.stringify(rows)).digest('hex')}`;
  }
  return sums;
};

it('switched off for a start and on again, everything is as it was', async () => {
  const feed = await startFeed([{ id: '1', title: 'One', content: 'x', image: '/a.png' }]);
  const storage = await createStorage();
  let app = await startApp({ storage, plugins: CONFIG });
  const admin = await createSuperAdmin(app);
  const source = await createSource(admin, feedSource(feed.url));
  await runSource(admin, source);
  await app.strapi.plugin('federation').service('runs').stop();
  const before = await checksums(app);
  await app.stop();

  app = await startApp({ storage, plugins: { federation: false } });
  expect(await checksums(app)).toEqual(before);
  await app.stop();

  app = await startApp({ storage, plugins: CONFIG });
  expect(await checksums(app)).toEqual(before);
  expect(before.federated_content).toMatch(/^1 /);
  await app.stop();
  await storage.remove();
  await feed.stop();
});
