import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  addCounts,
  countsLine,
  countsOfJest,
  countsOfOutput,
  countsOfTap,
  duration,
  noCounts,
} from './counts.mjs';

test('sums parts and prints the plain line', () => {
  const one = { passed: 2, failed: 0, skipped: 1, skips: ['no MariaDB here'] };
  const sum = addCounts(addCounts(noCounts(), one), { ...noCounts(), failed: 3 });
  assert.equal(countsLine(sum), '2 passed, 3 failed, 1 skipped');
  assert.deepEqual(sum.skips, ['no MariaDB here']);
});

test('reads the last plain line and the reasons of skips', () => {
  const output = '1 passed, 0 failed, 0 skipped\nskipped: no disk\n7 passed, 1 failed, 1 skipped\n';
  assert.deepEqual(countsOfOutput(output), {
    passed: 7,
    failed: 1,
    skipped: 1,
    skips: ['no disk'],
  });
});

test('finds no counts where none were printed', () => {
  assert.equal(countsOfOutput('all 3 passed, 0 failed, 0 skipped\n'), undefined);
});

test('counts a test file that could not be loaded as a failure', () => {
  const report = {
    numPassedTests: 1,
    numFailedTests: 0,
    numRuntimeErrorTestSuites: 1,
    testResults: [
      {
        assertionResults: [
          { status: 'passed', fullName: 'a' },
          { status: 'pending', fullName: 'b' },
        ],
      },
      { assertionResults: [] },
    ],
  };
  assert.deepEqual(countsOfJest(report), { passed: 1, failed: 1, skipped: 1, skips: ['b'] });
});

test('reads the summary of Node’s test runner', () => {
  const tap =
    'ok 1 - a\nok 2 - b # SKIP later\n# pass 1\n# fail 0\n# cancelled 2\n# skipped 1\n# todo 0\n';
  assert.deepEqual(countsOfTap(tap), { passed: 1, failed: 2, skipped: 1, skips: ['b (later)'] });
});

test('prints durations for people', () => {
  assert.equal(duration(59_400), '59 s');
  assert.equal(duration(61_000), '1 min 01 s');
});
