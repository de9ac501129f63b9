import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runSteps } from './progress.mjs';

const screen = () => {
  const lines = [];
  return { lines, write: (text) => lines.push(text.trimEnd()) };
};

/** A clock that a step moves on by itself. */
const clock = () => {
  let time = 0;
  return { now: () => time, pass: (seconds) => (time += seconds * 1000) };
};

test('says which step runs, how long it took and about how long it will take', async () => {
  const { now, pass } = clock();
  const out = screen();
  const step = (title, seconds, takes) => ({
    title,
    seconds,
    run: async () => {
      pass(takes);
      return 'done';
    },
  });
  await runSteps([step('One', 60, 120), step('Two', 60, 60)], { out, now });
  assert.deepEqual(out.lines, [
    '[1/2] One (0 s, about 2 min 0 s left)',
    '[1/2] One: done (2 min 0 s)',
    // Twice as slow as thought so far, so twice as long from here.
    '[2/2] Two (2 min 0 s, about 2 min 0 s left)',
    '[2/2] Two: done (1 min 0 s)',
  ]);
});

test('learns nothing about the machine from a step that had nothing to do', async () => {
  const out = screen();
  const step = { title: 'Skip', seconds: 100, run: async () => 'up to date' };
  await runSteps([step, { ...step, title: 'Next' }], { out, now: () => 0 });
  assert.equal(out.lines[2], '[2/2] Next (0 s, about 1 min 40 s left)');
});

test('passes an error on and says which step failed', async () => {
  const out = screen();
  const run = () => Promise.reject(new Error('no disk'));
  await assert.rejects(runSteps([{ title: 'One', seconds: 1, run }], { out }), /no disk/);
  assert.equal(out.lines.at(-1), '[1/1] One: failed');
});
