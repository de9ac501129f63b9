import type { Core } from '@strapi/strapi';
import { UID, type Scope } from '../../../shared/plugin';
import { scopeOf } from '../core/scope';
import { createTableMatcher, type TableMatcher } from '../core/sql-text';
import { contentTypesOf } from './strapi-parts';
import { readForeignKeys, readLinks, type Link, type Morph } from './table-links';

export type ScopedTable = { uid: string; name: string; table: string; scope: Scope };

export type ScopedTables = {
  /** Name of the site column in every one of them. */
  column: string;
  /** Types that are kept apart or shared, in a stable order. `global` ones are not in here. */
  list: readonly ScopedTable[];
  byUid(uid: string): ScopedTable | undefined;
  byTable(table: string): ScopedTable | undefined;
  /** Foreign keys of a link table that lead to rows of a site. */
  linksOf(table: string): readonly Link[];
  /** The end of a link table that leads to rows of several types. */
  morphsOf(table: string): readonly Morph[];
  /** Foreign keys in a type's own table (relations without a link table). */
  foreignKeysOf(uid: string): readonly Link[];
  /**
   * Tables that hold rows of all sites without saying whose they are: components, which belong
   * to an entry, and the registry. By uid and by table name.
   */
  closed: ReadonlyMap<string, 'component' | 'registry'>;
  matcher: TableMatcher;
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
  const closed = new Map<string, 'component' | 'registry'>();
  for (const uid of Object.keys(strapi.components)) {
    closed.set(uid, 'component').set(tableOf(uid), 'component');
  }
  closed.set(UID.siteContent, 'registry').set(tableOf(UID.siteContent), 'registry');

  const { links, morphs } = readLinks(strapi, byUid);
  const foreignKeys = readForeignKeys(strapi, byUid);
  const kept = list.filter((entry) => entry.scope === 'site').map((entry) => entry.table);

  return {
    column,
    list,
    byUid: (uid) => byUid.get(uid),
    // SQLite and some MariaDB take ARTICLES for articles.
    byTable: (table) => byTable.get(table.toLowerCase()),
    linksOf: (table) => links.get(table) ?? [],
    morphsOf: (table) => morphs.get(table) ?? [],
    foreignKeysOf: (uid) => foreignKeys.get(uid) ?? [],
    closed,
    matcher: createTableMatcher(kept),
  };
}
