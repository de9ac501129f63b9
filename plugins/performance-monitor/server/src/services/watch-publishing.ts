import type { Core } from '@strapi/strapi';
import { NO_SITE, siteScope } from 'suite-kit/server';
import { PLUGIN_ID } from '../../../shared/plugin';
import { runOwn } from '../collect/own-work';
import { nameOf } from './markers';
import { service } from './service';

type DocumentContext = {
  action: string;
  uid: string;
  params: { documentId?: string; locale?: string; status?: string };
};
type PublishResult = { documentId?: string; entries?: Record<string, unknown>[] };

/**
 * Notes every publish, whoever does it. Fails open: a publish succeeds whether or not its marker
 * can be made.
 */
export function watchPublishing(strapi: Core.Strapi): void {
  strapi.documents.use(async (context, next) => {
    const result = await next();
    const { action, uid, params } = context as unknown as DocumentContext;
    const isPublish =
      action === 'publish' || (action === 'create' && params.status === 'published');
    const isContent = uid.startsWith('api::');
    if (!isPublish || !isContent || !service(strapi, 'settings').now().collectors.markers)
      return result;
    try {
      runOwn(() => note(strapi, { uid, params, result: result as PublishResult }));
    } catch (error) {
      strapi.log.warn(`[${PLUGIN_ID}] A publish was not noted: ${String(error)}`);
    }
    return result;
  });
}

function note(
  strapi: Core.Strapi,
  {
    uid,
    params,
    result,
  }: { uid: string; params: DocumentContext['params']; result: PublishResult },
): void {
  const [entry = result]: Record<string, unknown>[] = result.entries ?? [];
  const scope = siteScope(strapi);
  const title = [entry.title, entry.name, entry.slug].find((value) => typeof value === 'string');
  service(strapi, 'markers').published({
    at: Date.now(),
    title: typeof title === 'string' ? title : nameOf(strapi, uid),
    site: scope.kind === 'site' ? scope.number : NO_SITE,
    contentType: uid,
    documentId: result.documentId ?? params.documentId ?? '',
    locale: typeof entry.locale === 'string' ? entry.locale : null,
  });
}
