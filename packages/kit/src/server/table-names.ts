import type { Core } from '@strapi/strapi';
import { afterSync, beforeSync } from './own-tables';
import { moveRowsAside, moveRowsBack } from './table-moves';

const CORE_STORE = 'strapi_core_store_settings';

type Type = {
  uid: string;
  collectionName: string;
  attributes: Record<string, { type: string; column?: { name?: string } }>;
};

/** Short table name → the name in use. */
export type TableNames = Record<string, string>;

/**
 * Takes no table name that the app already has, and never goes back from a longer name to a
 * short one: what is stored under it would be lost.
 */
export function decideTableNames({
  wanted,
  prefix,
  taken,
  former,
}: {
  wanted: readonly string[];
  prefix: string;
  taken: ReadonlySet<string>;
  former?: TableNames;
}): TableNames {
  return Object.fromEntries(
    wanted.map((table) => {
      const long = `${prefix}_${table}`;
      return [table, taken.has(table) || former?.[table] === long ? long : table];
    }),
  );
}

/**
 * For `register`: gives content types of ours that carry a short table name (`user_profiles`) a
 * prefixed one where the app has that table already; Strapi would refuse to start otherwise.
 * Decided once per table, stored in the core store, logged; when the app takes the short name
 * later, our rows move to the longer one. Routes need no such rule: they begin with the plugin's
 * id.
 */
export async function resolveTableNames(
  strapi: Core.Strapi,
  { pluginId, prefix, uids }: { pluginId: string; prefix: string; uids: readonly string[] },
): Promise<TableNames> {
  const types = strapi.contentTypes as unknown as Record<string, Type>;
  const own = uids.map((uid) => {
    const type = types[uid];
    if (!type) throw new Error(`[${pluginId}] There is no content type ${uid}.`);
    return type;
  });
  const wanted = own.map((type) => type.collectionName);
  const former = await readFormer(strapi, pluginId);

  const taken = new Set(
    Object.values(types)
      .filter((type) => !type.uid.startsWith(`plugin::${pluginId}.`))
      .map((type) => type.collectionName),
  );
  if (!former) await addTablesMadeByHand(strapi, own, taken);
  const names = decideTableNames({ wanted, prefix, taken, former });

  for (const type of own) type.collectionName = names[type.collectionName] ?? type.collectionName;
  const moved = Object.entries(names).filter(([short, name]) => short !== name);
  if (moved.length > 0) {
    const list = moved.map(([short, name]) => `${short} → ${name}`).join(', ');
    strapi.log.info(`[${pluginId}] Tables that this app has already were left alone: ${list}.`);
  }

  const moves = former
    ? wanted
        .map((table) => ({ from: former[table] ?? table, to: names[table] ?? table }))
        .filter(({ from, to }) => from !== to)
    : [];
  beforeSync(strapi, () => moveRowsAside(strapi, prefix, moves));
  afterSync(strapi, async () => {
    await strapi.store.set({ type: 'plugin', name: pluginId, key: 'table-names', value: names });
    await moveRowsBack(strapi, prefix, Object.values(names), moves);
  });
  return names;
}

/** From the connection: in `register` Strapi has not built the model of its own store yet. */
async function readFormer(strapi: Core.Strapi, pluginId: string): Promise<TableNames | undefined> {
  if (!(await strapi.db.getSchemaConnection().hasTable(CORE_STORE))) return undefined;
  const row: { value: string } | undefined = await strapi.db
    .getConnection(CORE_STORE)
    .where({ key: `plugin_${pluginId}_table-names` })
    .first('value');
  return row ? (JSON.parse(row.value) as TableNames) : undefined;
}

/** Before our first start: tables that Strapi does not know, and that are not ours either. */
async function addTablesMadeByHand(strapi: Core.Strapi, own: readonly Type[], taken: Set<string>) {
  for (const type of own) {
    const { collectionName: table } = type;
    if (!(await strapi.db.getSchemaConnection().hasTable(table))) continue;
    const columns = await strapi.db.connection(table).columnInfo();
    // Made by a first start that was broken off before it could write down its names.
    const isOurs = columnsOf(type).every((column) => column in columns);
    if (!isOurs) taken.add(table);
  }
}

const columnsOf = ({ attributes }: Type) =>
  Object.entries(attributes)
    .filter(([, { type }]) => !['relation', 'component', 'dynamiczone', 'media'].includes(type))
    .map(([name, { column }]) => column?.name ?? toSnakeCase(name));

const toSnakeCase = (name: string) =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[\s-]+/g, '_')
    .toLowerCase();
