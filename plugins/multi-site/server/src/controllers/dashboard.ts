import type { Core } from '@strapi/strapi';
import { handle, type Ctx } from 'suite-kit/server';
import { siteIdParams } from '../../../shared/contracts/sites';
import { service } from '../services/service';
import { reachSite } from './helpers';

/** Figures of one site and of all. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  /** Titles are shown only of types that the person may read in the content manager. */
  function readableTypes(ctx: Ctx): Set<string> {
    const ability = ctx.state.userAbility as { can(action: string, uid: string): boolean };
    const { list } = service(strapi, 'isolation').tables();
    const uids = list.map(({ uid }) => uid);
    return new Set(uids.filter((uid) => ability.can('plugin::content-manager.explorer.read', uid)));
  }

  return {
    network: handle({}, async () => ({ data: await service(strapi, 'dashboard').ofNetwork() })),

    site: handle({ params: siteIdParams }, async ({ params, ctx }) => {
      const site = await reachSite(strapi, ctx, params.id);
      return { data: await service(strapi, 'dashboard').ofSite(site, readableTypes(ctx)) };
    }),

    domains: handle({ params: siteIdParams }, async ({ params, ctx }) => {
      const site = await reachSite(strapi, ctx, params.id);
      return { data: await service(strapi, 'domains').health(site) };
    }),
  };
};
