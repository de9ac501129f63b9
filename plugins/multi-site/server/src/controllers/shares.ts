import type { Core } from '@strapi/strapi';
import { handle, type Ctx } from 'suite-kit/server';
import {
  listSharesQuery,
  shareBody,
  sharedEntryQuery,
  shareLabelsQuery,
  shareTargetsQuery,
  stopShareBody,
  type ShareBody,
  type StopShareBody,
} from '../../../shared/contracts/shares';
import type { Site } from '../../../shared/contracts/sites';
import { errors } from '../errors';
import { isNetworkRequest } from '../isolation/callers';
import { service } from '../services/service';
import { checkerFor, mayCreateOn, sitesToCreateOn } from './entry-access';

const MAX_LABELS = 100;

/** Entries that other sites read. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const siteNow = () => {
    const context = service(strapi, 'context').current();
    if (context.kind === 'unsettled') throw context.reason();
    return context.kind === 'site' ? context.number : null;
  };

  /** Types whose entries belong to a site, and of which there are several. */
  function assertShareable(uid: string) {
    const entry = service(strapi, 'isolation').tables().byUid(uid);
    const { kind } =
      (strapi.contentTypes as unknown as Record<string, { kind?: string }>)[uid] ?? {};
    const isShareable = entry?.scope === 'site' && uid.startsWith('api::');
    if (!isShareable || kind === 'singleType') throw errors.NOT_SHAREABLE();
  }

  /** Entries that this request sees and that belong to its site (in the network view: to any). */
  async function readOwn(uid: string, documentIds: readonly string[]) {
    const wanted = new Set(documentIds);
    const entries = await service(strapi, 'moving').readEntries(uid, [...wanted]);
    if (new Set(entries.map(({ documentId }) => documentId)).size < wanted.size) {
      throw errors.ENTRY_NOT_FOUND();
    }
    const site = siteNow();
    const { shares } = service(strapi, 'state').snapshot();
    const isForeign = ({ documentId }: { documentId: string }) =>
      site !== null && shares.ownerFor(site, uid, documentId) !== null;
    return { entries, isForeign };
  }

  /** Who shares an entry has to be allowed to change it, and to make such entries over there. */
  async function readShare(ctx: Ctx, body: ShareBody) {
    const { contentType: uid, documentIds } = body;
    assertShareable(uid);
    const { entries, isForeign } = await readOwn(uid, documentIds);
    const checker = checkerFor(strapi, ctx, uid);
    if (entries.some((entry) => isForeign(entry) || !checker.can.update(entry))) {
      throw errors.SHARE_NOT_ALLOWED();
    }
    return { uid, documentIds: [...new Set(documentIds)], sites: await readSites(ctx, body) };
  }

  async function readSites(ctx: Ctx, { contentType: uid, sites }: ShareBody) {
    if (sites === 'all') {
      if (!(await isNetworkRequest(strapi, ctx))) throw errors.NETWORK_ONLY();
      return 'all' as const;
    }
    const found: Site[] = [];
    for (const id of new Set(sites)) {
      const site = await service(strapi, 'sites').find(id);
      if (!site || !(await mayCreateOn(strapi, ctx, { site, uid }))) throw errors.SITE_NOT_FOUND();
      found.push(site);
    }
    return found;
  }

  /** The owner ends it for whom he likes, a reading site for itself. */
  async function readStop(ctx: Ctx, body: StopShareBody) {
    const { contentType: uid, sites } = body;
    assertShareable(uid);
    const documentIds = [...new Set(body.documentIds)];
    const { entries, isForeign } = await readOwn(uid, documentIds);
    const checker = checkerFor(strapi, ctx, uid);
    const own = siteNow();
    if (entries.some(isForeign)) {
      const here = own === null ? null : service(strapi, 'state').snapshot().sites.get(own);
      const isSelf = sites !== 'all' && sites?.length === 1 && sites[0] === here?.id;
      if (!here || !isSelf || !entries.every(isForeign)) throw errors.SHARE_NOT_ALLOWED();
      return { uid, documentIds, sites: [here] };
    }
    if (entries.some((entry) => !checker.can.update(entry))) throw errors.SHARE_NOT_ALLOWED();
    if (sites === undefined || sites === 'all') return { uid, documentIds, sites: sites ?? null };
    const known = await Promise.all(sites.map((id) => service(strapi, 'sites').find(id)));
    const found = known.filter((site) => site !== null);
    if (found.length < sites.length) throw errors.SITE_NOT_FOUND();
    return { uid, documentIds, sites: found };
  }

  return {
    targets: handle({ query: shareTargetsQuery }, async ({ query, ctx }) => {
      assertShareable(query.contentType);
      const own = siteNow();
      const sites = await sitesToCreateOn(strapi, ctx, query.contentType);
      return {
        data: {
          sites: sites.filter(({ number }) => number !== own).map(({ id, name }) => ({ id, name })),
          mayShareEverywhere: await isNetworkRequest(strapi, ctx),
        },
      };
    }),

    preview: handle({ body: shareBody }, async ({ body, ctx }) => ({
      data: await service(strapi, 'sharing').preview(await readShare(ctx, body)),
    })),

    share: handle({ body: shareBody }, async ({ body, ctx }) => ({
      data: await service(strapi, 'sharing').share(await readShare(ctx, body)),
    })),

    stop: handle({ body: stopShareBody }, async ({ body, ctx }) => ({
      data: await service(strapi, 'sharing').stop(await readStop(ctx, body)),
    })),

    entry: handle({ query: sharedEntryQuery }, async ({ query, ctx }) => {
      const { contentType: uid, documentId } = query;
      assertShareable(uid);
      const { entries } = await readOwn(uid, [documentId]);
      const checker = checkerFor(strapi, ctx, uid);
      if (!entries.some((entry) => checker.can.read(entry))) throw errors.ENTRY_NOT_FOUND();
      return { data: await service(strapi, 'shared-views').entry(query, siteNow()) };
    }),

    labels: handle({ query: shareLabelsQuery }, async ({ query, ctx }) => {
      const { contentType: uid } = query;
      assertShareable(uid);
      if (!checkerFor(strapi, ctx, uid).can.read()) return { data: {} };
      const wanted = query.documentIds.split(',').filter(Boolean).slice(0, MAX_LABELS);
      // Only what the request sees at all.
      const seen = await service(strapi, 'moving').readEntries(uid, wanted);
      const documentIds = [...new Set(seen.map(({ documentId }) => documentId))];
      const views = service(strapi, 'shared-views');
      return { data: await views.labels({ uid, documentIds }, siteNow()) };
    }),

    problems: handle({}, async ({ ctx }) => {
      const mayRead = (uid: string) => checkerFor(strapi, ctx, uid).can.read();
      const scope = { site: siteNow(), mayRead };
      return { data: await service(strapi, 'share-problems').list(scope) };
    }),

    tidy: handle({}, async ({ ctx }) => {
      const mayRead = (uid: string) => checkerFor(strapi, ctx, uid).can.read();
      const scope = { site: siteNow(), mayRead };
      return { data: { removed: await service(strapi, 'share-problems').tidy(scope) } };
    }),

    find: handle({ query: listSharesQuery }, async ({ query, ctx }) => {
      const mayRead = (uid: string) => checkerFor(strapi, ctx, uid).can.read();
      return service(strapi, 'shared-views').list(query, { site: siteNow(), mayRead });
    }),
  };
};
