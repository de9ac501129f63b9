// `node tests/pack/run.mjs [--keep]`: the plugins as npm would deliver them, in new apps made by
// create-strapi-app: one JavaScript, one TypeScript. Ends with "N passed, N failed, N skipped".
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildPlugins } from '../../scripts/lib/build.mjs';
import { at } from '../../scripts/lib/paths.mjs';
import { ownPlugins } from '../../scripts/lib/plugins.mjs';
import { tidyAfter } from '../adoption/lib/interrupt.mjs';
import { createReporter } from '../adoption/lib/reporter.mjs';
import { buildApp, createApp, missingInAdmin, strays } from './lib/app.mjs';
import { tarballChecks } from './lib/check-tarball.mjs';
import { startApp } from './lib/running-app.mjs';
import { packPlugin } from './lib/tarball.mjs';

const { values: options } = parseArgs({ options: { keep: { type: 'boolean', default: false } } });

const reporter = createReporter();
const plugins = ownPlugins();
const workDir = fs.mkdtempSync(path.join(os.tmpdir(), 'pack-'));

const packAll = async () => {
  const tarballs = [];
  for (const plugin of plugins) {
    const lane = reporter.lane(plugin.id);
    const tarball = await packPlugin(plugin, { workDir });
    lane.say(`${path.basename(tarball.file)}, ${tarball.files.length} files`);
    for (const [what, problems] of tarballChecks(tarball)) lane.check(what, problems);
    tarballs.push(tarball);
  }
  return tarballs;
};

const byNeed = (a, b) => Number(a.id === 'multi-site') - Number(b.id === 'multi-site');

/** Each plugin has its own questions, in checks/<id>.mjs. */
const askPlugin = async (app, { id }) => {
  const { default: check } = await import(`./checks/${id}.mjs`);
  return check(app);
};

const tryApp = async ({ app, lane }) => {
  const running = await startApp(app);
  try {
    const { json } = await running.admin('GET', '/admin/plugins');
    const loaded = json.plugins.map(({ name }) => name);
    const absent = plugins.filter(({ id }) => !loaded.includes(id)).map(({ id }) => id);
    lane.check(
      'starts with every plugin',
      absent.map((id) => `${id} is not loaded`),
    );
    // Multi-site last: its check makes a second site, and then every request has to name one.
    for (const plugin of [...plugins].sort(byNeed)) {
      lane.check(`${plugin.id} answers over HTTP`, await askPlugin(running, plugin));
    }
    return await running.anonymous('GET', '/admin');
  } finally {
    await running.stop();
  }
};

const tryLanguage = async ({ language, tarballs, isBuilt }) => {
  const lane = reporter.lane(language);
  try {
    const app = await createApp({ workDir, language, tarballs, say: lane.say });
    lane.check('only what is declared is installed', strays(app));
    if (isBuilt) {
      await buildApp(app);
      const missing = missingInAdmin({ ...app, plugins });
      lane.check('strapi build bundles every admin side', missing);
    }
    const admin = await tryApp({ app, lane });
    if (isBuilt) lane.check('serves its admin', admin.status === 200 ? [] : [admin.text]);
  } catch (error) {
    lane.check('runs to its end', [error.tail ?? error.stack ?? String(error)]);
  }
};

const packAndTry = async () => {
  if (process.env.SUITE_BUILT !== 'true') {
    await buildPlugins({ onPlugin: (id) => reporter.say(`building ${id}`) });
  }
  if (!fs.existsSync(at('node_modules/create-strapi-app'))) {
    throw new Error('create-strapi-app is not installed: run npm install');
  }
  const tarballs = await packAll();
  // The first compiles and bundles its admin; the second needs no build at all.
  await Promise.all([
    tryLanguage({ language: 'typescript', tarballs, isBuilt: true }),
    tryLanguage({ language: 'javascript', tarballs, isBuilt: false }),
  ]);
};

await tidyAfter(packAndTry, () => {
  if (options.keep) console.log(`kept: ${workDir}`);
  else fs.rmSync(workDir, { recursive: true, force: true });
});

console.log(reporter.line());
process.exitCode = reporter.counts.failed > 0 ? 1 : 0;
