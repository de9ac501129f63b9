import type { Core } from '@strapi/strapi';

const KEY = { type: 'core', key: 'persisted_tables' } as const;

type Persisted = string | { name: string };
const nameOf = (table: Persisted) => (typeof table === 'string' ? table : table.name);

/**
 * Keeps tables when the plugin is switched off: Strapi drops the tables of content types it
 * no longer knows, except those listed in this core-store key. It is read by the boot that
 * would drop, so an earlier boot must have written it: call it from the
 * `strapi::content-types.afterSync` hook. Names that others listed stay.
 */
export async function persistTables(strapi: Core.Strapi, tables: readonly string[]) {
  const stored = ((await strapi.store.get(KEY)) as Persisted[] | null) ?? [];
  const known = new Set(stored.map(nameOf));
  const missing = tables.filter((table) => !known.has(table));
  if (missing.length === 0) return;
  await strapi.store.set({ ...KEY, value: [...stored, ...missing] });
}
