import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from 'node:test';
import { at } from '../lib/paths.mjs';
import { PARTS } from './parts.mjs';
import { leftOut, readPending } from './pending.mjs';

test('a part leaves out its own files only, and names them with the reason', () => {
  const pending = [
    { part: 'sqlite', file: 'tests/api/a.test.ts', why: 'flaky' },
    { part: 'postgres', file: 'tests/api/b.test.ts', why: 'never run' },
  ];
  const { flags, skips } = leftOut(pending, 'sqlite');
  assert.deepEqual(skips, ['tests/api/a.test.ts (flaky)']);
  assert.equal(flags.at(-1), String.raw`--testPathIgnorePatterns=tests/api/a\.test\.ts$`);
  assert.equal(flags.length, 3);
});

test('without such files nothing is said to Jest', () => {
  assert.deepEqual(leftOut([], 'sqlite'), { flags: [], skips: [] });
});

test('every file on the list is there, belongs to a part and has a reason', () => {
  const wrong = readPending().filter(
    ({ part, file, why }) => !(part in PARTS) || !fs.existsSync(at(file)) || !why,
  );
  assert.deepEqual(wrong, []);
});
