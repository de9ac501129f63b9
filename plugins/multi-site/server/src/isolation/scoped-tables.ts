import type { Core } from '@strapi/strapi';
import { UID, type Scope } from '../../../shared/plugin';
import { scopeOf } from '../core/scope';
import { createTableMatcher, type TableMatcher } from '../core/sql-text';
import { uniqueTable, type UniqueTable } from '../core/unique-keys';
import { readComponentOwners, type Owner } from './components';
import { contentTypesOf } from './strapi-parts';
import {
  readForeignKeys,
  readLinks,
  type ComponentEnd,
  type Link,
  type Morph,
} from './table-links';

export type ScopedTable = { uid: string; name: string; table: string; scope: Scope };

export type ScopedTables = {
  /** Name of the site column in every one of them. */
  column: string;
  /** Types that are kept apart or shared, in a stable order. `global` ones are not in here. */
  list: readonly ScopedTable[];
  byUid(uid: string): ScopedTable | undefined;
  byTable(table: string): ScopedTable | undefined;
  tableOf(uid: string): string;
  /** Foreign keys of a link table that lead to rows of a site. */
  linksOf(table: string): readonly Link[];
  /** The end of a link table that leads to rows of several types. */
  morphsOf(table: string): readonly Morph[];
  /** Foreign keys in a type's own table (relations without a link table). */
  foreignKeysOf(uid: string): readonly Link[];
  /** The uid of a component, by its uid or its table. */
  componentOf(name: string): string | undefined;
  /** Who holds a component. */
  ownersOf(componentUid: string): readonly Owner[];
  /** The table of shares. */
  shares: string;
  /** The end of a link table that leads to components, and to which. */
  componentEndsOf(table: string): readonly ComponentEnd[];
  /** Registry and shares are about all sites: inside a site only this plugin reads them. */
  isRegistry(name: string): boolean;
  /** Of each site's own wordings a site sees its own; their column is `site`. */
  isWordings(name: string): boolean;
  /** False for what is neither site content nor leads to any: its queries stay as they are. */
  isHelper(uid: string): boolean;
  /** Fields whose values may occur once on a site. */
  uniqueOf(uid: string): UniqueTable | undefined;
  matcher: TableMatcher;
  /** Everything that belongs to them: link tables, components, and the closed tables. */
  helperMatcher: TableMatcher;
};

/** Reads the model of this Strapi once: which tables hold site content, and how they are linked. */
export function readScopedTables(strapi: Core.Strapi, column: string): ScopedTables {
  const tableOf = (uid: string) => strapi.db.metadata.get(uid).tableName;
  const list = Object.values(contentTypesOf(strapi))
    .map((type) => ({ type, scope: scopeOf(type) }))
    .filter(({ scope }) => scope !== 'global')
    .map(({ type, scope }) => ({
      uid: type.uid,
      name: type.info.displayName ?? type.uid,
      table: tableOf(type.uid),
      scope,
    }))
    .sort((a, b) => a.uid.localeCompare(b.uid));

  const byUid = new Map<string, ScopedTable>(list.map((entry) => [entry.uid, entry]));
  const byTable = new Map<string, ScopedTable>(
    list.map((entry) => [entry.table.toLowerCase(), entry]),
  );
  const owners = readComponentOwners(strapi);
  const components = new Map(
    [...owners.keys()].flatMap((uid) => [[uid, uid] as const, [tableOf(uid), uid] as const]),
  );
  const closed = [UID.siteContent, UID.share];
  const registry = new Set<string>(closed.flatMap((uid) => [uid, tableOf(uid)]));

  const wordings = new Set<string>([UID.override, tableOf(UID.override)]);

  const { links, morphs, componentEnds } = readLinks(strapi, byUid);
  const foreignKeys = readForeignKeys(strapi, byUid);
  const unique = readUniqueTables(strapi, list);
  const kept = list.filter((entry) => entry.scope === 'site').map((entry) => entry.table);
  const helpers = [
    ...[...links].flatMap(([table, ends]) => (ends.length > 0 ? [table] : [])),
    ...morphs.keys(),
    ...[...owners.keys(), ...closed, UID.override].map(tableOf),
  ];
  // Told apart once, not at every query. A type that turns up later is looked at each time.
  const helperTables = new Set(helpers);
  const plain = new Set<string>();
  for (const [uid, { tableName }] of strapi.db.metadata) {
    if (!helperTables.has(tableName)) plain.add(uid);
  }

  return {
    column,
    list,
    byUid: (uid) => byUid.get(uid),
    // SQLite and some MariaDB take ARTICLES for articles.
    byTable: (table) => byTable.get(table.toLowerCase()),
    tableOf,
    linksOf: (table) => links.get(table) ?? [],
    morphsOf: (table) => morphs.get(table) ?? [],
    foreignKeysOf: (uid) => foreignKeys.get(uid) ?? [],
    componentOf: (name) => components.get(name),
    ownersOf: (uid) => owners.get(uid) ?? [],
    shares: tableOf(UID.share),
    componentEndsOf: (table) => componentEnds.get(table) ?? [],
    isRegistry: (name) => registry.has(name),
    isWordings: (name) => wordings.has(name),
    isHelper: (uid) => !plain.has(uid) && !byUid.has(uid),
    uniqueOf: (uid) => unique.get(uid),
    matcher: createTableMatcher(kept),
    helperMatcher: createTableMatcher(helpers),
  };
}

/** Of the app's types; those of the media library have unique columns of their own. */
function readUniqueTables(strapi: Core.Strapi, list: readonly ScopedTable[]) {
  const found = new Map<string, UniqueTable>();
  for (const { uid, table, scope } of list) {
    if (scope !== 'site' || uid.startsWith('plugin::upload.')) continue;
    const { attributes, pluginOptions } = contentTypesOf(strapi)[uid] ?? {};
    const meta = strapi.db.metadata.get(uid).attributes as Record<
      string,
      { columnName?: string } | undefined
    >;
    const unique = uniqueTable({
      table,
      isLocalized: pluginOptions?.i18n?.localized === true,
      attributes: attributes ?? {},
      columnOf: (field) => meta[field]?.columnName,
    });
    if (unique) found.set(uid, unique);
  }
  return found;
}
