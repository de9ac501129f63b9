import type { Core } from '@strapi/strapi';
import { handle, type Ctx } from 'suite-kit/server';
import { deleteSiteQuery } from '../../../shared/contracts/removal';
import { siteIdParams } from '../../../shared/contracts/sites';
import { errors } from '../errors';
import { service } from '../services/service';
import { reachSite } from './helpers';

/** The end of a site: looked at, exported, deleted. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  preview: handle({ params: siteIdParams }, async ({ params, ctx }) => {
    const site = await reachSite(strapi, ctx, params.id);
    return { data: await service(strapi, 'removal').preview(site) };
  }),

  /** No `{ data }` around it: JSON lines, written while they are read. */
  async export(ctx: Ctx) {
    const parsed = siteIdParams.safeParse(ctx.params);
    if (!parsed.success) throw errors.SITE_NOT_FOUND();
    const site = await reachSite(strapi, ctx, parsed.data.id);
    const exporting = service(strapi, 'exporting');
    ctx.attachment(exporting.fileName(site));
    ctx.type = 'application/x-ndjson';
    ctx.body = exporting.stream(site);
  },

  remove: handle(
    { params: siteIdParams, query: deleteSiteQuery },
    async ({ params, query, ctx }) => {
      const site = await reachSite(strapi, ctx, params.id);
      return { data: await service(strapi, 'removal').remove(site, query.name) };
    },
  ),
});
