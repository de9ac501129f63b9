import type { Core } from '@strapi/strapi';
import { handle } from 'suite-kit/server';
import { assignUnassignedBody, setModeBody } from '../../../shared/contracts/isolation';
import { errors } from '../errors';
import { service } from '../services/service';

/** How far content is assigned and whether the border is closed. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  async function describe() {
    const { mode, sites } = await service(strapi, 'state').fresh();
    const { names } = service(strapi, 'isolation');
    const types = await service(strapi, 'adoption').typeStatus();
    return {
      mode,
      siteCount: sites.all.length,
      adoption: service(strapi, 'adoption').progress(),
      types,
      duplicates: await service(strapi, 'duplicates').find(),
      report: service(strapi, 'report').list(),
      names: names(),
      unscopedWrites: service(strapi, 'report').unscopedWrites(),
    };
  }

  return {
    find: handle({}, async () => ({ data: await describe() })),

    inventory: handle({}, async () => ({ data: await service(strapi, 'inspection').inventory() })),

    setMode: handle({ body: setModeBody }, async ({ body }) => {
      const { isActive } = await service(strapi, 'state').fresh();
      if (isActive && body.mode === 'report') throw errors.ENFORCE_NEEDED();
      await service(strapi, 'state').setMode(body.mode);
      return { data: await describe() };
    }),

    clearReport: handle({}, async () => {
      service(strapi, 'report').clear();
      return { data: await describe() };
    }),

    assignUnassigned: handle({ body: assignUnassignedBody }, async ({ body }) => {
      const site = await service(strapi, 'sites').get(body.site);
      await service(strapi, 'adoption').adoptContent(site.number);
      return { data: await describe() };
    }),
  };
};
