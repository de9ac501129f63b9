import type { Core } from '@strapi/strapi';
import type { Scope } from '../../../shared/plugin';
import { scopeOf } from '../core/scope';
import { contentTypesOf } from './strapi-parts';
import { createTableMatcher, type TableMatcher } from '../core/sql-text';

/** A foreign key of a link table, and the table it leads to. */
type Link = { column: string; targetTable: string };

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
  matcher: TableMatcher;
};

type Attribute = {
  type: string;
  target?: string;
  joinTable?: {
    name: string;
    joinColumn?: { name: string };
    inverseJoinColumn?: { name: string };
  };
};

/** Reads the model of this Strapi once: which tables hold site content, and how they are linked. */
export function readScopedTables(strapi: Core.Strapi, column: string): ScopedTables {
  const list = Object.values(contentTypesOf(strapi))
    .map((type) => ({ type, scope: scopeOf(type) }))
    .filter(({ scope }) => scope !== 'global')
    .map(({ type, scope }) => ({
      uid: type.uid,
      name: type.info.displayName ?? type.uid,
      table: strapi.db.metadata.get(type.uid).tableName,
      scope,
    }))
    .sort((a, b) => a.uid.localeCompare(b.uid));

  const byUid = new Map<string, ScopedTable>(list.map((entry) => [entry.uid, entry]));
  const byTable = new Map<string, ScopedTable>(
    list.map((entry) => [entry.table.toLowerCase(), entry]),
  );
  const links = readLinks(strapi, byUid);
  const kept = list.filter((entry) => entry.scope === 'site').map((entry) => entry.table);

  return {
    column,
    list,
    byUid: (uid) => byUid.get(uid),
    // SQLite and some MariaDB take ARTICLES for articles.
    byTable: (table) => byTable.get(table.toLowerCase()),
    linksOf: (table) => links.get(table) ?? [],
    matcher: createTableMatcher(kept),
  };
}

function readLinks(strapi: Core.Strapi, byUid: ReadonlyMap<string, ScopedTable>) {
  const links = new Map<string, Link[]>();
  const add = (table: string, column: string | undefined, uid: string | undefined) => {
    const target = uid ? byUid.get(uid) : undefined;
    if (!column || target?.scope !== 'site') return;
    const known = links.get(table) ?? [];
    if (known.some((link) => link.column === column)) return;
    links.set(table, [...known, { column, targetTable: target.table }]);
  };

  for (const [uid, meta] of strapi.db.metadata) {
    for (const attribute of Object.values(meta.attributes) as Attribute[]) {
      const joinTable = attribute.type === 'relation' ? attribute.joinTable : undefined;
      if (!joinTable) continue;
      add(joinTable.name, joinTable.joinColumn?.name, uid);
      add(joinTable.name, joinTable.inverseJoinColumn?.name, attribute.target);
    }
  }
  return links;
}
