import type { Core } from '@strapi/strapi';
import { errors } from '../errors';
import { isEditingOverlay } from 'suite-kit/server';
import { service } from '../services/service';
import { keepingForeignLinks } from '../sharing/foreign-links';
import type { Guard } from './guard';
import type { Row } from './strapi-internals';

const WRITES = new Set(['update', 'clone', 'publish', 'unpublish', 'discardDraft', 'delete']);

type DocumentContext = { uid: string; action: string; params: { documentId?: string; data?: Row } };
type Write = { uid: string; action: string; documentId: string };

/**
 * For code without a site of its own, a cron job or the network view: when it publishes, clones
 * or translates a document, the new rows belong where the document belongs. And inside a site:
 * what another site shares is not changed, with an answer that says whose it is.
 */
export function installDocumentLayer(strapi: Core.Strapi, getGuard: () => Guard | null) {
  strapi.documents.use((context, next) => {
    const call = context as unknown as DocumentContext;
    if (call.action !== 'create' && !WRITES.has(call.action)) return next();
    // Its result depends on the action, which is not looked at here.
    return change(call, next as () => Promise<never>);
  });

  async function change(call: DocumentContext, next: () => Promise<never>) {
    const { uid, action, params } = call;
    const guard = getGuard();
    const isScoped = guard?.tables.byUid(uid)?.scope === 'site';
    if (isScoped && action === 'create' && strapi.requestContext.get() && guard.isInside()) {
      // A request that names a document of another site would share its id.
      const { documentId: _documentId, id: _id, ...data } = params.data ?? {};
      params.data = data;
    }
    const { documentId } = params;
    if (!isScoped || !WRITES.has(action) || !documentId) return next();
    assertOwner(strapi, guard, { uid, action, documentId });

    const { isActive } = await service(strapi, 'state').fresh();
    const sites = service(strapi, 'context');
    const { kind } = sites.current();
    const write = () =>
      writeShared(strapi, { uid, action, documentId }, writing(strapi, guard, uid, next));
    if (!isActive || (kind !== 'unscoped' && kind !== 'network')) return write();
    const site = await service(strapi, 'registry').siteOf(uid, documentId);
    return site === null ? next() : sites.run(site, write);
  }
}

/**
 * i18n brings fields that all languages share to the other ones after the document is written. If
 * one of them is unique and taken, nothing of it may stay.
 */
function writing<T>(strapi: Core.Strapi, guard: Guard, uid: string, next: () => Promise<T>) {
  if (!guard.tables.uniqueOf(uid)?.hasFieldOfAllLocales) return next;
  return () => strapi.db.transaction(next) as Promise<T>;
}

/** Duplicating only reads it. A site's own wording of it is no change: the overlay gate takes it. */
function assertOwner(strapi: Core.Strapi, guard: Guard, { uid, action, documentId }: Write) {
  if (action === 'clone' || isEditingOverlay(strapi)) return;
  const owner = guard.ownerOfShared(uid, documentId);
  if (owner === null) return;
  const site = service(strapi, 'state').snapshot().sites.get(owner);
  throw errors.SHARED_BY_SITE({
    ...(site && {
      message: `This entry belongs to ${site.name}, which shares it. It is changed there.`,
    }),
    details: { owner: site ? { id: site.id, name: site.name } : null },
  });
}

/** What a shared document needs besides: links of other sites are kept, new media go along. */
async function writeShared<T>(
  strapi: Core.Strapi,
  { uid, action, documentId }: Write,
  next: () => Promise<T>,
): Promise<T> {
  const { shares } = service(strapi, 'state').snapshot();
  const isOfShared = action !== 'delete' && action !== 'clone' && shares.isShared(uid, documentId);
  if (!isOfShared || isEditingOverlay(strapi)) return next();
  const result = await strapi.db.transaction(() =>
    keepingForeignLinks(strapi, { uid, documentId }, next),
  );
  await service(strapi, 'sharing').refreshMedia(uid, [documentId]);
  return result;
}
