import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  addCounts,
  countsLine,
  countsNotes,
  countsOfJest,
  countsOfOutput,
  countsOfTap,
  duration,
  failedFiles,
  noCounts,
} from './counts.mjs';

test('sums parts and prints the plain line', () => {
  const one = { ...noCounts(), passed: 2, skipped: 1, skips: ['no MariaDB here'] };
  const sum = addCounts(addCounts(noCounts(), one), { ...noCounts(), failed: 3 });
  assert.equal(countsLine(sum), '2 passed, 3 failed, 1 skipped');
  assert.deepEqual(sum.skips, ['no MariaDB here']);
});

test('reads the last plain line and the reasons of skips', () => {
  const output = '1 passed, 0 failed, 0 skipped\nskipped: no disk\n7 passed, 1 failed, 1 skipped\n';
  assert.deepEqual(countsOfOutput(output), {
    ...noCounts(),
    passed: 7,
    failed: 1,
    skipped: 1,
    skips: ['no disk'],
  });
});

test('finds no counts where none were printed', () => {
  assert.equal(countsOfOutput('all 3 passed, 0 failed, 0 skipped\n'), undefined);
});

const passed = (fullName) => ({ status: 'passed', fullName });
const failed = (fullName) => ({ status: 'failed', fullName, failureMessages: ['Expected 1'] });

test('counts a test file that could not be loaded as a failure', () => {
  const report = {
    testResults: [
      {
        name: 'a.test.ts',
        status: 'passed',
        assertionResults: [passed('a'), { status: 'pending', fullName: 'b' }],
      },
      { name: 'b.test.ts', status: 'failed', message: 'No such module', assertionResults: [] },
    ],
  };
  assert.deepEqual(countsOfJest(report), {
    ...noCounts(),
    passed: 1,
    failed: 1,
    skipped: 1,
    skips: ['b'],
    failures: ['b.test.ts\n  No such module'],
  });
  assert.deepEqual(failedFiles(report), ['b.test.ts']);
});

test('a file that ran again counts as it ended then, and says so', () => {
  const first = {
    testResults: [
      { name: 'a.test.ts', status: 'passed', assertionResults: [passed('a')] },
      { name: 'b.test.ts', status: 'failed', assertionResults: [failed('b'), failed('c')] },
    ],
  };
  const second = {
    testResults: [
      { name: 'b.test.ts', status: 'failed', assertionResults: [passed('b'), failed('c')] },
    ],
  };
  const counts = countsOfJest(first, second);
  assert.equal(countsLine(counts), '2 passed, 1 failed, 0 skipped');
  assert.deepEqual(countsNotes(counts), [
    'unsteady, passed at its second run: b.test.ts: b\n  Expected 1',
    'failed: b.test.ts: c\n  Expected 1',
  ]);
});

test('reads the summary of Node’s test runner', () => {
  const tap =
    'ok 1 - a\nok 2 - b # SKIP later\n# pass 1\n# fail 0\n# cancelled 2\n# skipped 1\n# todo 0\n';
  assert.deepEqual(countsOfTap(tap), {
    ...noCounts(),
    passed: 1,
    failed: 2,
    skipped: 1,
    skips: ['b (later)'],
  });
});

test('prints durations for people', () => {
  assert.equal(duration(59_400), '59 s');
  assert.equal(duration(61_000), '1 min 01 s');
});
