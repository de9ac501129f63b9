import type { Core } from '@strapi/strapi';

export type Attribute = {
  type: string;
  relation?: string;
  target?: string;
  mappedBy?: string;
  multiple?: boolean;
  component?: string;
  components?: string[];
  repeatable?: boolean;
  pluginOptions?: { i18n?: { localized?: boolean } };
};
export type Attributes = Record<string, Attribute>;

/** A content type of the app, as much of it as plugins ask for. */
export type ContentType = {
  uid: string;
  kind: 'collectionType' | 'singleType';
  displayName: string;
  isLocalized: boolean;
  hasDrafts: boolean;
  attributes: Attributes;
};

export type EntryRef = { uid: string; documentId: string; locale?: string | null };
export type Entry = { documentId: string; [attribute: string]: unknown };

type RawType = {
  uid: string;
  kind: ContentType['kind'];
  info: { displayName?: string; singularName: string };
  options?: { draftAndPublish?: boolean };
  pluginOptions?: { i18n?: { localized?: boolean } };
  attributes: Attributes;
};
type Documents = { findOne(params: object): Promise<Entry | null> };

const rawTypes = (strapi: Core.Strapi) =>
  strapi.contentTypes as unknown as Record<string, RawType | undefined>;

const toContentType = (type: RawType): ContentType => ({
  uid: type.uid,
  kind: type.kind,
  displayName: type.info.displayName ?? type.info.singularName,
  isLocalized: type.pluginOptions?.i18n?.localized === true,
  hasDrafts: type.options?.draftAndPublish === true,
  attributes: type.attributes,
});

/** What editors write: the content types of the app, in the order of their names. */
export function contentTypesOf(strapi: Core.Strapi): ContentType[] {
  return Object.values(rawTypes(strapi))
    .filter((type) => type !== undefined)
    .filter((type) => type.uid.startsWith('api::'))
    .map(toContentType)
    .sort((a, b) => a.displayName.localeCompare(b.displayName));
}

export function contentTypeOf(strapi: Core.Strapi, uid: string): ContentType | null {
  const type = rawTypes(strapi)[uid];
  return type ? toContentType(type) : null;
}

export function componentOf(strapi: Core.Strapi, uid: string): Attributes {
  const components = strapi.components as unknown as Record<
    string,
    { attributes: Attributes } | undefined
  >;
  return components[uid]?.attributes ?? {};
}

/** Attributes that are read as the entry's name, the best one first. */
const TITLES = ['title', 'name', 'headline', 'label', 'subject', 'username', 'email', 'slug'];

/** What people call this entry. */
export function titleOf(
  entry: Record<string, unknown>,
  { attributes }: { attributes: Attributes },
) {
  const texts = Object.entries(attributes)
    .filter(([, { type }]) => type === 'string' || type === 'uid')
    .map(([name]) => name);
  const names = [...TITLES.filter((name) => name in attributes), ...texts];
  const value = names.map((name) => entry[name]).find((text) => typeof text === 'string' && text);
  if (typeof value === 'string') return value;
  return typeof entry.documentId === 'string' ? entry.documentId : '';
}

/** Nesting of components in components; deeper ones are not read. */
const MAX_DEPTH = 6;

/** A populate parameter for everything an entry consists of; related entries by their ids. */
export function populateAll(strapi: Core.Strapi, attributes: Attributes, depth = 0): object {
  const parts = Object.entries(attributes).map(([name, attribute]) => {
    const { type, component = '', components = [] } = attribute;
    if (type === 'media') return [name, true] as const;
    if (type === 'relation') return [name, relationPopulate(attribute)] as const;
    if (depth >= MAX_DEPTH) return [name, null] as const;
    if (type === 'component') {
      const inner = populateAll(strapi, componentOf(strapi, component), depth + 1);
      return [name, { populate: inner }] as const;
    }
    if (type === 'dynamiczone') {
      const on = components.map((uid) => [
        uid,
        { populate: populateAll(strapi, componentOf(strapi, uid), depth + 1) },
      ]);
      return [name, { on: Object.fromEntries(on) as object }] as const;
    }
    return [name, null] as const;
  });
  return Object.fromEntries(parts.filter(([, value]) => value !== null));
}

/** Morph relations have no fields that all their targets share. */
const relationPopulate = ({ relation = '' }: Attribute) =>
  relation.startsWith('morph') ? null : { fields: ['documentId'] };

/** The whole entry with components, dynamic zones, media and related entries. */
export async function readEntry(
  strapi: Core.Strapi,
  { uid, documentId, locale, status = 'draft' }: EntryRef & { status?: 'draft' | 'published' },
): Promise<Entry | null> {
  const type = contentTypeOf(strapi, uid);
  if (!type) return null;
  const documents = strapi.documents(uid as never) as unknown as Documents;
  return documents.findOne({
    documentId,
    ...(type.isLocalized && locale ? { locale } : {}),
    ...(type.hasDrafts && { status }),
    populate: populateAll(strapi, type.attributes),
  });
}
