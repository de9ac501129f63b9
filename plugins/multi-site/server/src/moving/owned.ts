import type { Core } from '@strapi/strapi';
import { readLinkTable } from '../isolation/components';
import { sqlOf } from './sql';

/** Rows of one type or component. */
export type Rows = { uid: string; ids: number[] };

/** Components within components within components; Strapi's own editor allows no more. */
const MAX_DEPTH = 4;

/** Rows of an entry, and of all components in it. */
export async function withComponents(strapi: Core.Strapi, rows: Rows): Promise<Rows[]> {
  const found: Rows[] = [rows];
  let level: Rows[] = [rows];
  for (let depth = 0; depth < MAX_DEPTH && level.length > 0; depth += 1) {
    const next: Rows[] = [];
    for (const owner of level) next.push(...(await componentsOf(strapi, owner)));
    found.push(...next);
    level = next;
  }
  return found;
}

async function componentsOf(strapi: Core.Strapi, { uid, ids }: Rows): Promise<Rows[]> {
  const table = readLinkTable(strapi, uid);
  if (!table || ids.length === 0) return [];
  const links = await sqlOf(strapi)<{ cmp_id: number; component_type: string }[]>((knex) =>
    knex(table).whereIn('entity_id', ids).select('cmp_id', 'component_type'),
  );
  const byType = new Map<string, number[]>();
  for (const link of links) {
    byType.set(link.component_type, [...(byType.get(link.component_type) ?? []), link.cmp_id]);
  }
  return [...byType].map(([component, found]) => ({ uid: component, ids: found }));
}
