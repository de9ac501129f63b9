/** What the environment of the API tests gives them, see ../setup/environment.mjs. */
type Shared = {
  suiteRequire: NodeJS.Require;
  suiteBoots?: {
    /** What ends each Strapi of this file; ended with the file if the file does not do it. */
    running: Set<() => Promise<void>>;
    /** What removes each storage of this file. */
    storages: Set<() => Promise<void>>;
    /** A start failed: what it left in Strapi's modules must not reach the next file. */
    hasFailed: boolean;
  };
};

const shared = globalThis as unknown as Shared;

/** Node's own `require`: for what has to be the same module as the one Strapi uses. */
export const requireNative = (name: string): unknown => shared.suiteRequire(name);

/** Benches use the harness without that environment. */
export const boots = shared.suiteBoots ?? {
  running: new Set(),
  storages: new Set(),
  hasFailed: false,
};
