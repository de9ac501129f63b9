import type { Core } from '@strapi/strapi';
import { handle, type Ctx } from 'suite-kit/server';
import { moveBody, moveTargetsQuery, type MoveBody } from '../../../shared/contracts/moves';
import { errors } from '../errors';
import { service } from '../services/service';
import { checkerFor, mayCreateOn, sitesToCreateOn } from './entry-access';

/** Entries that change their site. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  function assertMovable(uid: string) {
    const entry = service(strapi, 'isolation').tables().byUid(uid);
    if (entry?.scope !== 'site' || !uid.startsWith('api::')) throw errors.NOTHING_TO_MOVE();
  }

  /** Who takes an entry away from a site has to be allowed to delete it there. */
  async function readMove(ctx: Ctx, body: MoveBody) {
    const { contentType: uid, documentIds, to, sharedMedia } = body;
    assertMovable(uid);
    const target = await service(strapi, 'sites').find(to);
    if (!target || !(await mayCreateOn(strapi, ctx, { site: target, uid })))
      throw errors.SITE_NOT_FOUND();
    const context = service(strapi, 'context').current();
    if (context.kind === 'unsettled') throw context.reason();
    const checker = checkerFor(strapi, ctx, uid);
    // Inside a site these are the own ones only, in the network view all.
    const entries = await service(strapi, 'moving').readEntries(uid, documentIds);
    const site = context.kind === 'site' ? context.number : null;
    const { shares } = service(strapi, 'state').snapshot();
    const isShared = ({ documentId }: { documentId: string }) =>
      site !== null && shares.ownerFor(site, uid, documentId) !== null;
    const allowed = entries.filter((entry) => !isShared(entry) && checker.can.delete(entry));
    if (allowed.length < entries.length) throw errors.MOVE_NOT_ALLOWED();
    const ids = [...new Set(allowed.map(({ documentId }) => documentId))];
    if (ids.length < new Set(documentIds).size) throw errors.ENTRY_NOT_FOUND();
    return { uid, documentIds: ids, to: target, sharedMedia };
  }

  return {
    targets: handle({ query: moveTargetsQuery }, async ({ query, ctx }) => {
      assertMovable(query.contentType);
      const sites = await sitesToCreateOn(strapi, ctx, query.contentType);
      return { data: sites.map(({ id, name }) => ({ id, name })) };
    }),

    preview: handle({ body: moveBody }, async ({ body, ctx }) => ({
      data: await service(strapi, 'moving').preview(await readMove(ctx, body)),
    })),

    move: handle({ body: moveBody }, async ({ body, ctx }) => ({
      data: await service(strapi, 'moving').move(await readMove(ctx, body)),
    })),
  };
};
