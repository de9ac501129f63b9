import fs from 'node:fs';
import path from 'node:path';
import { buildApp, buildPlugins } from '../../../scripts/lib/build.mjs';
import { withLock } from '../../../scripts/lib/lock.mjs';
import { hashOf } from '../../../scripts/lib/marks.mjs';
import { at, ROOT } from '../../../scripts/lib/paths.mjs';
import { ownPlugins } from '../../../scripts/lib/plugins.mjs';
import { runNode } from '../../../scripts/lib/run.mjs';
import { findScratch } from '../../harness/scratch.mjs';
import { settings } from './application.mjs';
import { findChromium } from './chromium.mjs';

const log = (line) => process.stderr.write(`[browser tests] ${line}\n`);
const SERVER_FILE = 'tests/e2e/harness/server.mjs';

const copyPublicFiles = (folder) => {
  fs.cpSync(at('public'), path.join(folder, 'public'), {
    recursive: true,
    filter: (source) => path.relative(at('public', 'uploads'), source).startsWith('..'),
  });
  fs.mkdirSync(path.join(folder, 'public', 'uploads'), { recursive: true });
};

/** A folder with the seeded demo: made once for the present sources, copied for each start. */
const seededFolder = async () => {
  const sources = [
    'src',
    'config',
    'public/site',
    'packages/kit/src/server',
    'packages/client/src',
  ];
  sources.push('package-lock.json', SERVER_FILE);
  for (const { dir } of ownPlugins()) {
    const plugin = path.relative(ROOT, dir);
    sources.push(`${plugin}/server`, `${plugin}/shared`);
  }
  const parent = at('node_modules/.cache/suite/demo');
  const folder = path.join(parent, hashOf(sources).slice(0, 12));
  if (fs.existsSync(folder)) return folder;
  log('filling a demo database');
  fs.rmSync(parent, { recursive: true, force: true });
  const partial = `${folder}-partial`;
  copyPublicFiles(partial);
  await runNode(at(SERVER_FILE), ['--seed'], { env: settings(partial) });
  fs.renameSync(partial, folder);
  return folder;
};

/** Before the browser tests: a browser, a built admin and a filled demo, once for all workers. */
export default async () => {
  process.env.SUITE_CHROMIUM = findChromium(log);
  process.env.SUITE_SCRATCH = findScratch();
  process.env.SUITE_DEMO = await withLock('browser-tests', async () => {
    if (process.env.SUITE_BUILT !== 'true') {
      // Jest sets "test", which would build React's development version.
      const env = { NODE_ENV: 'production' };
      await buildPlugins({ env, onPlugin: (id) => log(`building ${id}`) });
      log('building application and admin panel where they changed');
      await buildApp({ env });
    }
    return seededFolder();
  });
};
