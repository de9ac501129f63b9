/** Middle value; the mean of the two middle ones for an even number. */
export const median = (values) => {
  if (values.length === 0) throw new Error('No values.');
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

/** Value below which this share (0 to 1) of the values lies, by nearest rank. */
export const percentile = (values, share) => {
  if (values.length === 0) throw new Error('No values.');
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))];
};

/**
 * Times two things in turns, so that a slow moment of the machine hits both, and swaps who goes
 * first each round. The first `warmUp` rounds do not count. Milliseconds for each call.
 */
export const measurePair = async (
  { ours, peer },
  { rounds = 30, warmUp = 5, now = () => performance.now() } = {},
) => {
  const times = { ours: [], peer: [] };
  const time = async (name, work, isCounted) => {
    const startedAt = now();
    await work();
    if (isCounted) times[name].push(now() - startedAt);
  };
  for (let round = 0; round < rounds + warmUp; round += 1) {
    const pair = [
      ['ours', ours],
      ['peer', peer],
    ];
    if (round % 2 === 1) pair.reverse();
    for (const [name, work] of pair) await time(name, work, round >= warmUp);
  }
  return {
    ours: median(times.ours),
    peer: median(times.peer),
    times,
  };
};
