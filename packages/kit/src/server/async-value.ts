import { AsyncLocalStorage } from 'node:async_hooks';

type Told = { key: object; value: unknown; outer: Told | undefined };

/**
 * One storage for all plugins, each of which carries a copy of this file. Before Node 24 every
 * promise of the whole process takes along what each storage holds, so each one more makes every
 * request slower.
 */
const SHARED = Symbol.for('strapi-suite.async-values.1');
const holder = globalThis as { [SHARED]?: AsyncLocalStorage<Told> };
const storage = (holder[SHARED] ??= new AsyncLocalStorage());

export type AsyncValue<T> = {
  getStore(): T | undefined;
  run<R>(value: T, work: () => R): R;
};

/** A value for everything that `work` does and starts, as `AsyncLocalStorage` keeps it. */
export function createAsyncValue<T>(): AsyncValue<T> {
  const key = {};
  return {
    getStore() {
      for (let told = storage.getStore(); told; told = told.outer) {
        if (told.key === key) return told.value as T;
      }
      return undefined;
    },
    run(value, work) {
      const told = { key, value, outer: without(storage.getStore(), key) };
      return storage.run(told, work);
    },
  };
}

/** Each value is in there once: a timer that sets the next one must not make a chain without end. */
function without(told: Told | undefined, key: object): Told | undefined {
  if (!told) return undefined;
  if (told.key === key) return told.outer;
  const outer = without(told.outer, key);
  return outer === told.outer ? told : { ...told, outer };
}
