import fs from 'node:fs';
import path from 'node:path';

const PLUGINS = path.resolve(__dirname, '../../../plugins');
const NAMED = /plugin(?:=|: )["']([\w-]+)["'],?\s+action(?:=|: )["']([^"']+)["']/g;

const filesOf = (folder: string): string[] =>
  fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?<!\.test)\.tsx?$/.test(file))
    .map((file) => path.join(folder, file));

/** Every link into a neighbour: the file that has it, the neighbour, and what one needs there. */
const links = fs
  .readdirSync(PLUGINS)
  .map((plugin) => path.join(PLUGINS, plugin, 'admin/src'))
  .filter((folder) => fs.existsSync(folder))
  .flatMap(filesOf)
  .flatMap((file) =>
    [...fs.readFileSync(file, 'utf8').matchAll(NAMED)].map(([, plugin = '', action = '']) => ({
      file: path.relative(PLUGINS, file),
      plugin,
      action,
    })),
  );

it('finds the links', () => {
  expect(links.length).toBeGreaterThan(8);
});

it.each(links)('$file asks for an action that $plugin has: $action', ({ plugin, action }) => {
  const known = fs.readFileSync(path.join(PLUGINS, plugin, 'shared/plugin.ts'), 'utf8');
  expect(known).toContain(`'${action}'`);
});
