import fs from 'node:fs';
import path from 'node:path';
import { run } from '../../../scripts/lib/run.mjs';

const filesBelow = (folder) =>
  fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();

/** What a user of npm would get: the packed plugin, and its files laid out to look at. */
export async function packPlugin(plugin, { workDir }) {
  const output = await run('npm', ['pack', '--json', '--pack-destination', workDir], {
    cwd: plugin.dir,
  });
  const [{ filename }] = JSON.parse(output.slice(output.indexOf('[\n')));
  const folder = path.join(workDir, `unpacked-${plugin.id}`);
  fs.mkdirSync(folder);
  await run('tar', ['-xzf', path.join(workDir, filename), '-C', folder, '--strip-components', '1']);
  return {
    plugin,
    file: path.join(workDir, filename),
    folder,
    files: filesBelow(folder),
    read: (name) => fs.readFileSync(path.join(folder, name), 'utf8'),
  };
}
