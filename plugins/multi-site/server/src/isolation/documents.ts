import type { Core } from '@strapi/strapi';
import { service } from '../services/service';
import type { Guard } from './guard';
import type { Row } from './strapi-internals';

const WRITES = new Set(['update', 'clone', 'publish', 'unpublish', 'discardDraft', 'delete']);

type DocumentContext = { uid: string; action: string; params: { documentId?: string; data?: Row } };

/**
 * For code without a site of its own, a cron job or the network view: when it publishes, clones
 * or translates a document, the new rows belong where the document belongs.
 */
export function installDocumentLayer(strapi: Core.Strapi, getGuard: () => Guard | null) {
  strapi.documents.use(async (context, next) => {
    const { uid, action, params } = context as unknown as DocumentContext;
    const guard = getGuard();
    const isScoped = guard?.tables.byUid(uid)?.scope === 'site';
    if (isScoped && action === 'create' && strapi.requestContext.get() && guard.isInside()) {
      // A request that names a document of another site would share its id.
      const { documentId: _documentId, id: _id, ...data } = params.data ?? {};
      params.data = data;
    }
    if (!isScoped || !WRITES.has(action) || !params.documentId) return next();

    const { isActive } = await service(strapi, 'state').fresh();
    const sites = service(strapi, 'context');
    const { kind } = sites.current();
    if (!isActive || (kind !== 'unscoped' && kind !== 'network')) return next();
    const site = await service(strapi, 'registry').siteOf(uid, params.documentId);
    return site === null ? next() : sites.run(site, next);
  });
}
