import type { Core } from '@strapi/strapi';
import type { Guard } from './guard';
import type { KnexQuery } from './strapi-internals';
import { contentTypesOf, type AppType } from './strapi-parts';
import { hiddenSql, visibleFor, type Sql } from './visible-rows';

/** An entry type or a component that holds a component, and the table that links them. */
export type Owner = { uid: string; table: string; linkTable: string; isComponent: boolean };
export type ComponentOwners = ReadonlyMap<string, readonly Owner[]>;

type LinkedAttribute = { joinTable?: { name: string; pivotColumns?: string[] } };

/** Components within components within components; Strapi's own editor allows no more. */
const MAX_DEPTH = 4;

/** Who holds which component, by the component's uid. */
export function readComponentOwners(strapi: Core.Strapi): ComponentOwners {
  const owners = new Map<string, Owner[]>();
  const components = strapi.components as unknown as Record<string, AppType>;
  for (const uid of Object.keys(components)) owners.set(uid, []);

  for (const type of [...Object.values(contentTypesOf(strapi)), ...Object.values(components)]) {
    const held = new Set(
      Object.values(type.attributes).flatMap(({ component, components: zone }) => [
        ...(component ? [component] : []),
        ...(zone ?? []),
      ]),
    );
    if (held.size === 0) continue;
    const linkTable = readLinkTable(strapi, type.uid);
    if (!linkTable) continue;
    const table = strapi.db.metadata.get(type.uid).tableName;
    const owner = { uid: type.uid, table, linkTable, isComponent: type.uid in components };
    for (const uid of held) owners.get(uid)?.push(owner);
  }
  return owners;
}

/** All components of a type hang on one table; Strapi shortens long names. */
export function readLinkTable(strapi: Core.Strapi, uid: string): string | null {
  const attributes = Object.values(strapi.db.metadata.get(uid).attributes) as LinkedAttribute[];
  const linked = attributes.find(({ joinTable }) =>
    joinTable?.pivotColumns?.includes('component_type'),
  );
  return linked?.joinTable?.name ?? null;
}

/**
 * A component asked for on its own is visible unless an entry holds it that is not: it has no
 * site itself, it belongs to its entry. Right after it was made nothing holds it yet.
 */
export function narrowComponentTable(
  query: KnexQuery,
  { guard, uid, alias, isRead }: { guard: Guard; uid: string; alias: string; isRead: boolean },
) {
  const hidden = heldByHidden(guard, { uid, id: `${alias}.id`, isRead });
  if (!hidden) return;
  query.where(guard.trust(query.client.raw(`not (${hidden.sql})`, hidden.bindings)));
}

type Held = {
  uid: string;
  id: string;
  /** What is only shared with the site is seen, but not changed. */
  isRead: boolean;
  depth?: number;
};

/** Says of a component that an entry holds it which the site may not see (or not change). */
export function heldByHidden(guard: Guard, { uid, id, isRead, depth = 0 }: Held): Sql | null {
  const link = `l${depth}`;
  const linked = `${link}.cmp_id = ?? and ${link}.component_type = ?`;
  const found: Sql[] = [];
  for (const owner of guard.tables.ownersOf(uid)) {
    const from = `exists (select 1 from ?? as ${link}`;
    if (owner.isComponent) {
      const next = { uid: owner.uid, id: `${link}.entity_id`, isRead, depth: depth + 1 };
      const outer = depth + 1 < MAX_DEPTH ? heldByHidden(guard, next) : null;
      if (!outer) continue;
      found.push({
        sql: `${from} where ${linked} and (${outer.sql}))`,
        bindings: [owner.linkTable, id, uid, ...outer.bindings],
      });
    } else if (guard.tables.byUid(owner.uid)?.scope === 'site') {
      const join = `join ?? as o${depth} on o${depth}.id = ${link}.entity_id`;
      const shared = isRead ? (visibleFor(guard, owner.uid)?.shared ?? null) : null;
      const visible = { uid: owner.uid, site: guard.siteNow(), shared };
      const hidden = hiddenSql(guard, `o${depth}`, visible);
      found.push({
        sql: `${from} ${join} where ${linked} and ${hidden.sql})`,
        bindings: [owner.linkTable, owner.table, id, uid, ...hidden.bindings],
      });
    }
  }
  if (found.length === 0) return null;
  return {
    sql: found.map(({ sql }) => sql).join(' or '),
    bindings: found.flatMap(({ bindings }) => bindings),
  };
}
