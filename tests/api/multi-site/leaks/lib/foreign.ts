import type { Core } from '@strapi/strapi';
import { OVERRIDES, SHARES, type Connection, type Dump, type DumpRow } from './dump';
import type { End, Tables } from './tables';

type Ids = Map<string, Set<unknown>>;
export type Part = Map<string, DumpRow[]>;
type Given = {
  tables: Tables;
  site: number;
  /** What others share with the site counts as its own: it may read it, but not change it. */
  lent?: Lent;
};
/** Documents by table, and their keys in the registry. */
type Lent = { documents: Ids; keys: ReadonlySet<unknown> };

/**
 * The part of a dump that no request on `site` may read or change: rows of other sites and of
 * none, their components, and the links among them.
 */
export function foreignPart(dump: Dump, tables: Tables, site: number): Part {
  return split(dump, { tables, site }, 'foreign');
}

/** Links over the border. They go with the own row they hang on, but none may appear. */
export function borderLinks(dump: Dump, tables: Tables, site: number): Part {
  return split(dump, { tables, site }, 'border');
}

/** Everything the site does not see: without what is shared with it. */
function hiddenPart(dump: Dump, tables: Tables, site: number): Part {
  const given = { tables, site, lent: readLent(dump, tables, site) };
  const part = split(dump, given, 'foreign');
  for (const [name, rows] of split(dump, given, 'border')) {
    if (tables.links.has(name)) part.set(name, [...(part.get(name) ?? []), ...rows]);
  }
  return part;
}

function readLent(dump: Dump, tables: Tables, site: number): Lent {
  const documents: Ids = new Map();
  const keys = new Set<unknown>();
  for (const row of dump.get(SHARES) ?? []) {
    const table = tables.tableOf(String(row.content_type));
    if (!table || !isReader(row, site)) continue;
    documents.set(table, (documents.get(table) ?? new Set()).add(row.content_id));
    keys.add(row.entry_key);
  }
  return { documents, keys };
}

const isReader = (share: DumpRow, site: number) => share.site === site || share.site === 0;

function split(dump: Dump, given: Given, wanted: 'foreign' | 'border'): Part {
  const { tables, site, lent } = given;
  const ids = foreignIds(dump, given);
  const ownKeys = new Set(
    (dump.get('site_content') ?? []).filter((row) => row.site_id === site).map((row) => row.key),
  );
  const part: Part = new Map();
  for (const [name, rows] of dump) {
    const links = tables.links.get(name);
    const sideOf = (row: DumpRow) => {
      if (!links) {
        if (isForeign(name, row)) return 'foreign';
        return leadsAbroad(name, row) ? 'border' : 'own';
      }
      const sides = new Set(links.map((end) => sideOfEnd(row, end, ids, tables)));
      if (!sides.has('foreign')) return 'own';
      return sides.has('own') ? 'border' : 'foreign';
    };
    part.set(
      name,
      rows.filter((row) => sideOf(row) === wanted),
    );
  }
  return part;

  function leadsAbroad(name: string, row: DumpRow) {
    const keys = tables.keys.get(name) ?? [];
    return keys.some((end) => sideOfEnd(row, end, ids, tables) === 'foreign');
  }

  function isForeign(name: string, row: DumpRow) {
    const known = ids.get(name);
    if (known) return known.has(row.id);
    if (name === 'sites') return true;
    if (name === OVERRIDES) return row.site !== site;
    // With whom the site itself shares is its own business.
    if (name === SHARES) return !isReader(row, site) && !ownKeys.has(row.entry_key);
    if (name === 'site_content' && lent?.keys.has(row.key)) return false;
    return row.site_id !== site;
  }
}

function foreignIds(dump: Dump, { tables, site, lent }: Given): Ids {
  const ids: Ids = new Map();
  for (const name of tables.content) {
    const seen = lent?.documents.get(name);
    const rows = (dump.get(name) ?? []).filter(
      (row) => row.site_id !== site && !seen?.has(row.document_id),
    );
    ids.set(name, new Set(rows.map((row) => row.id)));
  }
  for (const name of tables.components) ids.set(name, new Set());
  // Components hang on entries and on other components: until nothing is found any more.
  for (let found = true; found; ) {
    found = false;
    for (const name of tables.links.keys()) {
      if (!name.endsWith('_cmps')) continue;
      const owner = ids.get(name.slice(0, -'_cmps'.length));
      for (const row of dump.get(name) ?? []) {
        const table = tables.tableOf(String(row.component_type));
        const known = table ? ids.get(table) : undefined;
        if (!owner?.has(row.entity_id) || !known || known.has(row.cmp_id)) continue;
        known.add(row.cmp_id);
        found = true;
      }
    }
  }
  return ids;
}

function sideOfEnd(row: DumpRow, end: End, ids: Ids, tables: Tables) {
  const table = end.typeColumn ? tables.tableOf(String(row[end.typeColumn])) : end.table;
  const known = table ? ids.get(table) : undefined;
  if (!known || row[end.column] === null) return 'none';
  return known.has(row[end.column]) ? 'foreign' : 'own';
}

/** What is different between two such parts, in words; empty when nothing is. */
export function describeChanges(before: Part, after: Part, isIgnoringOrder = false) {
  const text = (row: DumpRow) => JSON.stringify(isIgnoringOrder ? withoutOrder(row) : row);
  const changes: string[] = [];
  for (const [name, rows] of after) {
    const known = new Map((before.get(name) ?? []).map((row) => [row.id, text(row)]));
    const now = new Map(rows.map((row) => [row.id, text(row)]));
    for (const [id, row] of now) {
      if (!known.has(id)) changes.push(`${name} ${String(id)} appeared: ${row}`);
      else if (known.get(id) !== row) changes.push(`${name} ${String(id)} changed: ${row}`);
    }
    for (const id of known.keys()) if (!now.has(id)) changes.push(`${name} ${String(id)} gone`);
  }
  return changes;
}

const withoutOrder = (row: DumpRow): DumpRow =>
  Object.fromEntries(Object.entries(row).filter(([column]) => !column.endsWith('_ord')));

/** Takes everything away that the site does not see, as if it had never been there. */
export async function removeForeign(
  strapi: Core.Strapi,
  { dump, tables, site }: { dump: Dump; tables: Tables; site: number },
) {
  const part = hiddenPart(dump, tables, site);
  const own = ['site_content', SHARES, OVERRIDES];
  const order = [...tables.links.keys(), ...tables.components, ...tables.content, ...own];
  await strapi.db.connection.transaction(async (trx) => {
    for (const name of order) {
      const ids = (part.get(name) ?? []).map((row) => row.id as number);
      if (ids.length > 0) await trx(name).whereIn('id', ids).delete();
    }
    await clearSoftLinks(trx, part, tables);
  });
}

/** Columns that name a row without a key of the database: a morphToOne relation. */
async function clearSoftLinks(trx: Connection, part: Part, tables: Tables) {
  const rows = (await trx('vaults').whereNotNull('target_id')) as DumpRow[];
  for (const row of rows) {
    const table = tables.tableOf(String(row.target_type));
    const isGone = (part.get(table ?? '') ?? []).some((gone) => gone.id === row.target_id);
    if (!isGone) continue;
    await trx('vaults')
      .where('id', row.id as number)
      .update({ target_id: null, target_type: null });
  }
}
