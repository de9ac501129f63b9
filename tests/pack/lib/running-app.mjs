import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../../harness/servers/process.mjs';

const BOOT_LIMIT_MS = 180_000;
const PAUSE_MS = 200;
const TAIL_LINES = 30;

const ADMIN = {
  firstname: 'First',
  lastname: 'Admin',
  email: 'admin@example.org',
  password: 'First-admin-1',
};

const isUp = async (url) => {
  try {
    return (await fetch(`${url}/_health`)).status === 204;
  } catch {
    return false;
  }
};

/** `npm run start` in the new app, and what one does first there: register the first admin. */
export async function startApp({ name, appDir, env }) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const logFile = path.join(appDir, '..', `${name}.log`);
  const log = fs.openSync(logFile, 'w');
  const strapi = path.join(appDir, 'node_modules/@strapi/strapi/bin/strapi.js');
  const child = spawn(process.execPath, [strapi, 'start'], {
    cwd: appDir,
    stdio: ['ignore', log, log],
    // Nothing of the environment of the tests: the app has its own .env.
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      NODE_ENV: 'development',
      ...env,
      HOST: '127.0.0.1',
      PORT: String(port),
    },
  });
  const end = () => child.kill('SIGTERM');
  process.once('exit', end);
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const stop = async () => {
    process.removeListener('exit', end);
    end();
    await ended;
  };

  const deadline = Date.now() + BOOT_LIMIT_MS;
  while (!(await isUp(url))) {
    if (child.exitCode !== null || Date.now() > deadline) {
      await stop();
      const tail = fs.readFileSync(logFile, 'utf8').split('\n').slice(-TAIL_LINES).join('\n');
      throw new Error(`${name} does not start\n${tail}`);
    }
    await pause(PAUSE_MS);
  }

  const ask = async (method, route, { token, headers, body } = {}) => {
    const response = await fetch(`${url}${route}`, {
      method,
      headers: {
        ...(body ? { 'Content-Type': 'application/json' } : {}),
        ...(token ? { Authorization: `Bearer ${token}` } : {}),
        ...headers,
      },
      body: body && JSON.stringify(body),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json');
    return { status: response.status, text, json: isJson ? JSON.parse(text) : undefined };
  };

  const registered = await ask('POST', '/admin/register-admin', { body: ADMIN });
  const { token } = registered.json.data;
  return {
    stop,
    anonymous: (method, route, options) => ask(method, route, options),
    admin: (method, route, options) => ask(method, route, { token, ...options }),
  };
}
