import type { Core } from '@strapi/strapi';
import { componentOf, contentTypeOf, readEntry, type Attributes, type EntryRef } from './content';

/** An entry as it would be entered again: no row ids, related entries by their documentId. */
export type EntryImage = Record<string, unknown>;

/** A related entry, a file or a component as it is read. */
type Part = Record<string, unknown> & { id?: number; documentId?: string };

/** Written by Strapi itself, or nothing one could give back. */
const NOT_CONTENT = new Set(['createdAt', 'updatedAt', 'publishedAt', 'createdBy', 'updatedBy']);
NOT_CONTENT.add('locale').add('localizations').add('documentId').add('id');

/** The draft of an entry, ready to be written back by the document service; null without one. */
export async function readImage(strapi: Core.Strapi, entry: EntryRef): Promise<EntryImage | null> {
  const type = contentTypeOf(strapi, entry.uid);
  const found = type && (await readEntry(strapi, entry));
  return found ? imageOf(strapi, found, type.attributes) : null;
}

export function imageOf(
  strapi: Core.Strapi,
  entry: Record<string, unknown>,
  attributes: Attributes,
): EntryImage {
  const image: EntryImage = {};
  for (const [name, attribute] of Object.entries(attributes)) {
    const { type, relation = '', mappedBy, component = '' } = attribute;
    const value = entry[name] ?? null;
    // The other side of a relation is that entry's content, and a password leaves nothing to read.
    const isForeign =
      type === 'relation' && (mappedBy !== undefined || relation.startsWith('morph'));
    if (NOT_CONTENT.has(name) || type === 'password' || isForeign) continue;
    if (type === 'relation') image[name] = each(value, (item) => item.documentId ?? item.id);
    else if (type === 'media') image[name] = each(value, (item) => item.id);
    else if (type === 'component') {
      const inner = componentOf(strapi, component);
      image[name] = each(value, (part) => imageOf(strapi, part, inner));
    } else if (type === 'dynamiczone') {
      image[name] = each(value ?? [], (part) => {
        const uid = String(part.__component);
        return { __component: uid, ...imageOf(strapi, part, componentOf(strapi, uid)) };
      });
    } else image[name] = value;
  }
  return image;
}

/** One or a list, as it came. */
function each(value: unknown, map: (item: Part) => unknown): unknown {
  if (value === null) return null;
  return Array.isArray(value) ? (value as Part[]).map(map) : map(value as Part);
}

/** The attributes in which two images differ. */
export function changedAttributes(one: EntryImage | null, other: EntryImage | null): string[] {
  const names = new Set([...Object.keys(one ?? {}), ...Object.keys(other ?? {})]);
  return [...names].filter((name) => canonical(one?.[name]) !== canonical(other?.[name])).sort();
}

/** Equal for equal content: the order of keys is the database's, an empty list is nothing. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'null' : `[${value.map(canonical).join()}]`;
  if (typeof value === 'object' && value !== null) {
    const parts = Object.entries(value)
      .filter(([, part]) => part !== undefined && part !== null)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => `${key}:${canonical(part)}`);
    return `{${parts.join()}}`;
  }
  return JSON.stringify(value ?? null);
}
