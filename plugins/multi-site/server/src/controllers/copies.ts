import type { Core } from '@strapi/strapi';
import { handle, type Ctx } from 'suite-kit/server';
import { copyBody, type CopyBody } from '../../../shared/contracts/copies';
import { shareTargetsQuery } from '../../../shared/contracts/shares';
import type { Site } from '../../../shared/contracts/sites';
import { errors } from '../errors';
import type { Copy } from '../services/copies';
import { service } from '../services/service';
import { checkerFor, mayCreateOn, mayDoOn, PUBLISH, sitesToCreateOn } from './entry-access';

/** Entries that are copied to another site. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const isSeveral = (uid: string) =>
    (strapi.contentTypes as unknown as Record<string, { kind?: string } | undefined>)[uid]?.kind !==
    'singleType';

  function assertCopyable(uid: string) {
    const entry = service(strapi, 'isolation').tables().byUid(uid);
    if (entry?.scope !== 'site' || !uid.startsWith('api::') || !isSeveral(uid)) {
      throw errors.NOT_SHAREABLE();
    }
  }

  /** Who copies reads the entries here, and may make such entries there. */
  async function readCopy(ctx: Ctx, { contentType: uid, to, ...copy }: CopyBody) {
    assertCopyable(uid);
    const site = await service(strapi, 'sites').find(to);
    if (!site || !(await mayCreateOn(strapi, ctx, { site, uid }))) throw errors.SITE_NOT_FOUND();
    const context = service(strapi, 'context').current();
    if (context.kind === 'unsettled') throw context.reason();
    const documentIds = [...new Set(copy.documentIds)];
    if (context.kind === 'site' && context.number === site.number) throw errors.ALREADY_THERE();
    const entries = await service(strapi, 'moving').readEntries(uid, documentIds);
    const checker = checkerFor(strapi, ctx, uid);
    const readable = new Set(
      entries.filter((entry) => checker.can.read(entry)).map(({ documentId }) => documentId),
    );
    if (readable.size < documentIds.length) throw errors.ENTRY_NOT_FOUND();
    for (const documentId of documentIds) {
      const owner = await service(strapi, 'registry').siteOf(uid, documentId);
      if (owner === site.number) throw errors.ALREADY_THERE();
    }
    const mayPublish = await mayDoOn(strapi, ctx, { site, uid, action: PUBLISH });
    const mayTake = mayTakeTo(ctx, site);
    return { copy: { ...copy, uid, documentIds, to: site, mayTake }, mayPublish };
  }

  /** What comes along is made there by who may make it, and shared by who may change it here. */
  const mayTakeTo =
    (ctx: Ctx, site: Site): Copy['mayTake'] =>
    async ({ uid, documentId }, does) => {
      const entry = service(strapi, 'isolation').tables().byUid(uid);
      if (entry?.scope !== 'site' || !isSeveral(uid)) return false;
      const entries = await service(strapi, 'moving').readEntries(uid, [documentId]);
      const { can } = checkerFor(strapi, ctx, uid);
      const isForeign =
        service(strapi, 'isolation').guard()?.ownerOfShared(uid, documentId) != null;
      const isAllowed = entries.some((one) => (does === 'share' ? can.update(one) : can.read(one)));
      if (!isAllowed || (does === 'share' && isForeign)) return false;
      return mayCreateOn(strapi, ctx, { site, uid });
    };

  return {
    targets: handle({ query: shareTargetsQuery }, async ({ query, ctx }) => {
      assertCopyable(query.contentType);
      const context = service(strapi, 'context').current();
      const sites = await sitesToCreateOn(strapi, ctx, query.contentType);
      const isHere = (number: number) => context.kind === 'site' && context.number === number;
      return {
        data: sites.filter(({ number }) => !isHere(number)).map(({ id, name }) => ({ id, name })),
      };
    }),

    preview: handle({ body: copyBody }, async ({ body, ctx }) => {
      const { copy, mayPublish } = await readCopy(ctx, body);
      return { data: await service(strapi, 'copies').preview(copy, mayPublish) };
    }),

    copy: handle({ body: copyBody }, async ({ body, ctx }) => {
      const { copy, mayPublish } = await readCopy(ctx, body);
      if (copy.publish && !mayPublish) throw errors.COPY_PUBLISH_NOT_ALLOWED();
      return { data: await service(strapi, 'copies').copy(copy) };
    }),
  };
};
