import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { at, compiled, ROOT } from './paths.mjs';

const require = createRequire(import.meta.url);
const readJson = (file) => JSON.parse(fs.readFileSync(file, 'utf8'));

/** The plugins of this repository: folder, plugin id, package. */
export const ownPlugins = () =>
  fs
    .readdirSync(at('plugins'))
    .filter((folder) => fs.existsSync(at('plugins', folder, 'package.json')))
    .sort()
    .map((folder) => {
      const dir = at('plugins', folder);
      const pkg = readJson(path.join(dir, 'package.json'));
      return { id: pkg.strapi.name, dir, pkg };
    });

/** The two files Strapi loads from a plugin. */
export const entryFiles = ({ dir, pkg }) =>
  [pkg.exports?.['./strapi-server']?.require, pkg.exports?.['./strapi-admin']?.import]
    .filter(Boolean)
    .map((file) => path.join(dir, file));

export const isBuilt = (plugin) => entryFiles(plugin).every((file) => fs.existsSync(file));

/** Switched on unless the compiled config/plugins says otherwise, as Strapi itself decides it. */
const isEnabled = ({ id }, declared) => {
  const setting = declared[id];
  return setting !== false && setting?.enabled !== false;
};

const declaredPlugins = () => {
  const { env } = require('@strapi/utils');
  const { default: config } = require(compiled('config/plugins.js'));
  return typeof config === 'function' ? config({ env }) : config;
};

/**
 * Plugins of this repository that are switched on but not built. Strapi would start without
 * them in silence and then drop their tables, so nothing may start while there is one.
 */
export const unbuiltPlugins = () => {
  const declared = declaredPlugins();
  const listed = readJson(at('package.json')).dependencies ?? {};
  return ownPlugins().filter(
    (plugin) => plugin.pkg.name in listed && isEnabled(plugin, declared) && !isBuilt(plugin),
  );
};

export const unbuiltSentence = (plugins) => {
  const names = plugins.map(({ id, dir }) => `${id} (${path.relative(ROOT, dir)}/dist)`).join(', ');
  return (
    `Not started: switched on but not built: ${names}. Without its files Strapi would start ` +
    'as if the plugin had been removed and drop its tables. Run `npm run build:plugins` first, ' +
    'or switch the plugin off on purpose in config/plugins.ts.'
  );
};
