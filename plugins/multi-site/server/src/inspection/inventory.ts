import type { Core } from '@strapi/strapi';
import type { Inventory, InventoryItem } from '../../../shared/contracts/isolation';
import type { Scope } from '../../../shared/plugin';
import { classifyRelation, classifyRoute, classifyTable, type TableFacts } from '../core/inventory';
import { ownTables } from '../copying/delete-content';
import { scopeOf } from '../core/scope';
import { contentTypesOf } from '../isolation/strapi-parts';
import { routesSeen } from './routes-seen';

type Scopes = ReadonlyMap<string, Scope>;
type Attribute = {
  type: string;
  target?: string;
  relation?: string;
  joinTable?: { name: string };
};

/** Tables that Strapi makes without a content type. */
const INTERNAL: readonly (readonly [string, string])[] = [
  ['strapi_migrations', 'Strapi’s own bookkeeping'],
  ['strapi_migrations_internal', 'Strapi’s own bookkeeping'],
  ['strapi_database_schema', 'Strapi’s own bookkeeping'],
  ['sqlite_sequence', 'the database’s own bookkeeping'],
  // Made by every edition, used with a paid licence only.
  ['strapi_history_versions', 'content history, a paid feature that knows no sites'],
  ['strapi_ai_localization_jobs', 'a paid feature that knows no sites'],
  ['strapi_ai_metadata_jobs', 'a paid feature that knows no sites'],
];

/** Every table, relation and route of this application, and how far each reaches. */
export async function takeInventory(strapi: Core.Strapi): Promise<Inventory> {
  const types = Object.values(contentTypesOf(strapi));
  const scopes: Scopes = new Map(types.map((type) => [type.uid, scopeOf(type)]));
  const facts = readTableFacts(strapi, scopes);
  const ownSites = new Map(ownTables(strapi).map(({ uid, column }) => [uid, column]));
  const { schemaInspector } = strapi.db.dialect as unknown as {
    schemaInspector: { getTables(): Promise<string[]> };
  };
  const tables = await schemaInspector.getTables();
  return {
    tables: tables.sort().map((table) => classifyTable(table, { ...facts, ownSites })),
    relations: readRelations(strapi, scopes),
    routes: readRoutes(strapi, scopes),
  };
}

const attributesOf = (meta: { attributes: object }) =>
  Object.entries(meta.attributes as Record<string, Attribute>);

function readTableFacts(strapi: Core.Strapi, scopes: Scopes): Omit<TableFacts, 'ownSites'> {
  const types = new Map<string, { uid: string; scope: Scope }>();
  const components = new Set<string>();
  const links = new Map<string, Scope[]>();
  const internal = new Map(INTERNAL);
  for (const [uid, meta] of strapi.db.metadata) {
    const scope = scopes.get(uid);
    if (scope) types.set(meta.tableName, { uid, scope });
    else if (uid in strapi.components) components.add(meta.tableName);
    // Models of Strapi's own, such as its store: no content type, no component, no link table.
    else if (uid.startsWith('strapi::')) internal.set(meta.tableName, 'Strapi’s own bookkeeping');
    // Components hang on their entry: as narrow as that one is.
    const own = scope ?? (uid in strapi.components ? 'site' : 'global');
    for (const [, { joinTable, target }] of attributesOf(meta)) {
      if (!joinTable) continue;
      const to = target ? (scopes.get(target) ?? 'site') : 'site';
      links.set(joinTable.name, [...(links.get(joinTable.name) ?? []), own, to]);
    }
  }
  return { types, components, links, internal };
}

function readRelations(strapi: Core.Strapi, scopes: Scopes): InventoryItem[] {
  const found: InventoryItem[] = [];
  const everything = [...new Set(scopes.values())];
  for (const uid of [...scopes.keys(), ...Object.keys(strapi.components)].sort()) {
    for (const [name, { type, target, relation }] of attributesOf(strapi.db.metadata.get(uid))) {
      if (type !== 'relation' || uid.startsWith('admin::')) continue;
      const isComponent = target !== undefined && target in strapi.components;
      if (isComponent || target?.endsWith('_cmps')) continue;
      const scope = target ? scopes.get(target) : undefined;
      const isMorph = target === undefined && (relation?.startsWith('morph') ?? false);
      const to = isMorph ? everything : scope ? [scope] : [];
      found.push(classifyRelation(`${uid}.${name}`, { from: scopes.get(uid) ?? 'site', to }));
    }
  }
  return found;
}

function readRoutes(strapi: Core.Strapi, scopes: Scopes): InventoryItem[] {
  const seen = routesSeen(strapi);
  const byName = new Map<string, InventoryItem>();
  for (const layer of seen.list()) {
    const isComposed = seen.isComposed(layer);
    const methods = layer.methods.filter((method) => method !== 'HEAD');
    // One line for a route that takes every method.
    const isAll = methods.length > 10;
    for (const method of isAll ? ['ALL'] : methods) {
      const { path } = layer;
      const { apiName, pluginName } = seen.ownerOf(method, path) ?? {};
      const apiScopes = apiName ? scopesOfApi(scopes, apiName) : undefined;
      const item = classifyRoute({ method, path, isComposed, apiScopes, pluginName });
      byName.set(item.name, item);
    }
  }
  return [...byName.values()].sort((a, b) => a.name.localeCompare(b.name));
}

const scopesOfApi = (scopes: Scopes, apiName: string) =>
  [...scopes].filter(([uid]) => uid.startsWith(`api::${apiName}.`)).map(([, scope]) => scope);
