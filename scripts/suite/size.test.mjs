import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { sizeProblems } from './size.mjs';

const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'suite-size-'));
after(() => fs.rmSync(dir, { recursive: true }));

test('counts what is loaded and names sides over or without a budget', () => {
  fs.mkdirSync(path.join(dir, 'dist/server/chunks'), { recursive: true });
  fs.writeFileSync(path.join(dir, 'dist/server/index.js'), 'x'.repeat(1500));
  fs.writeFileSync(path.join(dir, 'dist/server/chunks/a.mjs'), 'x'.repeat(600));
  fs.writeFileSync(path.join(dir, 'dist/server/index.d.ts'), 'x'.repeat(9000));
  fs.writeFileSync(path.join(dir, 'dist/server/index.js.map'), 'x'.repeat(9000));
  const plugins = [{ id: 'a', dir }];
  assert.deepEqual(sizeProblems(plugins, { a: { server: 3, admin: 0 } }), []);
  assert.deepEqual(sizeProblems(plugins, { a: { server: 2 } }), [
    'a/server: 3 kB, budget 2 kB',
    'a/admin: no budget (uses 0 kB)',
  ]);
});
