import fs from 'node:fs';
import path from 'node:path';
import { buildPlugins } from '../../../scripts/lib/build.mjs';
import { hashOf } from '../../../scripts/lib/marks.mjs';
import { at, BIN, ROOT } from '../../../scripts/lib/paths.mjs';
import { runNode } from '../../../scripts/lib/run.mjs';

const LOCK = at('node_modules/.cache/suite/build.lock');

const isRunning = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
};

const takeLock = () => {
  fs.mkdirSync(path.dirname(LOCK), { recursive: true });
  try {
    fs.writeFileSync(LOCK, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    const holder = Number(fs.readFileSync(LOCK, 'utf8'));
    if (holder && !isRunning(holder)) fs.rmSync(LOCK, { force: true });
    return false;
  }
};

/** Two test runs in one checkout must not build into each other's folders. */
export const withLock = async (work) => {
  while (!takeLock()) await new Promise((resolve) => setTimeout(resolve, 250));
  try {
    return await work();
  } finally {
    fs.rmSync(LOCK, { force: true });
  }
};

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
export const buildForApiTests = (log) =>
  withLock(async () => {
    if (process.env.SUITE_BUILT !== 'true') {
      // Jest sets "test", which would build React's development version.
      const env = { NODE_ENV: 'production' };
      await buildPlugins({ env, onPlugin: (id) => log(`building ${id}`) });
    }
    return compileServer(log);
  });
