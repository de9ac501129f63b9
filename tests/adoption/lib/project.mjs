import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { GUESTS } from './guests.mjs';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const FIXTURES = path.join(ROOT, 'tests/fixtures');

const editPackage = async (appDir, edit) => {
  const file = path.join(appDir, 'package.json');
  const content = JSON.parse(await readFile(file, 'utf8'));
  edit(content);
  await writeFile(file, `${JSON.stringify(content, null, 2)}\n`);
};

/** A private copy of the fixture project; an overlay is a second fixture folder laid over it. */
export async function copyProject({ name, overlay }) {
  const workDir = await mkdtemp(path.join(os.tmpdir(), `adoption-${name}-`));
  const appDir = path.join(workDir, 'app');
  await cp(path.join(FIXTURES, 'existing-project'), appDir, { recursive: true });
  const lay = (folder) => cp(path.join(FIXTURES, folder), appDir, { recursive: true });
  if (overlay) await lay(overlay);
  await mkdir(path.join(appDir, '.tmp'), { recursive: true });
  await symlink(path.join(ROOT, 'node_modules'), path.join(appDir, 'node_modules'), 'dir');

  const switchFile = path.join(appDir, 'config/env/production/plugins.js');
  return {
    name,
    workDir,
    appDir,
    /** Strapi takes a plugin in because package.json names it; that is all `npm install` would change. */
    install: () =>
      editPackage(appDir, (content) => {
        for (const { packageName } of GUESTS) content.dependencies[packageName] = '*';
      }),
    uninstall: () =>
      editPackage(appDir, (content) => {
        for (const { packageName } of GUESTS) delete content.dependencies[packageName];
      }),
    /** Installed, but switched off in the configuration. */
    disable: async () => {
      await mkdir(path.dirname(switchFile), { recursive: true });
      const off = Object.fromEntries(GUESTS.map(({ id }) => [id, { enabled: false }]));
      await writeFile(switchFile, `module.exports = ${JSON.stringify(off)};\n`);
    },
    lay,
    /** The owner works on a content type: `edit` changes its attributes. */
    editType: async (name, edit) => {
      const file = path.join(appDir, `src/api/${name}/content-types/${name}/schema.json`);
      const schema = JSON.parse(await readFile(file, 'utf8'));
      edit(schema.attributes);
      await writeFile(file, JSON.stringify(schema, null, 2));
    },
    enable: () => rm(switchFile, { force: true }),
    remove: () => rm(workDir, { recursive: true, force: true }),
  };
}
