import type { Core, UID } from '@strapi/strapi';
import type { Locale, State } from './content/types';

export type Data = Record<string, unknown>;

interface Found {
  documentId: string;
  title?: string;
}

/** The document service as the seed uses it: its data is built from the seed's own types. */
interface Documents {
  findFirst(params: object): Promise<Found | null>;
  findOne(params: object): Promise<Found | null>;
  create(params: object): Promise<Found>;
  update(params: object): Promise<Found>;
  publish(params: object): Promise<unknown>;
}

const documentsOf = (strapi: Core.Strapi, uid: UID.ContentType) =>
  strapi.documents(uid) as unknown as Documents;

/** An entry without locales or drafts; made unless there is one with that slug. */
export const ensurePlain = async (
  strapi: Core.Strapi,
  uid: UID.ContentType,
  data: Data & { slug: string },
): Promise<string> => {
  const documents = documentsOf(strapi, uid);
  const found = await documents.findFirst({ filters: { slug: data.slug } });
  return (found ?? (await documents.create({ data }))).documentId;
};

type Texts = { en: Data; de?: Data };

/** An entry in one or two languages. `filters` tell whether it is there already. */
export const ensureTranslated = async (
  strapi: Core.Strapi,
  uid: UID.ContentType,
  { filters, en, de }: Texts & { filters: object },
): Promise<string> => {
  const documents = documentsOf(strapi, uid);
  const found = await documents.findFirst({ filters, locale: 'en' });
  const { documentId } = found ?? (await documents.create({ data: en, locale: 'en' }));
  if (de && !(await documents.findOne({ documentId, locale: 'de' }))) {
    await documents.update({ documentId, locale: 'de', data: de });
  }
  return documentId;
};

/** The same with drafts: brings each language to the state the seed asks for. */
export const ensurePublishable = async (
  strapi: Core.Strapi,
  uid: UID.ContentType,
  { state, ...entry }: Texts & { filters: object; state: State },
): Promise<string> => {
  const documents = documentsOf(strapi, uid);
  const documentId = await ensureTranslated(strapi, uid, entry);
  if (state.kind === 'draft') return documentId;

  const locales: Locale[] = entry.de ? ['en', 'de'] : ['en'];
  for (const locale of locales) {
    const published = await documents.findOne({ documentId, locale, status: 'published' });
    if (!published) await documents.publish({ documentId, locale });
  }
  if (state.kind === 'changed') {
    const draft = await documents.findOne({ documentId, locale: 'en' });
    if (draft?.title !== state.title) {
      await documents.update({ documentId, locale: 'en', data: { title: state.title } });
    }
  }
  return documentId;
};
