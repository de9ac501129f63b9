import { AsyncLocalStorage } from 'node:async_hooks';
import { createIntake, createRateLimiter } from './intake';

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('the intake', () => {
  it('writes what came together in batches', async () => {
    const batches: number[][] = [];
    const intake = createIntake<number>({
      maxQueue: 100,
      maxBatch: 3,
      flushMs: 10_000,
      write: async (batch) => void batches.push(batch),
    });
    expect(intake.push([1, 2])).toBe(2);
    expect(batches).toEqual([]);
    intake.push([3, 4]);
    await intake.flush();
    expect(batches).toEqual([[1, 2, 3], [4]]);
    expect(intake.stats()).toMatchObject({ accepted: 4, written: 4, dropped: 0, waiting: 0 });
  });

  it('drops and counts what does not fit', async () => {
    const dropped: unknown[] = [];
    const intake = createIntake<number>({
      maxQueue: 2,
      maxBatch: 10,
      flushMs: 10_000,
      write: () => Promise.resolve(),
      onDropped: (count, why) => dropped.push([count, why]),
    });
    expect(intake.push([1, 2, 3])).toBe(2);
    expect(intake.push([4])).toBe(0);
    expect(dropped).toEqual([
      [1, 'full'],
      [1, 'full'],
    ]);
    await intake.stop();
    expect(intake.stats()).toMatchObject({ written: 2, dropped: 2 });
  });

  it('tries a batch twice, then goes on with the next', async () => {
    const tried: number[][] = [];
    const dropped: unknown[] = [];
    const intake = createIntake<number>({
      maxQueue: 10,
      maxBatch: 1,
      flushMs: 10_000,
      write: async (batch) => {
        tried.push(batch);
        if (batch[0] === 1 || tried.length === 3) throw new Error('locked');
      },
      onDropped: (count, why) => dropped.push([count, why]),
    });
    intake.push([1, 2]);
    await intake.stop();
    expect(tried).toEqual([[1], [1], [2], [2]]);
    expect(dropped).toEqual([[1, 'write-failed']]);
    expect(intake.stats()).toMatchObject({ written: 1, dropped: 1, failedWrites: 3 });
  });

  it('writes after a while without being told', async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] });
    const written: number[] = [];
    const write = async (batch: number[]) => void written.push(...batch);
    const intake = createIntake({ maxQueue: 10, maxBatch: 10, flushMs: 500, write });
    intake.push([1]);
    jest.advanceTimersByTime(499);
    await turn();
    expect(written).toEqual([]);
    jest.advanceTimersByTime(1);
    await turn();
    jest.useRealTimers();
    expect(written).toEqual([1]);
  });

  it('takes nothing after its end', async () => {
    const write = () => Promise.resolve();
    const intake = createIntake<number>({ maxQueue: 10, maxBatch: 10, flushMs: 500, write });
    await intake.stop();
    expect(intake.push([1])).toBe(0);
  });

  it('does not keep the request that first filled it', async () => {
    const storage = new AsyncLocalStorage<string>();
    const seen: unknown[] = [];
    const write = async () => void seen.push(storage.getStore());
    const intake = createIntake<number>({ maxQueue: 10, maxBatch: 1, flushMs: 500, write });
    storage.run('a request', () => intake.push([1]));
    await intake.flush();
    expect(seen).toEqual([undefined]);
  });
});

describe('the rate limiter', () => {
  it('allows so many, and again after a while', () => {
    let now = 0;
    const limiter = createRateLimiter({ limit: 2, windowMs: 1000, maxKeys: 10, now: () => now });
    expect([limiter.take('a'), limiter.take('a'), limiter.take('a')]).toEqual([true, true, false]);
    expect(limiter.take('b')).toBe(true);
    now = 499;
    expect(limiter.take('a')).toBe(false);
    now = 500;
    expect([limiter.take('a'), limiter.take('a')]).toEqual([true, false]);
  });

  it('counts what costs more', () => {
    const limiter = createRateLimiter({ limit: 10, windowMs: 1000, maxKeys: 10, now: () => 0 });
    expect([limiter.take('a', 7), limiter.take('a', 7), limiter.take('a', 3)]).toEqual([
      true,
      false,
      true,
    ]);
  });

  it('forgets keys instead of growing', () => {
    const limiter = createRateLimiter({ limit: 1, windowMs: 1000, maxKeys: 3, now: () => 0 });
    for (let key = 0; key < 1000; key += 1) limiter.take(String(key));
    expect(limiter.size()).toBe(3);
    expect(limiter.take('999')).toBe(false);
    expect(limiter.take('0')).toBe(true);
  });
});
