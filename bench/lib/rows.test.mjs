import assert from 'node:assert/strict';
import { test } from 'node:test';
import { completeRow, formatTable } from './rows.mjs';

const row = { what: 'list', unit: 'ms', ours: 2.1, peer: 2, peerName: 'plain Strapi' };

test('completes a row with ratio and verdict', () => {
  const complete = completeRow({ ...row, goal: 'ratio <= 1.05' });
  assert.deepEqual(complete, { ...row, ratio: 1.05, goal: 'ratio <= 1.05', met: true });
  assert.equal(completeRow({ ...row, goal: 'ratio < 1.05' }).met, false);
});

test('judges an absolute goal without a peer', () => {
  const alone = { what: 'host', unit: 'µs', ours: 4 };
  assert.equal(completeRow({ ...alone, goal: 'ours <= 5' }).met, true);
  assert.deepEqual(completeRow(alone), {
    ...alone,
    peer: null,
    peerName: null,
    ratio: null,
    goal: null,
    met: null,
  });
});

test('refuses what cannot be judged', () => {
  assert.throws(() => completeRow({ ...row, goal: 'fast' }), /not like/);
  assert.throws(
    () => completeRow({ what: 'x', unit: 'ms', ours: 1, goal: 'ratio < 2' }),
    /no peer/,
  );
  assert.throws(() => completeRow({ ...row, ours: NaN }), /not a number/);
});

test('prints a table', () => {
  const rows = [completeRow({ ...row, goal: 'ratio <= 1' }), completeRow({ ...row, peer: null })];
  assert.equal(
    formatTable(rows),
    [
      'what  ours     peer                    ratio  goal        met',
      '----  -------  ----------------------  -----  ----------  ---',
      'list  2.10 ms  2.00 ms (plain Strapi)  1.05   ratio <= 1  NO',
      'list  2.10 ms  –                       –      –           –',
    ].join('\n'),
  );
});
