import type { Core } from '@strapi/strapi';
import type { ScopedTable } from './scoped-tables';

/** A foreign key, and the table of site content it leads to. */
export type Link = { column: string; targetUid: string; targetTable: string };
/** A pair of columns that leads to a row of the type it names. */
export type Morph = { typeColumn: string; idColumn: string };

/** A foreign key that leads to components of that kind. */
export type ComponentEnd = { column: string; uid: string };

type Named = { name: string };
type Attribute = {
  type: string;
  target?: string;
  owner?: boolean;
  joinColumn?: Named;
  joinTable?: {
    name: string;
    joinColumn?: Named;
    inverseJoinColumn?: Named;
    morphColumn?: { typeColumn: Named; idColumn: Named };
  };
};
/** Strapi's name for the column that says of which kind a component of an entry is. */
const COMPONENT_TYPE = 'component_type';
type ByUid = ReadonlyMap<string, ScopedTable>;

const relationsOf = (meta: { attributes: object }) =>
  (Object.values(meta.attributes) as Attribute[]).filter(({ type }) => type === 'relation');

const toLink = (byUid: ByUid, column: string | undefined, uid: string | undefined): Link[] => {
  const target = uid ? byUid.get(uid) : undefined;
  if (!column || target?.scope !== 'site') return [];
  return [{ column, targetUid: target.uid, targetTable: target.table }];
};

/** Link tables: which of their columns lead to rows of a site. */
export function readLinks(strapi: Core.Strapi, byUid: ByUid) {
  const links = new Map<string, Link[]>();
  const morphs = new Map<string, Morph[]>();
  const componentEnds = new Map<string, ComponentEnd[]>();
  const addComponent = (table: string, column: string | undefined, uid: string | undefined) => {
    const isComponent = uid !== undefined && uid in strapi.components;
    const known = componentEnds.get(table) ?? [];
    if (!isComponent || !column || known.some((one) => one.column === column)) return;
    componentEnds.set(table, [...known, { column, uid }]);
  };
  for (const [uid, meta] of strapi.db.metadata) {
    for (const { joinTable, target } of relationsOf(meta)) {
      if (!joinTable) continue;
      const known = links.get(joinTable.name) ?? [];
      const found = [
        ...toLink(byUid, joinTable.joinColumn?.name, uid),
        ...toLink(byUid, joinTable.inverseJoinColumn?.name, target),
      ].filter((link) => !known.some(({ column }) => column === link.column));
      links.set(joinTable.name, [...known, ...found]);
      addComponent(joinTable.name, joinTable.joinColumn?.name, uid);

      const { morphColumn } = joinTable;
      if (!morphColumn || morphs.has(joinTable.name)) continue;
      const { typeColumn, idColumn } = morphColumn;
      // Components only, never entries: they are reached through the entry at the other end.
      if (typeColumn.name === COMPONENT_TYPE) continue;
      morphs.set(joinTable.name, [{ typeColumn: typeColumn.name, idColumn: idColumn.name }]);
    }
  }
  return { links, morphs, componentEnds };
}

/** Relations that are stored as a column of the type's own table. */
export function readForeignKeys(strapi: Core.Strapi, byUid: ByUid) {
  const keys = new Map<string, Link[]>();
  for (const [uid, meta] of strapi.db.metadata) {
    const found = relationsOf(meta).flatMap(({ joinColumn, owner, target }) =>
      owner ? toLink(byUid, joinColumn?.name, target) : [],
    );
    if (found.length > 0) keys.set(uid, found);
  }
  return keys;
}
