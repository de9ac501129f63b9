import type { Core } from '@strapi/strapi';
import { handle, type Ctx } from 'suite-kit/server';
import { listContentQuery } from '../../../shared/contracts/content';
import {
  createSiteBody,
  listSitesQuery,
  siteIdParams,
  updateSiteBody,
} from '../../../shared/contracts/sites';
import { errors } from '../errors';
import { isNetworkRequest } from '../isolation/callers';
import { authOf } from '../isolation/strapi-parts';
import { service } from '../services/service';
import { toPublicSite } from '../services/site-rows';
import { mayReach, reachSite } from './helpers';

/** /api/sites for front ends: the current site, or all of them for a network-level token. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const sites = () => service(strapi, 'sites');

  async function assertNetwork(ctx: Ctx) {
    if (!(await isNetworkRequest(strapi, ctx))) throw errors.NETWORK_ONLY();
  }

  /** Types whose `find` this caller was granted. */
  async function readableTypes(ctx: Ctx): Promise<string[]> {
    const readable: string[] = [];
    for (const { uid, scope } of service(strapi, 'isolation').tables().list) {
      if (scope !== 'site' || !uid.startsWith('api::')) continue;
      const isGranted = await authOf(strapi)
        .verify(ctx.state.auth, { scope: [`${uid}.find`] })
        .then(() => true)
        .catch(() => false);
      if (isGranted) readable.push(uid);
    }
    return readable;
  }

  return {
    find: handle({ query: listSitesQuery }, async ({ query, ctx }) => {
      const { data, meta } = await sites().list(query, await mayReach(strapi, ctx));
      return { data: data.map(toPublicSite), meta };
    }),

    current: handle({}, () => ({ data: toPublicSite(sites().current()) })),

    findOne: handle({ params: siteIdParams }, async ({ params, ctx }) => ({
      data: toPublicSite(await reachSite(strapi, ctx, params.id)),
    })),

    create: handle({ body: createSiteBody }, async ({ body, ctx }) => {
      await assertNetwork(ctx);
      return { data: toPublicSite(await sites().create(body)), status: 201 };
    }),

    update: handle(
      { params: siteIdParams, body: updateSiteBody },
      async ({ params, body, ctx }) => {
        await assertNetwork(ctx);
        return { data: toPublicSite(await sites().update(params.id, body)) };
      },
    ),

    content: handle(
      { params: siteIdParams, query: listContentQuery },
      async ({ params, query, ctx }) => {
        const site = await reachSite(strapi, ctx, params.id);
        const uids = await readableTypes(ctx);
        return service(strapi, 'content').list(query, {
          site: site.number,
          uids,
          publishedOnly: true,
        });
      },
    ),
  };
};
