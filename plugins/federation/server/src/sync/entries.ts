import type { Core } from '@strapi/strapi';
import { canonicalDoc } from '../core/canonical';
import { align } from '../core/merge/similarity';
import { isObject, type Doc, type FieldShape, type Shape } from '../core/shape';
import { hasDrafts, isLocalized, modelOf } from './shapes';

export type Place = { uid: string; documentId: string; locale: string };

type Raw = Record<string, unknown> & { documentId: string };
type Documents = {
  findOne(params: object): Promise<Raw | null>;
  findFirst(params: object): Promise<Raw | null>;
  create(params: object): Promise<Raw>;
  update(params: object): Promise<Raw | null>;
  delete(params: object): Promise<unknown>;
  publish(params: object): Promise<unknown>;
  unpublish(params: object): Promise<unknown>;
};

/** Strapi's document service; its own types need generated uids. */
const documentsOf = (strapi: Core.Strapi, uid: string) =>
  strapi.documents(uid as never) as unknown as Documents;

/** An entry of ours: as the merge sees it, and as Strapi gave it. */
export type Entry = { doc: Doc; raw: Raw; updatedAt: string | null };

/** Files by their number, as content hashes; the rest of the media library has hashes of its own. */
export type FileHashes = (fileIds: number[]) => Promise<Map<number, string>>;

const localeOf = (strapi: Core.Strapi, uid: string, locale: string) => {
  const model = modelOf(strapi, uid);
  return model && isLocalized(model) && locale ? { locale } : {};
};

export function populateOf(shape: Shape): Record<string, unknown> {
  const entries = Object.entries(shape).flatMap(([name, field]): [string, unknown][] => {
    switch (field.kind) {
      case 'relation':
      case 'relations':
        return [[name, { fields: ['documentId'] }]];
      case 'media':
      case 'medias':
        return [[name, { fields: ['id'] }]];
      case 'component':
      case 'components':
        return [[name, { populate: populateOf(field.fields ?? {}) }]];
      case 'zone':
        return [
          [
            name,
            {
              on: Object.fromEntries(
                Object.entries(field.components ?? {}).map(([uid, fields]) => [
                  uid,
                  { populate: populateOf(fields) },
                ]),
              ),
            },
          ],
        ];
      default:
        return [];
    }
  });
  return Object.fromEntries(entries);
}

export async function readEntry(
  strapi: Core.Strapi,
  { uid, documentId, locale }: Place,
  { shape, hashes, status = 'draft' }: { shape: Shape; hashes: FileHashes; status?: string },
): Promise<Entry | null> {
  const raw = await documentsOf(strapi, uid).findOne({
    documentId,
    ...localeOf(strapi, uid, locale),
    status,
    populate: populateOf(shape),
  });
  if (!raw) return null;
  const updatedAt = raw.updatedAt instanceof Date ? raw.updatedAt.toISOString() : raw.updatedAt;
  return {
    raw,
    doc: canonicalDoc(await fromStrapi(raw, shape, hashes), shape),
    updatedAt: typeof updatedAt === 'string' ? updatedAt : null,
  };
}

async function fromStrapi(raw: Raw, shape: Shape, hashes: FileHashes): Promise<Doc> {
  const fileIds = Object.entries(shape).flatMap(([name, { kind }]) =>
    kind === 'media' || kind === 'medias' ? listOf(raw[name]).map((file) => Number(file.id)) : [],
  );
  const known = fileIds.length > 0 ? await hashes(fileIds) : new Map<number, string>();
  const hashOfFile = (file: Doc) => known.get(Number(file.id)) ?? `file:${String(file.id)}`;

  const entries = Object.entries(shape).map(([name, { kind }]): [string, unknown] => {
    const value = raw[name] ?? null;
    switch (kind) {
      case 'relation':
        return [name, listOf(value).map((item) => String(item.documentId))[0] ?? null];
      case 'relations':
        return [name, [...new Set(listOf(value).map((item) => String(item.documentId)))]];
      case 'media':
        return [name, listOf(value).map(hashOfFile)[0] ?? null];
      case 'medias':
        return [name, listOf(value).map(hashOfFile)];
      default:
        return [name, value];
    }
  });
  return Object.fromEntries(entries);
}

const listOf = (value: unknown): Doc[] =>
  (Array.isArray(value) ? value : [value]).filter((item): item is Doc => isObject(item));

