import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { buildApp, buildPlugins } from '../../../scripts/lib/build.mjs';
import { withLock } from '../../../scripts/lib/lock.mjs';
import { hashOf } from '../../../scripts/lib/marks.mjs';
import { at, ROOT } from '../../../scripts/lib/paths.mjs';
import { ownPlugins } from '../../../scripts/lib/plugins.mjs';
import { runNode } from '../../../scripts/lib/run.mjs';
import { findScratch } from '../../harness/scratch.mjs';
import { endWithUs, freePort } from '../../harness/servers/process.mjs';
import { findChromium } from './chromium.mjs';

const log = (line) => process.stderr.write(`[browser tests] ${line}\n`);
const SERVER_FILE = 'tests/e2e/harness/server.mjs';
const SERVER = at(SERVER_FILE);
const START_LIMIT_MS = 120_000;

/** Not secrets: they open nothing but a throwaway database. */
const settings = (folder) => ({
  NODE_ENV: 'production',
  ENV_PATH: path.join(folder, 'no.env'),
  HOST: '127.0.0.1',
  PUBLIC_URL: '',
  ADMIN_RATE_LIMIT: 'false',
  APP_KEYS: 'test-key-one,test-key-two',
  API_TOKEN_SALT: 'test-api-token-salt',
  ADMIN_JWT_SECRET: 'test-admin-jwt-secret',
  TRANSFER_TOKEN_SALT: 'test-transfer-token-salt',
  JWT_SECRET: 'test-jwt-secret',
  ENCRYPTION_KEY: 'test-encryption-key-32-characters',
  STRAPI_TELEMETRY_DISABLED: 'true',
  LOG_STARTUP: 'false',
  DATABASE_CLIENT: 'sqlite',
  DATABASE_URL: '',
  DATABASE_FILENAME: path.join(folder, 'data.db'),
  SUITE_PUBLIC_DIR: path.join(folder, 'public'),
});

const copyPublicFiles = (folder) => {
  fs.cpSync(at('public'), path.join(folder, 'public'), {
    recursive: true,
    filter: (source) => path.relative(at('public', 'uploads'), source).startsWith('..'),
  });
  fs.mkdirSync(path.join(folder, 'public', 'uploads'), { recursive: true });
};

/** A folder with the seeded demo: made once for the present sources, copied for each run. */
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
  await runNode(SERVER, ['--seed'], { env: settings(partial) });
  fs.renameSync(partial, folder);
  return folder;
};

const isHealthy = async (url) => {
  try {
    return (await fetch(`${url}/_health`)).status === 204;
  } catch {
    return false;
  }
};

const startServer = async (folder) => {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = { ...process.env, ...settings(folder), PORT: String(port) };
  const child = spawn(process.execPath, ['--no-deprecation', SERVER], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const keep = (chunk) => {
    output = (output + chunk).slice(-8000);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  endWithUs(child, () => fs.rmSync(folder, { recursive: true, force: true }));
  const deadline = Date.now() + START_LIMIT_MS;
  while (!(await isHealthy(url))) {
    if (child.exitCode !== null || Date.now() > deadline) {
      child.kill('SIGKILL');
      throw new Error(`The application did not start:\n${output}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return { url, child };
};

/** Before the browser tests: a browser, a built admin, a demo and the server, once for all files. */
export default async () => {
  process.env.SUITE_CHROMIUM = findChromium(log);
  const seeded = await withLock('browser-tests', async () => {
    if (process.env.SUITE_BUILT !== 'true') {
      // Jest sets "test", which would build React's development version.
      const env = { NODE_ENV: 'production' };
      await buildPlugins({ env, onPlugin: (id) => log(`building ${id}`) });
      log('building application and admin panel where they changed');
      await buildApp({ env });
    }
    return seededFolder();
  });
  process.env.SUITE_SCRATCH = findScratch();
  const folder = fs.mkdtempSync(path.join(process.env.SUITE_SCRATCH, 'suite-e2e-'));
  fs.cpSync(seeded, folder, { recursive: true });
  const { url, child } = await startServer(folder);
  process.env.SUITE_E2E_URL = url;
  globalThis.suiteE2e = { folder, child };
};
