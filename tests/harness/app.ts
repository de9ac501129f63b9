import fs from 'node:fs';
import path from 'node:path';
import type { AddressInfo } from 'node:net';
import { createStrapi, type Core } from '@strapi/strapi';
import { createClient, type Client } from './http';
import { boots } from './native';
import { createStorage, type DatabaseKind, type Storage } from './storage';
import { overlayPlugins, type PluginOverrides } from './plugin-overrides';
import settings from './settings.json';

export const ROOT = path.resolve(__dirname, '..', '..');

export type AppOptions = {
  /** Kind of database; the lane's one (TEST_DATABASE) when left out. */
  database?: DatabaseKind;
  /** A database that outlives this start, for "off and on again" tests; the caller removes it. */
  storage?: Storage;
  /** The application; its compiled code is expected in `<appDir>/dist` where it is TypeScript. */
  appDir?: string;
  env?: Record<string, string>;
  /** Switches plugins off or changes their configuration for this start. */
  plugins?: PluginOverrides;
  /** Called before Strapi loads: add middlewares, routes, configuration. */
  beforeLoad?: (strapi: Core.Strapi) => void | Promise<void>;
};

export type App = Client & {
  strapi: Core.Strapi;
  url: string;
  storage: Storage;
  /** Ends the server and, unless the caller brought it, removes the database. */
  stop: () => Promise<void>;
};

/** Settings every test start shares; no secrets, they open nothing but a throwaway database. */
const TEST_ENV: Record<string, string> = {
  NODE_ENV: 'test',
  // A developer's own .env must not reach the tests.
  ENV_PATH: path.join(ROOT, 'tests', 'harness', 'no.env'),
  ...settings,
  LOG_UPDATES: 'false',
};

/** Everything of the app's public folder but the uploads, which belong to one start. */
const linkPublicFiles = (appDir: string, publicDir: string): void => {
  const source = path.join(appDir, 'public');
  if (!fs.existsSync(source)) return;
  for (const name of fs.readdirSync(source)) {
    const target = path.join(publicDir, name);
    if (name !== 'uploads' && !fs.existsSync(target)) {
      fs.symlinkSync(path.join(source, name), target);
    }
  }
};

/** Sets the variables and returns a function that puts back what was there. */
const setEnv = (values: Record<string, string>): (() => void) => {
  const before = Object.keys(values).map((key) => [key, process.env[key]] as const);
  Object.assign(process.env, values);
  return () => {
    for (const [key, value] of before) {
      if (value === undefined) Reflect.deleteProperty(process.env, key);
      else process.env[key] = value;
    }
  };
};

const listen = (strapi: Core.Strapi): Promise<string> =>
  new Promise((resolve, reject) => {
    strapi.server.mount();
    const server = strapi.server.httpServer;
    server.once('error', reject);
    strapi.server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo; // listening on TCP, so not a pipe's name
      resolve(`http://127.0.0.1:${port}`);
    });
  });

/** `strapi.destroy()` removes every listener of the process, the test runner's included. */
const destroyKeepingListeners = async (strapi: Core.Strapi): Promise<void> => {
  const original = process.removeAllListeners;
  process.removeAllListeners = () => process;
  try {
    await strapi.destroy();
  } finally {
    process.removeAllListeners = original;
  }
};

/** Where the code that Strapi loads is: this app's test build, a TypeScript app's dist, or the app. */
const compiledFolder = (appDir: string): string => {
  if (appDir === ROOT && process.env.SUITE_APP_DIST) return process.env.SUITE_APP_DIST;
  const isTypeScript = fs.existsSync(path.join(appDir, 'tsconfig.json'));
  return isTypeScript ? path.join(appDir, 'dist') : appDir;
};

/** Strapi without the listeners that end it with the process: they would keep it in memory. */
const createQuietly = (options: Parameters<typeof createStrapi>[0]): Core.Strapi => {
  const signals = ['SIGINT', 'SIGTERM'] as const;
  const before = new Set(signals.flatMap((signal) => process.listeners(signal)));
  const strapi = createStrapi(options);
  for (const signal of signals) {
    const added = process.listeners(signal).filter((listener) => !before.has(listener));
    for (const listener of added) process.removeListener(signal, listener);
  }
  return strapi;
};

const boot = async (options: AppOptions, storage: Storage) => {
  const appDir = options.appDir ?? ROOT;
  const overlay = overlayPlugins({ appDir, distDir: compiledFolder(appDir) }, options.plugins);
  const strapi = createQuietly({ appDir, distDir: overlay.distDir });
  try {
    strapi.log.level = process.env.TEST_LOG_LEVEL || 'error';
    linkPublicFiles(appDir, storage.publicDir);
    strapi.config.set('dirs.static.public', storage.publicDir);
    await options.beforeLoad?.(strapi);
    await strapi.load();
    return { strapi, url: await listen(strapi), overlay };
  } catch (error) {
    await destroyKeepingListeners(strapi).catch(() => undefined);
    overlay.remove();
    throw error;
  }
};

/** Boots a real Strapi on a database of its own and listens on a free port. */
export const startApp = async (options: AppOptions = {}): Promise<App> => {
  const storage = options.storage ?? (await createStorage(options.database));
  const restoreEnv = setEnv({ ...TEST_ENV, ...storage.env, ...options.env });
  try {
    const { strapi, url, overlay } = await boot(options, storage);
    const stop = async () => {
      boots.running.delete(stop);
      await destroyKeepingListeners(strapi);
      restoreEnv();
      overlay.remove();
      if (!options.storage) await storage.remove();
    };
    boots.running.add(stop);
    return { ...createClient(url), strapi, url, storage, stop };
  } catch (error) {
    boots.hasFailed = true;
    restoreEnv();
    if (!options.storage) await storage.remove();
    throw error;
  }
};
