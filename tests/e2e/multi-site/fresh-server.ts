import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

const SERVER = path.resolve(__dirname, '../harness/server.mjs');
const START_LIMIT_MS = 120_000;
const STOP_LIMIT_MS = 10_000;
/** Where the databases of a run are, see tests/harness/scratch.mjs. */
const SCRATCH = process.env.SUITE_SCRATCH ?? os.tmpdir();

/** The first admin of a fresh application. */
export const FIRST_ADMIN = {
  email: 'first@fresh.test',
  password: 'First-Password-1',
  firstname: 'First',
  lastname: 'Admin',
};

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as net.AddressInfo;
      probe.close(() => resolve(port));
    });
  });

/** Not secrets: they open nothing but a throwaway database. */
const settings = (folder: string, port: number) => ({
  NODE_ENV: 'production',
  ENV_PATH: path.join(folder, 'no.env'),
  HOST: '127.0.0.1',
  PORT: String(port),
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

const isHealthy = (url: string) =>
  fetch(`${url}/_health`).then(
    ({ status }) => status === 204,
    () => false,
  );

const stop = async (child: ChildProcess, folder: string) => {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
  await ended;
  clearTimeout(timer);
  fs.rmSync(folder, { recursive: true, force: true });
};

/** The demo as the browser tests' setup has filled it. */
const seededDemo = () => {
  const parent = path.resolve(__dirname, '../../../node_modules/.cache/suite/demo');
  const [name] = fs.readdirSync(parent).filter((entry) => !entry.endsWith('-partial'));
  if (!name) throw new Error('There is no demo: run the browser tests by npm run test:e2e.');
  return path.join(parent, name);
};

/** A copy of the demo that a test may take apart. */
export const startDemoCopy = async () => {
  const folder = fs.mkdtempSync(path.join(SCRATCH, 'suite-demo-'));
  fs.cpSync(seededDemo(), folder, { recursive: true });
  return startIn(folder);
};

/** The application on an empty database: one site, one admin, no content. */
export const startFresh = async () => {
  const folder = fs.mkdtempSync(path.join(SCRATCH, 'suite-fresh-'));
  fs.mkdirSync(path.join(folder, 'public', 'uploads'), { recursive: true });
  const server = await startIn(folder);
  const answer = await fetch(`${server.url}/admin/register-admin`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(FIRST_ADMIN),
  });
  if (!answer.ok) throw new Error(`No first admin: ${await answer.text()}`);
  return server;
};

const startIn = async (folder: string) => {
  const port = await freePort();
  const url = `http://127.0.0.1:${String(port)}`;
  const child = spawn(process.execPath, ['--no-deprecation', SERVER], {
    env: { ...process.env, ...settings(folder, port) },
    stdio: 'ignore',
  });
  const deadline = Date.now() + START_LIMIT_MS;
  while (!(await isHealthy(url))) {
    if (child.exitCode !== null || Date.now() > deadline) {
      child.kill('SIGKILL');
      throw new Error('The application did not start.');
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return { url, stop: () => stop(child, folder) };
};
