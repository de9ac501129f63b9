import type { Core } from '@strapi/strapi';
import { handle, type Ctx } from 'suite-kit/server';
import {
  inheritanceBody,
  newOverrideBody,
  overrideParams,
  reviewBody,
} from '../../../shared/contracts/overrides';
import { errors } from '../errors';
import { service } from '../services/service';
import { checkerFor } from './entry-access';

/** How a site words shared entries in its own way. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const overrides = () => service(strapi, 'overrides');

  /** Who may read the entry and change entries of this type on the site. */
  async function assertMayWord(ctx: Ctx, { uid, documentId }: { uid: string; documentId: string }) {
    const checker = checkerFor(strapi, ctx, uid);
    const entries = await service(strapi, 'moving').readEntries(uid, [documentId]);
    if (!entries.some((entry) => checker.can.read(entry))) throw errors.ENTRY_NOT_FOUND();
    if (!checker.can.update()) throw errors.OVERRIDE_NOT_ALLOWED();
  }

  async function reach(ctx: Ctx, id: string) {
    const { entryUid: uid, entryDocumentId: documentId } = await overrides().find(id);
    await assertMayWord(ctx, { uid, documentId });
  }

  return {
    create: handle({ body: newOverrideBody }, async ({ body, ctx }) => {
      const { contentType: uid, documentId, locale = '' } = body;
      const isScoped = service(strapi, 'isolation').tables().byUid(uid)?.scope === 'site';
      const guard = service(strapi, 'isolation').guard();
      if (!isScoped || !guard) throw errors.ENTRY_NOT_FOUND();
      await assertMayWord(ctx, { uid, documentId });
      // The owner changes the entry itself.
      if (guard.ownerOfShared(uid, documentId) === null) throw errors.OVERRIDE_OF_OWN();
      return { data: await overrides().open({ uid, documentId, locale }) };
    }),

    findOne: handle({ params: overrideParams }, async ({ params, ctx }) => {
      await reach(ctx, params.id);
      return { data: await overrides().details(params.id) };
    }),

    inheritance: handle(
      { params: overrideParams, body: inheritanceBody },
      async ({ params, body, ctx }) => {
        await reach(ctx, params.id);
        await overrides().setInheritance(params.id, body.path, body.inherits);
        return { data: await overrides().details(params.id) };
      },
    ),

    review: handle({ params: overrideParams, body: reviewBody }, async ({ params, body, ctx }) => {
      await reach(ctx, params.id);
      await overrides().settle(params.id, body.path, body.keep);
      return { data: await overrides().details(params.id) };
    }),

    /** Also where the entry is not shared any more: then nobody else could take it away. */
    remove: handle({ params: overrideParams }, async ({ params }) => {
      await overrides().remove(params.id);
      return { data: null };
    }),
  };
};
