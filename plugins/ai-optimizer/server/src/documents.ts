import type { Core } from '@strapi/strapi';
import { PLUGIN_ID } from '../../shared/plugin';
import { service } from './services/service';

const WRITES = new Set(['create', 'update', 'publish', 'discardDraft', 'clone']);

type Context = {
  uid: string;
  action: string;
  params: { documentId?: string; locale?: string | string[] };
};
type Written = { documentId?: string; locale?: string | null; entries?: Written[] } | null;

/**
 * Notes what was saved, to measure it later. Decoration, fails open: a save is never kept from
 * happening and never waits.
 */
export function watchDocuments(strapi: Core.Strapi) {
  strapi.documents.use(async (context, next) => {
    const result = await next();
    try {
      note(strapi, context, result as Written);
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      strapi.log.debug(`[${PLUGIN_ID}] A save was not noted: ${text}`);
    }
    return result;
  });
}

function note(strapi: Core.Strapi, { uid, action, params }: Context, result: Written) {
  if (!uid.startsWith('api::')) return;
  if (action === 'delete') {
    const { documentId, locale } = params;
    const isOne = typeof locale === 'string' && locale !== '*';
    if (documentId) {
      service(strapi, 'rescoring').forget({ uid, documentId, ...(isOne ? { locale } : {}) });
    }
    return;
  }
  if (!WRITES.has(action)) return;
  if (
    !service(strapi, 'entries')
      .typesOf()
      .some((type) => type.uid === uid)
  )
    return;
  const rescoring = service(strapi, 'rescoring');
  const site = rescoring.siteOfWrite();
  if (site === null) return;
  const isLocalized =
    service(strapi, 'entries').typeOf(uid).pluginOptions?.i18n?.localized === true;
  for (const written of result?.entries ?? [result]) {
    const documentId = written?.documentId ?? params.documentId;
    const locale = isLocalized ? (written?.locale ?? '') : '';
    if (documentId) rescoring.add({ uid, documentId, locale, site });
  }
}
