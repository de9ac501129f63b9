/** Where the visitor's id and consent stay. */
export type KeyValueStore = {
  get(name: string): string | null;
  set(name: string, value: string): void;
  remove(name: string): void;
};

export function memoryStore(): KeyValueStore {
  const values = new Map<string, string>();
  return {
    get: (name) => values.get(name) ?? null,
    set: (name, value) => void values.set(name, value),
    remove: (name) => void values.delete(name),
  };
}

/** The browser's storage; where it is missing or forbidden, memory takes its place. */
export function browserStore(): KeyValueStore {
  try {
    const storage = globalThis.localStorage;
    storage.setItem('suite.probe', '1');
    storage.removeItem('suite.probe');
    return {
      get: (name) => storage.getItem(name),
      set: (name, value) => storage.setItem(name, value),
      remove: (name) => storage.removeItem(name),
    };
  } catch {
    return memoryStore();
  }
}