/** Values of the merge as Strapi writes them. `raw` is what is there now: its rows are kept. */
export function toStrapi(
  values: Doc,
  { shape, raw, fileIds }: { shape: Shape; raw: Doc | null; fileIds: Map<string, number> },
): Doc {
  const fileOf = (hash: unknown) => {
    const text = String(hash);
    return text.startsWith('file:') ? Number(text.slice(5)) : (fileIds.get(text) ?? null);
  };
  const entries = Object.entries(values).flatMap(([name, value]): [string, unknown][] => {
    const field = shape[name];
    if (!field) return [];
    switch (field.kind) {
      case 'relation':
        return [[name, value === null ? null : { set: [value] }]];
      case 'relations':
        return [[name, { set: value ?? [] }]];
      case 'media':
        return [[name, value === null ? null : fileOf(value)]];
      case 'medias':
        return [
          [name, (Array.isArray(value) ? value : []).map(fileOf).filter((id) => id !== null)],
        ];
      case 'component':
        return [[name, withRow(value, raw?.[name], field)]];
      case 'components':
      case 'zone':
        return [[name, withRows(value, raw?.[name])]];
      default:
        return [[name, value]];
    }
  });
  return Object.fromEntries(entries);
}

/** Keeps the row, and with it what is not synchronised: pictures inside the component. */
const withRow = (value: unknown, row: unknown, _field: FieldShape) =>
  isObject(value) && isObject(row) ? { ...value, id: row.id } : value;

function withRows(value: unknown, rows: unknown): unknown {
  const next = listOf(value);
  const now = listOf(rows);
  const isSameComponent = (left: unknown, right: unknown) =>
    isObject(left) && isObject(right) && left.__component === right.__component;
  const bare = now.map(({ id: _id, ...fields }) => fields);
  const origins = align(bare, next, isSameComponent);
  return next.map((entry, index) => {
    const from = origins[index];
    const row = from === null || from === undefined ? undefined : now[from];
    return row ? { ...entry, id: row.id } : entry;
  });
}

export async function createEntry(
  strapi: Core.Strapi,
  {
    uid,
    documentId,
    locale,
    data,
  }: { uid: string; documentId?: string; locale: string; data: Doc },
): Promise<string> {
  const documents = documentsOf(strapi, uid);
  const place = localeOf(strapi, uid, locale);
  if (documentId) {
    // Another language of an entry that is here.
    await documents.update({ documentId, ...place, data });
    return documentId;
  }
  return (await documents.create({ ...place, data, status: 'draft' })).documentId;
}

export const updateEntry = (strapi: Core.Strapi, place: Place, data: Doc) =>
  documentsOf(strapi, place.uid).update({
    documentId: place.documentId,
    ...localeOf(strapi, place.uid, place.locale),
    data,
  });

export const deleteEntry = (strapi: Core.Strapi, { uid, documentId, locale }: Place) =>
  documentsOf(strapi, uid).delete({ documentId, ...localeOf(strapi, uid, locale) });

export async function isPublished(strapi: Core.Strapi, place: Place): Promise<boolean> {
  const model = modelOf(strapi, place.uid);
  if (!model || !hasDrafts(model)) return false;
  const row = await documentsOf(strapi, place.uid).findOne({
    documentId: place.documentId,
    ...localeOf(strapi, place.uid, place.locale),
    status: 'published',
    fields: ['documentId'],
  });
  return row !== null;
}

export const publishEntry = (strapi: Core.Strapi, { uid, documentId, locale }: Place) =>
  documentsOf(strapi, uid).publish({ documentId, ...localeOf(strapi, uid, locale) });

export const unpublishEntry = (strapi: Core.Strapi, { uid, documentId, locale }: Place) =>
  documentsOf(strapi, uid).unpublish({ documentId, ...localeOf(strapi, uid, locale) });

/** The entry whose field has this value; null where none or the value is empty. */
export async function findByField(
  strapi: Core.Strapi,
  { uid, locale, field, value }: { uid: string; locale: string; field: string; value: unknown },
): Promise<string | null> {
  if (value === null || value === undefined || value === '') return null;
  const row = await documentsOf(strapi, uid).findFirst({
    ...localeOf(strapi, uid, locale),
    status: 'draft',
    filters: { [field]: value },
    fields: ['documentId'],
    sort: 'id:asc',
  });
  return row?.documentId ?? null;
}

export function titleOf(doc: Doc): string {
  const names = ['title', 'name', 'label', 'headline', 'slug'];
  const found = names.map((name) => doc[name]).find((value) => typeof value === 'string' && value);
  return typeof found === 'string' ? found : '';
}
