import type { Core } from '@strapi/strapi';
import { handle } from 'suite-kit/server';
import { saveRevalidationBody } from '../../../shared/contracts/revalidation';
import { siteIdParams } from '../../../shared/contracts/sites';
import { service } from '../services/service';
import { reachSite } from './helpers';

/** What a site's front end is told when published content changes. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const revalidation = () => service(strapi, 'revalidation');

  return {
    find: handle({ params: siteIdParams }, async ({ params, ctx }) => {
      const site = await reachSite(strapi, ctx, params.id);
      return { data: await revalidation().describe(site.number) };
    }),

    save: handle(
      { params: siteIdParams, body: saveRevalidationBody },
      async ({ params, body, ctx }) => {
        const site = await reachSite(strapi, ctx, params.id);
        return { data: await revalidation().save(site.number, body) };
      },
    ),

    remove: handle({ params: siteIdParams }, async ({ params, ctx }) => {
      const site = await reachSite(strapi, ctx, params.id);
      await revalidation().remove(site.number);
      return { data: null };
    }),

    test: handle({ params: siteIdParams }, async ({ params, ctx }) => {
      const site = await reachSite(strapi, ctx, params.id);
      return { data: await revalidation().test(site) };
    }),
  };
};
