import type { Core } from '@strapi/strapi';
import { handle } from 'suite-kit/server';
import { entryParams, entryQuery, listAuditQuery } from '../../../shared/contracts/entries';
import { service } from '../services/service';

/** /federation/content, /federation/audit and /federation/waiting */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const origins = () => service(strapi, 'origins');
  const schemas = { params: entryParams, query: entryQuery };

  return {
    findOne: handle(schemas, async ({ params, query }) => ({
      data: await origins().find({ ...params, ...query }),
    })),

    detach: handle(schemas, async ({ params, query }) => ({
      data: await origins().detach({ ...params, ...query }),
    })),

    attach: handle(schemas, async ({ params, query }) => ({
      data: await origins().attach({ ...params, ...query }),
    })),

    audit: handle({ query: listAuditQuery }, ({ query }) => origins().audit(query)),

    waiting: handle({}, async () => ({ data: await origins().waiting() })),
  };
};
