import { createAsyncValue, type AsyncValue } from './async-value';

const tick = () => new Promise((resolve) => setImmediate(resolve));

test('a value holds for what is awaited inside, and nowhere else', async () => {
  const value = createAsyncValue<string>();
  const inside = await value.run('inner', async () => {
    await tick();
    return value.getStore();
  });
  expect(inside).toBe('inner');
  expect(value.getStore()).toBeUndefined();
});

test('two values do not touch each other, whichever is set first', () => {
  const site = createAsyncValue<number>();
  const bare = createAsyncValue<true>();
  const read = () => [site.getStore(), bare.getStore()];
  expect(site.run(1, () => bare.run(true, read))).toEqual([1, true]);
  expect(bare.run(true, () => site.run(1, read))).toEqual([1, true]);
  expect(site.run(1, () => bare.run(true, () => site.run(2, read)))).toEqual([2, true]);
  expect(site.run(1, read)).toEqual([1, undefined]);
});

test('the outer value is back after the inner one, also after an error', () => {
  const site = createAsyncValue<number>();
  site.run(1, () => {
    expect(() =>
      site.run(2, () => {
        throw new Error('inner');
      }),
    ).toThrow('inner');
    expect(site.getStore()).toBe(1);
  });
});

test('what runs side by side sees its own value', async () => {
  const site = createAsyncValue<number>();
  const seen = await Promise.all(
    [1, 2, 3].map((number) =>
      site.run(number, async () => {
        await tick();
        return site.getStore();
      }),
    ),
  );
  expect(seen).toEqual([1, 2, 3]);
});

test('all copies of this file share one storage, and nesting makes no chain', () => {
  const site = createAsyncValue<number>();
  const other = createAsyncValue<true>();
  let theirs: AsyncValue<string> | undefined;
  jest.isolateModules(() => {
    const copy: { createAsyncValue: typeof createAsyncValue } = jest.requireActual('./async-value');
    expect(copy.createAsyncValue).not.toBe(createAsyncValue);
    theirs = copy.createAsyncValue();
  });
  const holder = globalThis as unknown as Record<symbol, { getStore(): unknown }>;
  const depth = () => {
    let count = 0;
    let told = holder[Symbol.for('strapi-suite.async-values.1')]?.getStore() as
      | { outer?: unknown }
      | undefined;
    for (; told; told = told.outer as typeof told) count += 1;
    return count;
  };
  const nest = (left: number): number =>
    left === 0 ? depth() : site.run(left, () => other.run(true, () => nest(left - 1)));
  expect(theirs?.run('theirs', () => nest(50))).toBe(3);
});
