import type { Core } from '@strapi/strapi';
import { ALL_SITES } from '../../../shared/plugin';
import { contentTypesOf } from '../isolation/strapi-parts';
import { sqlOf } from '../moving/sql';
import { service } from '../services/service';

type Named = { name: string };
type Relation = {
  type: string;
  target?: string;
  joinTable?: { name: string; joinColumn?: Named; inverseJoinColumn?: Named };
};
/** One end of a link table: the column that leads to the document, and the other one. */
type End = { table: string; here: string; there: string; otherUid: string };
type Version = { id: number; locale: string | null; isPublished: boolean; site: number | null };
type LinkRow = { id: number } & Record<string, unknown>;
type Kept = { end: End; rows: LinkRow[] };

/**
 * Publishing gives a document new rows, and Strapi carries the links to it over to them: those it
 * can see. Links from entries of the sites that read a shared document are behind the border for
 * its owner, so they are carried over here.
 */
export async function keepingForeignLinks<T>(
  strapi: Core.Strapi,
  document: { uid: string; documentId: string },
  work: () => Promise<T>,
): Promise<T> {
  const before = await versionsOf(strapi, document);
  const readers = await service(strapi, 'sharing').sitesOf(document);
  const kept = await foreignLinks(strapi, document.uid, { versions: before, readers });
  const result = await work();
  if (kept.length === 0) return result;
  const after = await versionsOf(strapi, document);
  const left = new Set(after.map(({ id }) => id));
  const successors = new Map<number, number>();
  for (const { id, locale, isPublished } of before) {
    const next = after.find((one) => one.locale === locale && one.isPublished === isPublished);
    if (!left.has(id) && next) successors.set(id, next.id);
  }
  for (const { end, rows } of kept) await relink(strapi, end, { rows, successors });
  return result;
}

async function versionsOf(
  strapi: Core.Strapi,
  { uid, documentId }: { uid: string; documentId: string },
): Promise<Version[]> {
  const { column } = service(strapi, 'isolation').tables();
  type Stored = { id: number; locale: string | null; published_at: unknown; site: number | null };
  const rows = await sqlOf(strapi)<Stored[]>((table) =>
    table(strapi.db.metadata.get(uid).tableName)
      .where('document_id', documentId)
      .select('id', 'locale', 'published_at', `${column} as site`),
  );
  return rows.map(({ id, locale, published_at: at, site }) => ({
    id,
    locale,
    isPublished: at !== null,
    site,
  }));
}

/** Only of sites that read the document: other links over the border are nobody's. */
async function foreignLinks(
  strapi: Core.Strapi,
  uid: string,
  { versions, readers }: { versions: readonly Version[]; readers: readonly number[] },
) {
  const site = versions[0]?.site ?? null;
  const ids = versions.map(({ id }) => id);
  if (site === null) return [];
  const { column, byUid } = service(strapi, 'isolation').tables();
  const found: Kept[] = [];
  for (const end of endsOf(strapi, uid)) {
    const other = byUid(end.otherUid);
    if (other?.scope !== 'site') continue;
    const rows = await sqlOf(strapi)<LinkRow[]>((table) => {
      const query = table(`${end.table} as l`)
        .join(`${other.table} as o`, 'o.id', `l.${end.there}`)
        .whereIn(`l.${end.here}`, ids)
        .whereNotNull(`o.${column}`)
        .whereNot(`o.${column}`, site)
        .select('l.*');
      return readers.includes(ALL_SITES) ? query : query.whereIn(`o.${column}`, [...readers]);
    });
    if (rows.length > 0) found.push({ end, rows });
  }
  return found;
}

/** Every link table that leads to rows of a type, from either side. */
function endsOf(strapi: Core.Strapi, uid: string): End[] {
  const found = new Map<string, End>();
  for (const type of Object.values(contentTypesOf(strapi))) {
    const { attributes } = strapi.db.metadata.get(type.uid);
    for (const { joinTable, target } of Object.values(attributes) as Relation[]) {
      const one = joinTable?.joinColumn?.name;
      const other = joinTable?.inverseJoinColumn?.name;
      if (!joinTable || !one || !other || !target) continue;
      const { name: table } = joinTable;
      if (target === uid) {
        found.set(`${table} ${other}`, { table, here: other, there: one, otherUid: type.uid });
      }
      if (type.uid === uid) {
        found.set(`${table} ${one}`, { table, here: one, there: other, otherUid: target });
      }
    }
  }
  return [...found.values()];
}

async function relink(
  strapi: Core.Strapi,
  { table: name, here, there }: End,
  { rows, successors }: { rows: readonly LinkRow[]; successors: ReadonlyMap<number, number> },
) {
  for (const { id: _id, ...row } of rows) {
    const next = successors.get(Number(row[here]));
    if (next === undefined) continue;
    const same = { [here]: next, [there]: row[there] };
    const known = await sqlOf(strapi)<object | undefined>((table) =>
      table(name).where(same).first('id'),
    );
    if (!known) await sqlOf(strapi)((table) => table(name).insert({ ...row, [here]: next }));
  }
}
