import type { Core } from '@strapi/strapi';

const KEY = { type: 'core', key: 'persisted_tables' } as const;
const TURN = Symbol.for('strapi-suite.persisted-tables');

type Persisted = string | { name: string };
const nameOf = (table: Persisted) => (typeof table === 'string' ? table : table.name);

/**
 * Keeps tables when the plugin is switched off: Strapi drops the tables of content types it
 * no longer knows, except those listed in this core-store key. It is read by the boot that
 * would drop, so an earlier boot must have written it: call it from the
 * `strapi::content-types.afterSync` hook. Names that others listed stay.
 *
 * That hook runs the handlers of all plugins at once, and each plugin brings its own copy of
 * this code: they take turns by a promise kept on the container, or one would overwrite the
 * other's names.
 */
export function persistTables(strapi: Core.Strapi, tables: readonly string[]): Promise<void> {
  const shared = strapi as unknown as { [TURN]?: Promise<void> };
  const done = (shared[TURN] ?? Promise.resolve()).then(() => add(strapi, tables));
  // Whoever asked hears of a failure; the next one is not kept by it.
  shared[TURN] = done.catch(() => undefined);
  return done;
}

async function add(strapi: Core.Strapi, tables: readonly string[]): Promise<void> {
  const stored = ((await strapi.store.get(KEY)) as Persisted[] | null) ?? [];
  const known = new Set(stored.map(nameOf));
  const missing = tables.filter((table) => !known.has(table));
  if (missing.length === 0) return;
  await strapi.store.set({ ...KEY, value: [...stored, ...missing] });
}
