import type { Core } from '@strapi/strapi';
import { changedAttributes, contentTypeOf, type EntryImage } from 'suite-kit/server';
import { mapImage, type ImageMapping } from '../core/copied-image';
import { service } from '../services/service';
import type { Source } from './source';

type Documents = {
  create(params: object): Promise<{ documentId: string }>;
  update(params: object): Promise<unknown>;
  publish(params: object): Promise<unknown>;
};
type Mapping = Omit<ImageMapping, 'componentOf'> & Pick<ImageMapping, 'componentOf'>;

const documentsOf = (strapi: Core.Strapi, uid: string) =>
  strapi.documents(uid as never) as unknown as Documents;

/** Makes the copy, without what it links to among the other copies. @returns its documentId. */
export async function createCopy(
  strapi: Core.Strapi,
  source: Source,
  { site, mapping }: { site: number; mapping: Mapping },
): Promise<string> {
  const [first] = source.versions;
  if (!first) throw new Error('An entry without any version cannot be copied.');
  const data = dataOf(strapi, source.uid, first.draft, mapping);
  const { documentId } = await service(strapi, 'context').run(site, () =>
    documentsOf(strapi, source.uid).create({ data, status: 'draft', ...localeOf(first.locale) }),
  );
  return documentId;
}

/** Writes every language of the copy, with all links; published versions first, if they are wanted. */
export async function fillCopy(
  strapi: Core.Strapi,
  source: Source,
  {
    site,
    documentId,
    mapping,
    publish,
  }: { site: number; documentId: string; mapping: Mapping; publish: boolean },
) {
  const documents = documentsOf(strapi, source.uid);
  await service(strapi, 'context').run(site, async () => {
    for (const { locale, draft, published } of source.versions) {
      const place = { documentId, ...localeOf(locale) };
      const data = (image: EntryImage) => dataOf(strapi, source.uid, image, mapping);
      if (publish && published) {
        await documents.update({ ...place, data: data(published) });
        await documents.publish(place);
        if (changedAttributes(draft, published).length === 0) continue;
      }
      await documents.update({ ...place, data: data(draft) });
    }
  });
}

const localeOf = (locale: string | null) => (locale === null ? {} : { locale });

const dataOf = (strapi: Core.Strapi, uid: string, image: EntryImage, mapping: Mapping) =>
  mapImage(image, contentTypeOf(strapi, uid)?.attributes ?? {}, mapping);
