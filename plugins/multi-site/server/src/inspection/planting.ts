import type { Core } from '@strapi/strapi';
import { service } from '../services/service';

/** In every text of the other site's rows, and in none of the own one's. */
export const SECRET = 'zqforeign';
export const ROWS = 2;

type Named = { name: string };
export type Attribute = {
  type: string;
  target?: string;
  owner?: boolean;
  morphBy?: string;
  columnName?: string;
  joinColumn?: Named;
  joinTable?: {
    name: string;
    joinColumn?: Named;
    inverseJoinColumn?: Named;
    morphColumn?: { typeColumn: Named; idColumn: Named };
    orderColumnName?: string;
    inverseOrderColumnName?: string;
  };
};
export type Ids = ReadonlyMap<string, readonly number[]>;

const TEXTS = new Set(['string', 'text', 'richtext', 'uid', 'email']);
/** Columns that keep their meaning. */
const NOT_MARKED = new Set(['documentId', 'locale']);
const FOLDER = 'plugin::upload.folder';

const tableOf = (strapi: Core.Strapi, uid: string) => strapi.db.metadata.get(uid).tableName;

export const attributesOf = (strapi: Core.Strapi, uid: string) =>
  Object.entries(strapi.db.metadata.get(uid).attributes as unknown as Record<string, Attribute>);

/** The other languages of the same document: no link that could lead to another one. */
export const isLocalizations = ({ joinColumn }: Attribute) => joinColumn?.name === 'document_id';

/** Rows of one site in every table, written past everything. Returns their numbers by type. */
export async function plantRows(
  strapi: Core.Strapi,
  types: readonly string[],
  { site, mark, documentIdsLike }: { site: number; mark: string; documentIdsLike?: string },
): Promise<Ids> {
  const { column } = service(strapi, 'isolation').tables();
  const ids = new Map<string, number[]>();
  for (const uid of types) {
    const table = tableOf(strapi, uid);
    const texts = attributesOf(strapi, uid).flatMap(([name, { type, columnName }]) =>
      TEXTS.has(type) && columnName && !NOT_MARKED.has(name) ? [columnName] : [],
    );
    for (let index = 0; index < ROWS; index += 1) {
      // The second row of the other site bears the document id of an own one.
      const idMark = documentIdsLike && index > 0 ? documentIdsLike : mark;
      await strapi.db.connection(table).insert({
        ...Object.fromEntries(texts.map((name) => [name, `${mark}-${index}`])),
        ...(uid === FOLDER ? { path_id: site * 1_000_000 + index } : {}),
        document_id: `${idMark}${index}${table}`.slice(0, 60),
        [column]: site,
        published_at: new Date(),
      });
    }
    const found = strapi.db.connection(table).where({ [column]: site });
    ids.set(uid, await found.orderBy('id').pluck('id'));
  }
  return ids;
}

/** Links from own rows to the other site's, through every link table and every key. */
export async function plantLinks(
  strapi: Core.Strapi,
  types: readonly string[],
  { own, other }: { own: Ids; other: Ids },
) {
  for (const uid of types) {
    const from = own.get(uid)?.[0];
    if (from === undefined) continue;
    for (const [field, attribute] of attributesOf(strapi, uid)) {
      const to = attribute.target ? other.get(attribute.target)?.[0] : undefined;
      if (to !== undefined) await plantLink(strapi, { uid, field, attribute, from, to });
    }
  }
}

type Planted = { uid: string; field: string; attribute: Attribute; from: number; to: number };

async function plantLink(strapi: Core.Strapi, { uid, field, attribute, from, to }: Planted) {
  const { joinTable, joinColumn, owner, morphBy, target = '' } = attribute;
  const write = async (table: string, row: object, more: object) => {
    const isThere = await strapi.db.connection(table).where(row).first('id');
    if (!isThere) await strapi.db.connection(table).insert({ ...row, ...more });
  };
  const morph = morphBy ? morphTableOf(strapi, { target, morphBy }) : null;
  if (morph) {
    // The other end holds the link: media above all.
    const { name, joinColumn: own, typeColumn, idColumn } = morph;
    const row = { [own]: to, [idColumn]: from, [typeColumn]: uid, field };
    await write(name, row, { order: 1 });
  } else if (joinTable?.joinColumn && joinTable.inverseJoinColumn) {
    const { orderColumnName, inverseOrderColumnName } = joinTable;
    const row = {
      [joinTable.joinColumn.name]: from,
      [joinTable.inverseJoinColumn.name]: to,
    };
    await write(joinTable.name, row, {
      ...(orderColumnName ? { [orderColumnName]: 1 } : {}),
      ...(inverseOrderColumnName ? { [inverseOrderColumnName]: 1 } : {}),
    });
  } else if (owner && joinColumn && !isLocalizations(attribute)) {
    const key = { [joinColumn.name]: to };
    await strapi.db.connection(tableOf(strapi, uid)).where({ id: from }).update(key);
  }
}

function morphTableOf(
  strapi: Core.Strapi,
  { target, morphBy }: { target: string; morphBy: string },
) {
  const [, back] = attributesOf(strapi, target).find(([name]) => name === morphBy) ?? [];
  const { name, joinColumn, morphColumn } = back?.joinTable ?? {};
  if (!name || !joinColumn || !morphColumn) return null;
  const { typeColumn, idColumn } = morphColumn;
  const columns = { typeColumn: typeColumn.name, idColumn: idColumn.name };
  return { name, joinColumn: joinColumn.name, ...columns };
}
