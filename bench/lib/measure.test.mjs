import assert from 'node:assert/strict';
import { test } from 'node:test';
import { measurePair, median, percentile } from './measure.mjs';

test('median and percentiles', () => {
  assert.equal(median([3, 1, 2]), 2);
  assert.equal(median([4, 1, 2, 3]), 2.5);
  assert.equal(percentile([1, 2, 3, 4], 0.5), 2);
  assert.equal(percentile([1, 2, 3, 4], 1), 4);
  assert.throws(() => median([]), /No values/);
});

test('measures in turns, swaps who is first and leaves the warm-up out', async () => {
  const order = [];
  let clock = 0;
  const takes = (name, ms) => async () => {
    order.push(name);
    clock += ms;
  };
  const result = await measurePair(
    { ours: takes('ours', 3), peer: takes('peer', 2) },
    { rounds: 2, warmUp: 1, now: () => clock },
  );
  assert.deepEqual(order, ['ours', 'peer', 'peer', 'ours', 'ours', 'peer']);
  assert.deepEqual(result, { ours: 3, peer: 2, times: { ours: [3, 3], peer: [2, 2] } });
});
