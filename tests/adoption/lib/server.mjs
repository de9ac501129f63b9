import { fork } from 'node:child_process';
import { existsSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const CHILD = fileURLToPath(new URL('./child.mjs', import.meta.url));
const TASKS = new URL('../tasks/', import.meta.url);
const BOOT_LIMIT_MS = 120_000;
const TAIL_LINES = 25;

/** Secrets of a test project: worth nothing outside it, and equal in every state. */
const SECRETS = {
  APP_KEYS: 'first-app-key,second-app-key',
  API_TOKEN_SALT: 'api-token-salt',
  ADMIN_JWT_SECRET: 'admin-jwt-secret',
  TRANSFER_TOKEN_SALT: 'transfer-token-salt',
  JWT_SECRET: 'jwt-secret',
  ENCRYPTION_KEY: '0123456789abcdef0123456789abcdef',
};

export const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** A run that was broken off has tidied its logs away. */
const tail = (file) =>
  existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(-TAIL_LINES).join('\n') : '';

/** Boots the project in a process of its own; resolves when it listens, rejects with its last lines. */
export async function startServer({ project, database, port, label, env = {} }) {
  const logFile = path.join(project.workDir, `${label}.log`);
  const log = openSync(logFile, 'w');
  const child = fork(CHILD, {
    cwd: project.appDir,
    stdio: ['ignore', log, log, 'ipc'],
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: String(port),
      TZ: 'UTC',
      STRAPI_TELEMETRY_DISABLED: 'true',
      ...SECRETS,
      ...database.env,
      ...env,
    },
  });

  const waiting = new Map();
  let nextId = 1;
  const ended = new Promise((resolve) => child.once('exit', resolve));

  const ready = new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`${label}: not up after ${BOOT_LIMIT_MS} ms\n${tail(logFile)}`)),
      BOOT_LIMIT_MS,
    );
    child.on('message', (message) => {
      if (message.ready) {
        clearTimeout(timer);
        resolve();
        return;
      }
      const { done, fail } = waiting.get(message.id);
      waiting.delete(message.id);
      if (message.error) fail(new Error(`${label}: ${message.error}`));
      else done(message.result);
    });
    child.once('exit', (code) => {
      clearTimeout(timer);
      const error = new Error(`${label}: ended with code ${code}\n${tail(logFile)}`);
      for (const { fail } of waiting.values()) fail(error);
      reject(error);
    });
  });

  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
    await ended;
  };

  try {
    await ready;
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }

  return {
    port,
    logFile,
    stop,
    /** Runs `tasks/<name>.mjs` inside the app's process. */
    run: (name, args) =>
      new Promise((done, fail) => {
        const id = nextId++;
        waiting.set(id, { done, fail });
        child.send({ id, task: new URL(`${name}.mjs`, TASKS).href, args });
      }),
  };
}
