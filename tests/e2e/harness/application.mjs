import fs from 'node:fs';
import path from 'node:path';
import { at } from '../../../scripts/lib/paths.mjs';
import { freePort, startServer } from '../../harness/servers/process.mjs';

const shared = JSON.parse(fs.readFileSync(at('tests/harness/settings.json'), 'utf8'));
const SERVER = at('tests/e2e/harness/server.mjs');
const START_LIMIT_MS = 120_000;

/** Not secrets: they open nothing but a throwaway database. */
export const settings = (folder) => ({
  NODE_ENV: 'production',
  ENV_PATH: path.join(folder, 'no.env'),
  ...shared,
  DATABASE_CLIENT: 'sqlite',
  DATABASE_URL: '',
  DATABASE_FILENAME: path.join(folder, 'data.db'),
  SUITE_PUBLIC_DIR: path.join(folder, 'public'),
});

const isHealthy = (url) =>
  fetch(`${url}/_health`).then(
    ({ status }) => status === 204,
    () => false,
  );

/**
 * Starts the application in a process of its own, on a copy of a folder (database and public
 * files) or, without one, on an empty database. `stop()` removes the copy; so does our own end.
 */
export const startApplication = async (source) => {
  const folder = fs.mkdtempSync(path.join(process.env.SUITE_SCRATCH, 'suite-e2e-'));
  if (source) fs.cpSync(source, folder, { recursive: true });
  fs.mkdirSync(path.join(folder, 'public', 'uploads'), { recursive: true });
  const port = String(await freePort());
  const url = `http://127.0.0.1:${port}`;
  const { stop } = await startServer({
    command: process.execPath,
    args: ['--no-deprecation', SERVER],
    options: {
      env: { ...process.env, ...settings(folder), PORT: port },
      // It ends when this channel does, however we end.
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
    folder,
    isReady: () => isHealthy(url),
    timeoutMs: START_LIMIT_MS,
  });
  return { url, stop };
};

/** An application on the demo. */
export const startDemo = () => startApplication(process.env.SUITE_DEMO);
