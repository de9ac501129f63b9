import fs from 'node:fs';
import { at } from './paths.mjs';
import { isSqliteUsable, npm, rebuildSqlite } from './sqlite.mjs';

const packagesOf = (file) =>
  fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')).packages : undefined;

/**
 * True when what is in node_modules is what the lockfile asks for. npm keeps a second lockfile
 * inside node_modules of what it really installed; optional packages of other platforms are not
 * in it.
 */
const isInstalled = () => {
  const wanted = packagesOf(at('package-lock.json'));
  const present = packagesOf(at('node_modules/.package-lock.json'));
  if (!present) return false;
  return Object.entries(wanted).every(([place, entry]) => {
    if (place === '' || entry.optional || entry.peer || !place.includes('node_modules/'))
      return true;
    return present[place]?.version === entry.version;
  });
};

/** Installs the locked dependencies unless they are there, and a SQLite that fits this Node. */
export const install = async ({ env, ...options }) => {
  let summary = 'already installed';
  if (!isInstalled()) {
    const isFirst = !fs.existsSync(at('node_modules'));
    await npm([isFirst ? 'ci' : 'install', '--include=dev', '--no-audit', '--no-fund'], {
      ...options,
      env,
    });
    summary = 'installed';
  }
  if (!isSqliteUsable()) {
    await rebuildSqlite(options);
    summary = `${summary}, SQLite rebuilt for Node ${process.versions.node}`;
  }
  return summary;
};
