import type { Core } from '@strapi/strapi';
import {
  extract,
  titleAttribute,
  type Attributes,
  type ContentNode,
  type ContentSchema,
} from '../../../shared/analysis';
import { errors } from '../errors';

type Schema = {
  uid: string;
  kind: string;
  info: { displayName: string };
  attributes: Attributes;
  options?: { draftAndPublish?: boolean };
  pluginOptions?: { 'content-manager'?: { visible?: boolean }; i18n?: { localized?: boolean } };
};
export type Entry = Record<string, unknown> & { documentId: string; updatedAt?: string };
export type EntryRef = { uid: string; documentId: string; locale: string };

/** How deep components are read; deeper ones hold no text in practice. */
const MAX_DEPTH = 4;
const TEXT = new Set(['string', 'text', 'richtext', 'blocks']);

/** The entries of the app as the analysis sees them. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const typesByUid = () => strapi.contentTypes as unknown as Record<string, Schema | undefined>;
  const componentOf = (uid: string) =>
    (strapi.components as unknown as Record<string, { attributes: Attributes } | undefined>)[uid];

  /** Types that have text to analyse: the app's own, shown in the Content Manager. */
  function typesOf(): Schema[] {
    return Object.values(typesByUid())
      .filter((type) => type !== undefined)
      .filter(
        ({ uid, pluginOptions, attributes }) =>
          uid.startsWith('api::') &&
          pluginOptions?.['content-manager']?.visible !== false &&
          Object.values(attributes).some(({ type }) => TEXT.has(type)),
      );
  }

  function typeOf(uid: string): Schema {
    const type = typesOf().find((candidate) => candidate.uid === uid);
    if (!type) throw errors.TYPE_NOT_ANALYSED();
    return type;
  }

  function schemaOf(uid: string): ContentSchema {
    const { attributes } = typeOf(uid);
    const components: Record<string, Attributes> = {};
    const collect = (of: Attributes, depth: number) => {
      if (depth > MAX_DEPTH) return;
      for (const attribute of Object.values(of)) {
        for (const name of [attribute.component, ...(attribute.components ?? [])]) {
          const found = name === undefined ? undefined : componentOf(name);
          if (name === undefined || !found || components[name]) continue;
          components[name] = slim(found.attributes);
          collect(found.attributes, depth + 1);
        }
      }
    };
    collect(attributes, 0);
    return { attributes: slim(attributes), components };
  }

  function populateOf(attributes: Attributes, depth = 0): Record<string, unknown> {
    const populate: Record<string, unknown> = {};
    for (const [name, attribute] of Object.entries(attributes)) {
      if (attribute.type === 'media') populate[name] = true;
      else if (attribute.type === 'relation') {
        const title = relationTitle(attribute.target);
        if (title) populate[name] = { fields: [title] };
      } else if (attribute.type === 'component' && depth < MAX_DEPTH) {
        const inner = componentOf(attribute.component ?? '');
        if (inner) populate[name] = { populate: populateOf(inner.attributes, depth + 1) };
      } else if (attribute.type === 'dynamiczone' && depth < MAX_DEPTH) {
        const on = (attribute.components ?? []).map((uid) => [
          uid,
          { populate: populateOf(componentOf(uid)?.attributes ?? {}, depth + 1) },
        ]);
        populate[name] = { on: Object.fromEntries(on) };
      }
    }
    return populate;
  }

  /** Of user-facing types only: nothing of users or roles is read along. */
  function relationTitle(target: string | undefined): string | undefined {
    const type = target?.startsWith('api::') ? typesByUid()[target] : undefined;
    return type ? titleAttribute(type.attributes) : undefined;
  }

  /** The draft with everything in it, in the site of the running code; null if it is not there. */
  async function read(
    { uid, documentId, locale }: EntryRef,
    status: 'draft' | 'published' = 'draft',
  ): Promise<Entry | null> {
    const { attributes } = typeOf(uid);
    const found = await strapi.documents(uid as 'api::article.article').findOne({
      documentId,
      status,
      ...(locale ? { locale } : {}),
      populate: populateOf(attributes) as never,
    });
    // The concrete type is not known here: only that it is an entry.
    return found as unknown as Entry | null;
  }

  return {
    typesOf,
    typeOf,
    schemaOf,
    read: (ref: EntryRef) => read(ref),

    async readOrFail(ref: EntryRef): Promise<Entry> {
      const entry = await read(ref);
      if (!entry) throw errors.ENTRY_NOT_FOUND();
      return entry;
    },

    /** Undefined for types without drafts, where there is only one version. */
    readPublished: async (ref: EntryRef): Promise<Entry | null | undefined> =>
      typeOf(ref.uid).options?.draftAndPublish ? read(ref, 'published') : undefined,

    async isPublished(ref: EntryRef): Promise<boolean> {
      if (!typeOf(ref.uid).options?.draftAndPublish) return (await read(ref)) !== null;
      return (await read(ref, 'published')) !== null;
    },

    titleOf(uid: string, entry: Record<string, unknown>): string {
      const name = titleAttribute(typeOf(uid).attributes);
      const title = name === undefined ? undefined : entry[name];
      return typeof title === 'string' ? title.slice(0, 255) : '';
    },

    nodesOf: (uid: string, document: unknown): ContentNode[] => extract(document, schemaOf(uid)),

    /** All entries of a type in the running code's site, one reference a language. */
    async *references(uid: string, pageSize = 100): AsyncGenerator<EntryRef[]> {
      const isLocalized = typeOf(uid).pluginOptions?.i18n?.localized === true;
      for (let start = 0; ; start += pageSize) {
        const found = await strapi.documents(uid as 'api::article.article').findMany({
          status: 'draft',
          ...(isLocalized ? { locale: '*' } : {}),
          fields: ['documentId'] as never,
          sort: 'id:asc',
          start,
          limit: pageSize,
        });
        const rows = found as unknown as { documentId: string; locale?: string | null }[];
        if (rows.length === 0) return;
        yield rows.map(({ documentId, locale }) => ({
          uid,
          documentId,
          locale: isLocalized ? (locale ?? '') : '',
        }));
        if (rows.length < pageSize) return;
      }
    },
  };
};

/** As much of the attributes as the analysis needs; leaves options and defaults behind. */
const slim = (attributes: Attributes): Attributes =>
  Object.fromEntries(
    Object.entries(attributes).map(
      ([name, { type, component, components, repeatable, multiple, target, targetField }]) => [
        name,
        { type, component, components, repeatable, multiple, target, targetField },
      ],
    ),
  );
