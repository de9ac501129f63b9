import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { loadBoss } from './wake';

const pluginId = 'federation';
let root: string;

beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'app-'));
});
afterEach(() => fs.rmSync(root, { recursive: true }));

/** A package as an app may have it installed. */
const install = (version: string) => {
  const folder = path.join(root, 'node_modules', 'pg-boss');
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ version }));
  fs.writeFileSync(path.join(folder, 'index.js'), 'module.exports = class Boss {};');
};

describe('the queue that the app installs', () => {
  it('is asked for by name where it is missing', () => {
    expect(() => loadBoss({ root, pluginId })).toThrow(
      '[federation] engine "pg-boss" needs the package pg-boss, which is not installed: npm install pg-boss@10',
    );
  });

  it('is refused in a version that is called differently', () => {
    install('11.1.0');
    expect(() => loadBoss({ root, pluginId })).toThrow(
      '[federation] engine "pg-boss" needs the package pg-boss 10, and 11.1.0 is installed: npm install pg-boss@10',
    );
  });

  it('is the app’s', () => {
    install('10.4.2');
    expect(loadBoss({ root, pluginId }).name).toBe('Boss');
  });
});
