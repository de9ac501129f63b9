import { isDeepStrictEqual } from 'node:util';
import { resolve } from '../../fixtures/generate/reference.mjs';
import { dumpDocument } from '../lib/dump.mjs';
import { filled } from './fill.mjs';

const UID = 'api::article.article';

/** A published address is unique, so the twin has its own. */
const TWIN = '-twin';
/** Content Manager names the admin user who saves. */
const ADMIN_ID = 1;

const asStrapiTakesIt = (data) => ({
  ...resolve(data, (reference) => reference.documentId),
  slug: `${data.slug}${TWIN}`,
  createdBy: ADMIN_ID,
  updatedBy: ADMIN_ID,
});

/** The same entry, written by the document service as an editor would have. */
const writeTwin = async (documents, { versions, state }) => {
  let documentId;
  for (const [locale, version] of Object.entries(versions)) {
    const data = asStrapiTakesIt(version);
    const written = documentId
      ? await documents.update({ documentId, locale, data })
      : await documents.create({ locale, data });
    documentId = written.documentId;
    if (state === 'draft') continue;
    await documents.publish({ documentId, locale });
    if (state === 'modified') {
      await documents.update({ documentId, locale, data: { title: `${data.title} (changed)` } });
    }
  }
  return documentId;
};

/**
 * Proves the generator: a sample of its entries is written again by Strapi's document service, and
 * both must have left the same rows, components, links and media in every table. The twins are
 * deleted again.
 */
export default async function twins(strapi) {
  const documents = strapi.documents(UID);
  const results = [];
  for (const sample of filled.samples) {
    const documentId = await writeTwin(documents, sample);
    const generated = await dumpDocument(strapi, {
      uid: UID,
      documentId: sample.reference.documentId,
    });
    const byStrapi = await dumpDocument(strapi, { uid: UID, documentId });
    for (const { row } of Object.values(byStrapi)) row.slug = row.slug.replace(TWIN, '');
    const equal = isDeepStrictEqual(generated, byStrapi);
    results.push({
      name: `${sample.versions.en.slug} (${sample.state})`,
      equal,
      ...(equal ? {} : { generated, byStrapi }),
    });
    await documents.delete({ documentId, locale: '*' });
  }
  return results;
}
