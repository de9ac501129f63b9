import type { Core } from '@strapi/strapi';

type Attribute = {
  type: string;
  target?: string;
  relation?: string;
  private?: boolean;
};
export type ContentType = {
  uid: string;
  kind: 'collectionType' | 'singleType';
  options?: { draftAndPublish?: boolean };
  info: { displayName: string };
  pluginOptions?: Record<string, { visible?: boolean; localized?: boolean }>;
  attributes: Record<string, Attribute>;
};
type Entry = Record<string, unknown> & { documentId: string; locale: string | null };
export type ContentItem = {
  uid: string;
  documentId: string;
  locale: string;
  title: string | null;
  tags: string[];
  text: string;
};

const TITLES = ['title', 'name', 'headline', 'label'];
const CACHE_MS = 60_000;
const CACHE_SIZE = 20_000;
const PAGE = 500;

/** What the plugin needs to know of the app's own content, whatever its types look like. */
const content = ({ strapi }: { strapi: Core.Strapi }) => {
  const known = new Map<string, { at: number; item: ContentItem | null }>();

  const typeOf = (uid: string): ContentType | null =>
    (strapi.contentTypes as unknown as Record<string, ContentType | undefined>)[uid] ?? null;

  /** Types of the app with entries people read: those with drafts and a title. */
  const types = (): ContentType[] =>
    (Object.values(strapi.contentTypes) as unknown as ContentType[]).filter(
      (type) =>
        type.uid.startsWith('api::') &&
        type.kind === 'collectionType' &&
        type.options?.draftAndPublish === true &&
        titleAttribute(type) !== null,
    );

  /** Relations an entry is filed under: to other collections that have a slug or a name. */
  function filedUnder(type: ContentType): { name: string; label: string }[] {
    return Object.entries(type.attributes).flatMap(([name, { type: kind, target, relation }]) => {
      if (kind !== 'relation' || !target?.startsWith('api::') || target === type.uid) return [];
      const other = typeOf(target);
      const isOwning =
        relation === 'manyToOne' || relation === 'manyToMany' || relation === 'oneToOne';
      // A relation to other stories says nothing about the subject.
      if (!other || !isOwning || other.options?.draftAndPublish === true) return [];
      const label = labelOf(other);
      return label ? [{ name, label }] : [];
    });
  }

  async function read(type: ContentType, where: object, page = 0): Promise<ContentItem[]> {
    const relations = filedUnder(type);
    const populate = Object.fromEntries(
      relations.map(({ name, label }) => [name, { select: [label] }]),
    );
    const rows = (await strapi.db.query(type.uid).findMany({
      where: { ...where, publishedAt: { $notNull: true } },
      populate,
      orderBy: { id: 'asc' },
      limit: PAGE,
      offset: page * PAGE,
    })) as Entry[];
    return rows.map((row) => toItem(type, row, relations));
  }

  return {
    typeOf,
    types,

    /** The published entry with this id, in any locale; null when there is none. */
    async item(uid: string, documentId: string): Promise<ContentItem | null> {
      const hit = known.get(documentId);
      if (hit && Date.now() - hit.at < CACHE_MS) return hit.item;
      const asked = uid ? [typeOf(uid)] : types();
      let item: ContentItem | null = null;
      for (const type of asked) {
        if (type && !item) item = (await read(type, { documentId }))[0] ?? null;
      }
      if (known.size >= CACHE_SIZE) known.clear();
      known.set(documentId, { at: Date.now(), item });
      return item;
    },

    /** Every published entry of the site, type by type. */
    async *items(): AsyncGenerator<ContentItem[]> {
      for (const type of types()) {
        for (let page = 0; ; page += 1) {
          const batch = await read(type, {}, page);
          if (batch.length > 0) yield batch;
          if (batch.length < PAGE) break;
        }
      }
    },

    /** Titles for people, drafts included. */
    async titles(
      refs: readonly { uid: string; documentId: string }[],
    ): Promise<Map<string, string>> {
      const titles = new Map<string, string>();
      for (const uid of new Set(refs.map((ref) => ref.uid))) {
        const type = typeOf(uid);
        const title = type && titleAttribute(type);
        if (!type || !title) continue;
        const ids = refs.filter((ref) => ref.uid === uid).map(({ documentId }) => documentId);
        const rows = (await strapi.db.query(uid).findMany({
          where: { documentId: { $in: [...new Set(ids)] } },
          select: ['documentId', title],
          limit: 2_000,
        })) as Entry[];
        for (const row of rows) {
          if (typeof row[title] === 'string') titles.set(row.documentId, row[title]);
        }
      }
      return titles;
    },

    /** Which of these entries have an attribute, or a relation's slug or name, of this value. */
    async having(
      uid: string,
      {
        documentIds,
        attribute,
        value,
      }: { documentIds: readonly string[]; attribute: string; value: string },
    ): Promise<string[]> {
      const type = typeOf(uid);
      const spec = type?.attributes[attribute];
      if (!type || !spec || documentIds.length === 0) return [];
      const other = spec.target ? typeOf(spec.target) : null;
      const label = other ? labelOf(other) : null;
      const condition = spec.type === 'relation' ? (label ? { [label]: value } : null) : value;
      if (condition === null) return [];
      const rows = (await strapi.db.query(uid).findMany({
        where: { documentId: { $in: [...documentIds] }, [attribute]: condition },
        select: ['documentId'],
      })) as Entry[];
      return rows.map(({ documentId }) => documentId);
    },

    /** Whether the entry is there at all, draft or published. */
    async exists(uid: string, documentId: string): Promise<boolean> {
      return (
        typeOf(uid) !== null && (await strapi.db.query(uid).count({ where: { documentId } })) > 0
      );
    },
  };
};

const titleAttribute = (type: ContentType): string | null =>
  TITLES.find((name) => type.attributes[name]?.type === 'string') ?? null;

const labelOf = (type: ContentType): string | null =>
  ['slug', 'name', 'title'].find((name) => name in type.attributes) ?? null;

function toItem(
  type: ContentType,
  row: Entry,
  relations: readonly { name: string; label: string }[],
): ContentItem {
  const title = titleAttribute(type);
  const tags = relations.flatMap(({ name, label }) => {
    const value = row[name];
    const targets = (Array.isArray(value) ? value : [value]) as (Record<string, unknown> | null)[];
    return targets.flatMap((target) => {
      const tag = target?.[label];
      return typeof tag === 'string' ? [tag] : [];
    });
  });
  const text = Object.entries(type.attributes)
    .filter(([, { type: kind, private: isPrivate }]) => TEXTS.has(kind) && isPrivate !== true)
    .map(([name]) => textIn(row[name]))
    .join(' ');
  return {
    uid: type.uid,
    documentId: row.documentId,
    locale: row.locale ?? '',
    title: title && typeof row[title] === 'string' ? row[title] : null,
    tags: [...new Set(tags)],
    text: text.slice(0, 20_000),
  };
}

const TEXTS = new Set(['string', 'text', 'richtext', 'blocks']);

function textIn(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(textIn).join(' ');
  if (typeof value !== 'object' || value === null) return '';
  const { text, children } = value as { text?: unknown; children?: unknown };
  return typeof text === 'string' ? text : textIn(children);
}

export default content;
