import type { Core, UID } from '@strapi/strapi';

/**
 * What is stored, asked from outside every site and below everything the plugin wraps: the
 * site column of each row of a document, in the order in which the rows were made.
 */
export const storedSites = (
  strapi: Core.Strapi,
  uid: UID.ContentType,
  documentId: string,
): Promise<(number | null)[]> =>
  strapi.db
    .connection(strapi.db.metadata.get(uid).tableName)
    .where({ document_id: documentId })
    .orderBy('id')
    .pluck('site_id');

/** The sites under which the registry knows a document: one, or none. */
export const registeredSites = (
  strapi: Core.Strapi,
  uid: string,
  documentId: string,
): Promise<number[]> =>
  strapi.db
    .connection('site_content')
    .where({ content_type: uid, content_id: documentId })
    .pluck('site_id');

type StoredSite = { number: number; slug: string; domain: string | null; status: string };

export const storedSite = async (
  strapi: Core.Strapi,
  documentId: string,
): Promise<StoredSite | undefined> =>
  strapi.db
    .connection('sites')
    .where({ document_id: documentId })
    .first('number', 'slug', 'domain', 'status');
