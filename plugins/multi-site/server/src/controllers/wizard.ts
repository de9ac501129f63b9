import type { Core } from '@strapi/strapi';
import { handle, type Ctx } from 'suite-kit/server';
import { siteIdParams } from '../../../shared/contracts/sites';
import {
  checkWizardBody,
  cloneSiteBody,
  runParams,
  templateEntriesQuery,
  wizardDraft,
} from '../../../shared/contracts/wizard';
import { service } from '../services/service';
import { reachSite } from './helpers';

/** The wizard that makes a site, and the way back from it. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const wizard = () => service(strapi, 'wizard');
  const personOf = (ctx: Ctx) => ({
    startedBy: (ctx.state.user as { id?: number } | undefined)?.id ?? null,
  });

  return {
    templates: handle({}, async () => {
      const workflows = await service(strapi, 'workflows').describe(-1);
      const data = {
        sites: await service(strapi, 'templates').list(),
        workflow: {
          stages: workflows.workflow.stages.map(({ name }) => name),
          contentTypes: workflows.contentTypes,
        },
      };
      return { data };
    }),

    entries: handle(
      { params: siteIdParams, query: templateEntriesQuery },
      async ({ params, query, ctx }) => {
        const site = await reachSite(strapi, ctx, params.id);
        return service(strapi, 'templates').entries(site.number, query);
      },
    ),

    check: handle({ body: checkWizardBody }, async ({ body }) => ({
      data: await wizard().check(body.draft),
    })),

    create: handle({ body: wizardDraft }, async ({ body, ctx }) => ({
      data: await wizard().create(body, personOf(ctx)),
      status: 201,
    })),

    run: handle({ params: runParams }, async ({ params }) => ({
      data: await wizard().run(params.runId),
    })),

    undo: handle({ params: siteIdParams }, async ({ params, ctx }) => {
      const site = await reachSite(strapi, ctx, params.id);
      return { data: await wizard().undo(site) };
    }),

    clone: handle({ params: siteIdParams, body: cloneSiteBody }, async ({ params, body, ctx }) => {
      const source = await reachSite(strapi, ctx, params.id);
      return { data: await wizard().clone(source, body, personOf(ctx)), status: 201 };
    }),
  };
};
