import type { Core } from '@strapi/strapi';

type JoinTable = {
  name: string;
  joinColumn?: { name: string };
  inverseJoinColumn?: { name: string };
  morphColumn?: { idColumn: { name: string }; typeColumn: { name: string } };
};
type Attribute = {
  target?: string;
  owner?: boolean;
  joinColumn?: { name: string };
  joinTable?: JoinTable;
};

/** A column that leads to rows of one table, or of the model that another column names. */
export type End = { column: string; table?: string; typeColumn?: string };

export type Tables = {
  /** Tables with a site column. */
  content: string[];
  components: string[];
  /** Link tables and where their columns lead. */
  links: Map<string, End[]>;
  /** Columns of content that lead to other content. */
  keys: Map<string, End[]>;
  tableOf: (uid: string) => string | undefined;
};

/** Reads Strapi's model, not the plugin's: what the plugin forgets is looked at all the same. */
export function readTables(strapi: Core.Strapi): Tables {
  const models = [...strapi.db.metadata].map(([uid, meta]) => ({ uid, meta }));
  const content = models.filter(({ uid }) => /^(api::|plugin::upload\.(file|folder)$)/.test(uid));
  const components = models.filter(({ uid }) => uid in strapi.components);
  const tableOf = (uid: string) =>
    strapi.db.metadata.has(uid) ? strapi.db.metadata.get(uid).tableName : undefined;

  const links = new Map<string, End[]>();
  const add = (name: string, end: End) => {
    const known = links.get(name) ?? [];
    if (!known.some((one) => one.column === end.column)) links.set(name, [...known, end]);
  };
  const keys = new Map<string, End[]>();
  for (const { meta } of content) {
    const found = (Object.values(meta.attributes) as Attribute[]).flatMap((one) =>
      one.owner && one.joinColumn && one.target
        ? [{ column: one.joinColumn.name, table: tableOf(one.target) }]
        : [],
    );
    keys.set(meta.tableName, found);
  }
  for (const { meta } of [...content, ...components]) {
    for (const { joinTable, target } of Object.values(meta.attributes) as Attribute[]) {
      if (!joinTable || joinTable.name.endsWith('_cmps')) continue;
      const { name, joinColumn, inverseJoinColumn, morphColumn } = joinTable;
      if (joinColumn) add(name, { column: joinColumn.name, table: meta.tableName });
      if (inverseJoinColumn) {
        add(name, { column: inverseJoinColumn.name, table: tableOf(target ?? '') });
      }
      if (morphColumn) {
        const { idColumn, typeColumn } = morphColumn;
        add(name, { column: idColumn.name, typeColumn: typeColumn.name });
      }
    }
    const owned = `${meta.tableName}_cmps`;
    if (!tableOf(owned)) continue;
    add(owned, { column: 'entity_id', table: meta.tableName });
    add(owned, { column: 'cmp_id', typeColumn: 'component_type' });
  }
  return {
    content: content.map(({ meta }) => meta.tableName),
    components: components.map(({ meta }) => meta.tableName),
    links,
    keys,
    tableOf,
  };
}
