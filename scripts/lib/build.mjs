import fs from 'node:fs';
import path from 'node:path';
import { withLock } from './lock.mjs';
import { buildClient } from './build-client.mjs';
import { clearMark, hashOf, isMarked, setMark } from './marks.mjs';
import { entryFiles, isBuilt, ownPlugins } from './plugins.mjs';
import { at, BIN, ROOT } from './paths.mjs';
import { runNode } from './run.mjs';

const NODE_MAJOR = process.versions.node.split('.')[0];

const pluginHash = (plugin) =>
  hashOf(
    [path.relative(ROOT, plugin.dir), 'packages/kit', 'package-lock.json', 'scripts/lib/build.mjs'],
    [NODE_MAJOR],
  );

const projectOf = (plugin, side) =>
  ['tsconfig.build.json', 'tsconfig.json']
    .map((name) => path.join(plugin.dir, side, name))
    .find((file) => fs.existsSync(file));

const TYPES_CACHE = 'node_modules/.cache/suite/types';

/**
 * `strapi-plugin build` prints type errors and still exits 0, so each side is checked first; what
 * did not change since the last check is not looked at again. SUITE_SKIP_TYPES=true leaves it out,
 * for who runs tsc himself.
 */
const checkTypes = async (plugin, options) => {
  if (process.env.SUITE_SKIP_TYPES === 'true') return;
  await Promise.all(
    ['server', 'admin'].flatMap((side) => {
      const file = projectOf(plugin, side);
      const kept = at(TYPES_CACHE, `${plugin.id}-${side}.tsbuildinfo`);
      const flags = ['--noEmit', '--incremental', '--tsBuildInfoFile', kept, '--pretty', 'false'];
      return file ? [runNode(BIN.tsc, [...flags, '-p', file], options)] : [];
    }),
  );
};

const buildPlugin = async (plugin, hash, options) => {
  const mark = `plugin-${plugin.id}`;
  clearMark(mark);
  await checkTypes(plugin, options);
  await runNode(BIN.strapiPlugin, ['build', '--silent'], { ...options, cwd: plugin.dir });
  const missing = entryFiles(plugin).filter((file) => !fs.existsSync(file));
  if (missing.length > 0) {
    const names = missing.map((file) => path.relative(ROOT, file)).join(', ');
    throw new Error(`The build of ${plugin.id} ended without writing ${names}.`);
  }
  setMark(mark, hash);
};

/** SUITE_BUILD_CACHE: a folder of builds that several checkouts share, by what they were made from. */
const cached = (plugin, hash) =>
  process.env.SUITE_BUILD_CACHE &&
  path.join(process.env.SUITE_BUILD_CACHE, `${plugin.id}-${hash.slice(0, 16)}`);

const takeFromCache = (plugin, hash) => {
  const folder = cached(plugin, hash);
  if (!folder || !fs.existsSync(folder)) return false;
  const mark = `plugin-${plugin.id}`;
  clearMark(mark);
  fs.rmSync(path.join(plugin.dir, 'dist'), { recursive: true, force: true });
  fs.cpSync(folder, path.join(plugin.dir, 'dist'), { recursive: true });
  setMark(mark, hash);
  return true;
};

const keepInCache = (plugin, hash) => {
  const folder = cached(plugin, hash);
  if (!folder || fs.existsSync(folder)) return;
  const partial = `${folder}.${process.pid}`;
  fs.cpSync(path.join(plugin.dir, 'dist'), partial, { recursive: true });
  fs.renameSync(partial, folder);
};

/**
 * Builds each plugin whose sources, kit or locked dependencies changed since its last build.
 * One after the other: a build keeps two cores busy. Returns the ids of those it built.
 */
export const buildPlugins = (options) => withLock('build-plugins', () => buildChanged(options));

const buildChanged = async ({ isForced = false, onPlugin = () => {}, ...options } = {}) => {
  const built = [];
  for (const plugin of ownPlugins()) {
    const hash = pluginHash(plugin);
    if (!isForced && isBuilt(plugin) && isMarked(`plugin-${plugin.id}`, hash)) continue;
    if (!isForced && takeFromCache(plugin, hash)) continue;
    onPlugin(plugin.id);
    await buildPlugin(plugin, hash, options);
    keepInCache(plugin, hash);
    built.push(plugin.id);
  }
  return built;
};

const SERVER_SOURCES = ['config', 'src', 'types', 'tsconfig.json', 'package-lock.json'];
const pluginSides = () => ownPlugins().map(({ dir }) => path.relative(ROOT, dir));

const serverHash = () => hashOf(SERVER_SOURCES, [NODE_MAJOR]);

/** The admin bundle holds the plugins' admin sides, so their sources count as its own. */
const adminHash = () =>
  hashOf(
    [
      'src/admin',
      'config/admin.ts',
      'config/plugins.ts',
      'package-lock.json',
      'packages/kit',
    ].concat(
      pluginSides().flatMap((dir) => [`${dir}/admin`, `${dir}/shared`, `${dir}/package.json`]),
    ),
    [
      'ADMIN_URL',
      'PUBLIC_URL',
      'MULTI_SITE_ENABLED',
      'PERSONALIZATION_ENABLED',
      'FEDERATION_ENABLED',
      'AI_OPTIMIZER_ENABLED',
      'PERFORMANCE_MONITOR_ENABLED',
      'GRAPHQL_ENABLED',
    ].map((name) => process.env[name] ?? ''),
  );

/** Removed first, or the files of a deleted content type would still be loaded. */
const compileServer = async (hash, options) => {
  clearMark('app-server');
  for (const part of ['config', 'src', 'tsconfig.tsbuildinfo']) {
    fs.rmSync(at('dist', part), { recursive: true, force: true });
  }
  await runNode(BIN.tsc, ['--pretty', 'false', '-p', at('tsconfig.json')], options);
  setMark('app-server', hash);
};

const buildAdmin = async (hash, options) => {
  clearMark('app-admin');
  // Without this Strapi takes it for a development build and shows its guided tour.
  await runNode(BIN.strapi, ['build'], { ...options, env: { NODE_ENV: 'production' } });
  setMark('app-admin', hash);
};

/** The app, the admin panel and the front-end client, each only when what it is made from changed. */
export const buildApp = (options) => withLock('build-app', () => buildParts(options));

const buildParts = async ({ isForced = false, ...options } = {}) => {
  const [server, admin] = [serverHash(), adminHash()];
  const done = [];
  if (isForced || !fs.existsSync(at('dist/src/index.js')) || !isMarked('app-server', server)) {
    await compileServer(server, options);
    done.push('server');
  }
  if (isForced || !fs.existsSync(at('dist/build/index.html')) || !isMarked('app-admin', admin)) {
    await buildAdmin(admin, options);
    done.push('admin');
  }
  if (await buildClient({ isForced, ...options })) done.push('client');
  return done;
};
