import type { Core } from '@strapi/strapi';

/**
 * How Strapi spreads an entry over tables, as far as copying and deleting whole sites needs it:
 * the type's own table, tables that link two rows, and tables that link a row to one of any type.
 */

/** A column that holds the id of a row of `uid`. */
export type End = { column: string; uid: string };
/** A pair of columns: the id of a row, and the uid of its type. */
export type MorphEnd = { idColumn: string; typeColumn: string };

export type RowTable = {
  uid: string;
  table: string;
  /** Strapi's own columns but `id`; columns of others are none of ours to copy. */
  columns: readonly string[];
  /** Relations kept as a column of this table. */
  keys: readonly End[];
  morphKeys: readonly MorphEnd[];
};

export type LinkTable = { table: string; ends: readonly End[]; morph: MorphEnd | null };

export type ContentTables = {
  row(uid: string): RowTable | undefined;
  links: readonly LinkTable[];
  /** Which of them lead to rows of this type, by a column of their own. */
  linksOf(uid: string): readonly LinkTable[];
  isComponent(uid: string): boolean;
};

type Named = { name: string };
type Attribute = {
  type: string;
  columnName?: string;
  target?: string;
  owner?: boolean;
  joinColumn?: Named;
  morphColumn?: { typeColumn: Named; idColumn: Named };
  joinTable?: {
    name: string;
    joinColumn?: Named;
    inverseJoinColumn?: Named;
    morphColumn?: { typeColumn: Named; idColumn: Named };
    pivotColumns?: string[];
  };
};
type Meta = { tableName: string; attributes: Record<string, Attribute> };

const COMPONENT_ENDS = { entity: 'entity_id', id: 'cmp_id', type: 'component_type' } as const;

export function readContentTables(strapi: Core.Strapi): ContentTables {
  const metas = [...strapi.db.metadata] as unknown as [string, Meta][];
  const rows = new Map(metas.map(([uid, meta]) => [uid, toRowTable(uid, meta)]));
  const links = new Map<string, LinkTable>();
  for (const [uid, meta] of metas) {
    for (const attribute of Object.values(meta.attributes)) addLink(links, uid, attribute);
  }
  const all = [...links.values()];
  return {
    row: (uid) => rows.get(uid),
    links: all,
    linksOf: (uid) => all.filter(({ ends }) => ends.some((end) => end.uid === uid)),
    isComponent: (uid) => uid in strapi.components,
  };
}

function toRowTable(uid: string, { tableName, attributes }: Meta): RowTable {
  const all = Object.entries(attributes);
  const keys = all.flatMap(([, { joinColumn, owner, target }]) =>
    joinColumn && owner && target ? [{ column: joinColumn.name, uid: target }] : [],
  );
  const morphKeys = all.flatMap(([, { morphColumn }]) =>
    morphColumn
      ? [{ idColumn: morphColumn.idColumn.name, typeColumn: morphColumn.typeColumn.name }]
      : [],
  );
  const scalars = all
    .filter(([name, { type }]) => name !== 'id' && type !== 'relation')
    .flatMap(([, { columnName }]) => columnName ?? []);
  return { uid, table: tableName, columns: [...new Set(scalars)], keys, morphKeys };
}

/** Both sides of a relation name the same table; all components of a type hang on one. */
function addLink(links: Map<string, LinkTable>, uid: string, { joinTable, target }: Attribute) {
  if (!joinTable) return;
  const { name, joinColumn, inverseJoinColumn, morphColumn, pivotColumns } = joinTable;
  if (pivotColumns?.includes(COMPONENT_ENDS.type)) {
    const ends = [{ column: COMPONENT_ENDS.entity, uid }];
    const morph = { idColumn: COMPONENT_ENDS.id, typeColumn: COMPONENT_ENDS.type };
    links.set(name, { table: name, ends, morph });
    return;
  }
  const known = links.get(name);
  const ends = [
    ...(known?.ends ?? []),
    ...(joinColumn ? [{ column: joinColumn.name, uid }] : []),
    ...(inverseJoinColumn && target ? [{ column: inverseJoinColumn.name, uid: target }] : []),
  ].filter((end, index, all) => all.findIndex(({ column }) => column === end.column) === index);
  const morph = morphColumn
    ? { idColumn: morphColumn.idColumn.name, typeColumn: morphColumn.typeColumn.name }
    : (known?.morph ?? null);
  links.set(name, { table: name, ends, morph });
}
