import type { Core } from '@strapi/strapi';
import { handle } from 'suite-kit/server';
import { siteIdParams } from '../../../shared/contracts/sites';
import { saveWorkflowBody } from '../../../shared/contracts/workflows';
import { service } from '../services/service';
import { reachSite } from './helpers';

/** The workflow of a site. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const workflows = () => service(strapi, 'workflows');

  return {
    find: handle({ params: siteIdParams }, async ({ params, ctx }) => {
      const site = await reachSite(strapi, ctx, params.id);
      return { data: await workflows().describe(site.number) };
    }),

    save: handle(
      { params: siteIdParams, body: saveWorkflowBody },
      async ({ params, body, ctx }) => {
        const site = await reachSite(strapi, ctx, params.id);
        await workflows().save({ site: site.number, body });
        return { data: await workflows().describe(site.number) };
      },
    ),
  };
};
