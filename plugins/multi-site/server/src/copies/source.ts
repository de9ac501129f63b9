import type { Core } from '@strapi/strapi';
import { contentTypeOf, imageOf, readEntry, type EntryImage } from 'suite-kit/server';
import { mapImage } from '../core/copied-image';
import { componentAttributesOf } from './component-attributes';
import { service } from '../services/service';

/** One language of an entry; `published` null where it is not. */
export type Version = { locale: string | null; draft: EntryImage; published: EntryImage | null };
export type Source = { uid: string; documentId: string; versions: Version[] };
export type Reference = { uid: string; documentId: string };

type Localized = { locale: string | null };

/**
 * An entry as the running request sees it, in the chosen languages. In the network view as its own
 * site sees it: with what that site reads of others.
 */
export async function readSource(
  strapi: Core.Strapi,
  { uid, documentId }: Reference,
  locales: readonly string[] | null,
): Promise<Source | null> {
  const type = contentTypeOf(strapi, uid);
  if (!type) return null;
  return inOwnSite(strapi, { uid, documentId }, async () => {
    const rows: Localized[] = await strapi.db.query(uid).findMany({
      where: { documentId },
      select: ['locale'] as never,
      orderBy: { id: 'asc' },
    });
    const found = [...new Set(rows.map(({ locale }) => locale ?? null))];
    const wanted = found.filter(
      (locale) => !locales || locale === null || locales.includes(locale),
    );
    const versions: Version[] = [];
    for (const locale of wanted) {
      const read = async (status: 'draft' | 'published') => {
        const entry = await readEntry(strapi, { uid, documentId, locale, status });
        return entry && imageOf(strapi, entry, type.attributes);
      };
      const draft = await read('draft');
      const published = type.hasDrafts ? await read('published') : null;
      if (draft) versions.push({ locale, draft, published });
    }
    return versions.length > 0 ? { uid, documentId, versions } : null;
  });
}

async function inOwnSite<T>(strapi: Core.Strapi, { uid, documentId }: Reference, work: () => T) {
  const context = service(strapi, 'context');
  if (context.current().kind === 'site') return work();
  const site = await service(strapi, 'registry').siteOf(uid, documentId);
  return site === null ? work() : context.run(site, work);
}

/** Every related entry and file in these entries, each once. */
export function referencesIn(strapi: Core.Strapi, sources: readonly Source[]) {
  const relations = new Map<string, Reference>();
  const media = new Set<number>();
  for (const { uid, versions } of sources) {
    const attributes = contentTypeOf(strapi, uid)?.attributes ?? {};
    for (const { draft, published } of versions) {
      for (const image of published ? [draft, published] : [draft]) {
        mapImage(image, attributes, {
          componentOf: componentAttributesOf(strapi),
          media: (id) => (media.add(id), id),
          relation: (target, documentId) => {
            relations.set(referenceKey({ uid: target, documentId }), { uid: target, documentId });
            return documentId;
          },
        });
      }
    }
  }
  return { relations: [...relations.values()], media: [...media] };
}

export const referenceKey = ({ uid, documentId }: Reference) => `${uid} ${documentId}`;
