import fs from 'node:fs';
import path from 'node:path';
import { buildPlugins } from '../../../scripts/lib/build.mjs';
import { hashOf, isMarked, setMark } from '../../../scripts/lib/marks.mjs';
import { at, BIN } from '../../../scripts/lib/paths.mjs';
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
const withLock = async (work) => {
  while (!takeLock()) await new Promise((resolve) => setTimeout(resolve, 250));
  try {
    return await work();
  } finally {
    fs.rmSync(LOCK, { force: true });
  }
};

const compileServer = async (log) => {
  const hash = hashOf(['config', 'src', 'types', 'tsconfig.json', 'package-lock.json']);
  if (fs.existsSync(at('dist/src/index.js')) && isMarked('test-server', hash)) return;
  log('compiling the app');
  for (const part of ['config', 'src', 'tsconfig.tsbuildinfo']) {
    fs.rmSync(at('dist', part), { recursive: true, force: true });
  }
  await runNode(BIN.tsc, ['--pretty', 'false', '-p', at('tsconfig.json')]);
  setMark('test-server', hash);
};

/** Brings plugins and the compiled app up to date; what did not change is left alone. */
export const buildForApiTests = (log) =>
  withLock(async () => {
    await buildPlugins({ onPlugin: (id) => log(`building ${id}`) });
    await compileServer(log);
  });
