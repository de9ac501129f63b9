import fs from 'node:fs';
import { buildPlugins } from '../../../scripts/lib/build.mjs';
import { withLock } from '../../../scripts/lib/lock.mjs';
import { hashOf } from '../../../scripts/lib/marks.mjs';
import { at, BIN, ROOT } from '../../../scripts/lib/paths.mjs';
import { runNode } from '../../../scripts/lib/run.mjs';

const COMPILED = '.dist-test-';
const UNUSED_MS = 24 * 60 * 60 * 1000;

const removeUnused = (keep) => {
  for (const name of fs.readdirSync(ROOT)) {
    if (!name.startsWith(COMPILED) || name === keep) continue;
    if (Date.now() - fs.statSync(at(name)).mtimeMs > UNUSED_MS) {
      fs.rmSync(at(name), { recursive: true, force: true });
    }
  }
};

/**
 * The compiled app, in a folder named after its sources: never rewritten, so neither `strapi
 * develop` nor a second test run pulls it away under a running test. As deep as `dist`, because
 * compiled code finds the app's folder from its own.
 */
const compileServer = async (log) => {
  const sources = ['config', 'src', 'types', 'tsconfig.json', 'package-lock.json'];
  const name = `${COMPILED}${hashOf(sources).slice(0, 12)}`;
  if (fs.existsSync(at(name))) return at(name);
  log('compiling the app');
  removeUnused(name);
  const partial = `${COMPILED}partial-${process.pid}`;
  const flags = ['--incremental', 'false', '--pretty', 'false', '--outDir', at(partial)];
  await runNode(BIN.tsc, ['-p', at('tsconfig.json'), ...flags]);
  fs.renameSync(at(partial), at(name));
  return at(name);
};

/**
 * Brings plugins and the compiled app up to date and returns the latter's folder; what did not
 * change is left alone. SUITE_BUILT is set by a runner that has already built the plugins.
 */
export const buildForApiTests = async (log) => {
  if (process.env.SUITE_BUILT !== 'true') {
    // Jest sets "test", which would build React's development version.
    const env = { NODE_ENV: 'production' };
    await buildPlugins({ env, onPlugin: (id) => log(`building ${id}`) });
  }
  return withLock('compile-tests', () => compileServer(log));
};
