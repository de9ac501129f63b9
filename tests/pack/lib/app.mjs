import fs from 'node:fs';
import path from 'node:path';
import { at } from '../../../scripts/lib/paths.mjs';
import { run, runNode } from '../../../scripts/lib/run.mjs';

const CREATE = at('node_modules/create-strapi-app/bin/index.js');
const QUIET = { STRAPI_TELEMETRY_DISABLED: 'true', CI: 'true' };
const CREATE_FLAGS = [
  '--non-interactive',
  '--no-install',
  '--no-git-init',
  '--no-example',
  '--skip-cloud',
  '--use-npm',
];
const OWN_BOOKS = new Set(['.cache', '.strapi', '.package-lock.json']);

/** Hard links where both folders are on one disk: a copy in seconds that takes no space. */
const linkTree = (from, to) => {
  fs.mkdirSync(to, { recursive: true });
  for (const entry of fs.readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory()) linkTree(source, target);
    else if (entry.isSymbolicLink()) fs.symlinkSync(fs.readlinkSync(source), target);
    else linkFile(source, target);
  }
};

const linkFile = (source, target) => {
  try {
    fs.linkSync(source, target);
  } catch (error) {
    if (error.code !== 'EXDEV' && error.code !== 'EPERM') throw error;
    fs.copyFileSync(source, target);
  }
};

/**
 * The packages of this repository as the app's own, without its workspaces. npm then sees an app
 * that is installed already, and fetches only what the plugins bring along: it adds them and takes
 * away what only this repository needs, so that nothing undeclared can be found by luck.
 */
const linkModules = (appDir) => {
  const [from, to] = [at('node_modules'), path.join(appDir, 'node_modules')];
  fs.mkdirSync(to, { recursive: true });
  for (const entry of fs.readdirSync(from, { withFileTypes: true })) {
    if (OWN_BOOKS.has(entry.name) || entry.isSymbolicLink()) continue;
    linkTree(path.join(from, entry.name), path.join(to, entry.name));
  }
  const books = JSON.parse(fs.readFileSync(path.join(from, '.package-lock.json'), 'utf8'));
  for (const [key, { link }] of Object.entries(books.packages)) {
    if (link || !key.startsWith('node_modules/')) delete books.packages[key];
  }
  fs.writeFileSync(path.join(to, '.package-lock.json'), JSON.stringify(books));
};

/** As the README says: one entry in config/plugins. */
const configure = (appDir, { extension, plugins }) => {
  const file = path.join(appDir, `config/plugins.${extension}`);
  const start = /=> \(\{\n/;
  const entries = plugins.map(({ id }) => `  '${id}': { enabled: true },\n`).join('');
  const content = fs.readFileSync(file, 'utf8');
  if (!start.test(content)) throw new Error(`${file} is not as create-strapi-app made it`);
  fs.writeFileSync(
    file,
    content.replace(start, (found) => `${found}${entries}`),
  );
};

/** A new app as create-strapi-app makes it, with all packed plugins installed at once. */
export async function createApp({ workDir, language, tarballs, say }) {
  const name = `app-${language}`;
  const appDir = path.join(workDir, name);
  await runNode(CREATE, [name, `--${language}`, ...CREATE_FLAGS], { cwd: workDir, env: QUIET });
  linkModules(appDir);
  say('made by create-strapi-app, packages linked');

  const flags = [
    '--prefer-offline',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  const files = tarballs.map(({ file }) => file);
  await run('npm', ['install', ...flags, ...files], { cwd: appDir });
  configure(appDir, {
    extension: language === 'typescript' ? 'ts' : 'js',
    plugins: tarballs.map(({ plugin }) => plugin),
  });
  say(`${tarballs.length} tarballs installed`);
  return { name, appDir, env: QUIET };
}

/** Compiles the app and bundles its admin, the plugins' admin sides included. */
export const buildApp = ({ appDir, env }) =>
  run('npm', ['run', 'build'], { cwd: appDir, env: { ...env, NODE_ENV: 'production' } });

const filesBelow = (folder) =>
  fs
    .readdirSync(folder, { recursive: true })
    .map((file) => path.join(folder, String(file)))
    .filter((file) => file.endsWith('.js'));

/** Ids of plugins that the built admin does not hold. */
export const missingInAdmin = ({ appDir, plugins }) => {
  const bundle = filesBelow(path.join(appDir, 'dist/build')).map((file) =>
    fs.readFileSync(file, 'utf8'),
  );
  return plugins
    .map(({ id }) => id)
    .filter((id) => !bundle.some((code) => code.includes(`/${id}`)));
};

/** Packages that are in the repository but must not have come along. */
export const strays = ({ appDir }) =>
  ['suite-kit', 'jest', 'eslint'].filter((name) =>
    fs.existsSync(path.join(appDir, 'node_modules', name)),
  );
