import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const FIXTURES = path.join(ROOT, 'tests/fixtures');

export const PLUGIN_PACKAGE = 'strapi-plugin-multi-site';

const editPackage = async (appDir, edit) => {
  const file = path.join(appDir, 'package.json');
  const content = JSON.parse(await readFile(file, 'utf8'));
  edit(content);
  await writeFile(file, `${JSON.stringify(content, null, 2)}\n`);
};

/** A private copy of the fixture project; `overlay` lays a second fixture folder over it. */
export async function copyProject({ name, overlay }) {
  const workDir = await mkdtemp(path.join(os.tmpdir(), `adoption-${name}-`));
  const appDir = path.join(workDir, 'app');
  await cp(path.join(FIXTURES, 'existing-project'), appDir, { recursive: true });
  if (overlay) await cp(path.join(FIXTURES, overlay), appDir, { recursive: true });
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
        content.dependencies[PLUGIN_PACKAGE] = '*';
      }),
    uninstall: () =>
      editPackage(appDir, (content) => {
        delete content.dependencies[PLUGIN_PACKAGE];
      }),
    /** Installed, but switched off in the configuration. */
    disable: async () => {
      await mkdir(path.dirname(switchFile), { recursive: true });
      await writeFile(switchFile, `module.exports = { 'multi-site': { enabled: false } };\n`);
    },
    enable: () => rm(switchFile, { force: true }),
    remove: () => rm(workDir, { recursive: true, force: true }),
  };
}
