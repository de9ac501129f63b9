// The application as `npm start` runs it, on a database and public folder of its own.
// `--seed` fills the database with the demo, adds a super admin for the tests, and ends.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { at, ROOT } from '../../../scripts/lib/paths.mjs';

/** Also in browser.ts, which cannot import an ES module. */
const TESTER = { email: 'tester@example.test', password: 'Test-Password-1' };

const { createStrapi } = createRequire(import.meta.url)('@strapi/strapi');
const isSeeding = process.argv.includes('--seed');
if (isSeeding) process.env.SEED_DEMO = 'true';

const addTester = async () => {
  const superAdmin = await app.db
    .query('admin::role')
    .findOne({ where: { code: 'strapi-super-admin' } });
  await app.service('admin::user').create({
    firstname: 'Browser',
    lastname: 'Tester',
    ...TESTER,
    registrationToken: null,
    isActive: true,
    roles: [superAdmin.id],
  });
};

const app = createStrapi({ appDir: ROOT, distDir: at('dist') });
app.config.set('dirs.static.public', process.env.SUITE_PUBLIC_DIR);
if (isSeeding) {
  await app.load();
  await addTester();
  await app.destroy();
  process.exit(0);
}
process.once('disconnect', () => {
  fs.rmSync(path.dirname(process.env.DATABASE_FILENAME), { recursive: true, force: true });
  process.exit();
});
await app.start();
// Connections stay open while a test is busy in the page: one that is closed for being idle is
// perhaps closed just when it is used again, and a write is not sent twice.
app.server.httpServer.keepAliveTimeout = 0;
