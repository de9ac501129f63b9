import type { Core } from '@strapi/strapi';
import { handle } from 'suite-kit/server';
import { listRunsQuery } from '../../../shared/contracts/runs';
import { idParams, runSourceBody } from '../../../shared/contracts/sources';
import { service } from '../services/service';
import { actorOf } from './helpers';

/** /federation/runs */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const runs = () => service(strapi, 'runs');

  return {
    start: handle({ params: idParams, body: runSourceBody }, async ({ params, body, ctx }) => ({
      data: await runs().enqueue(params.id, { mode: body.mode, startedBy: actorOf(ctx) }),
      status: 201,
    })),

    find: handle({ query: listRunsQuery }, ({ query }) => runs().list(query)),

    findOne: handle({ params: idParams }, async ({ params }) => ({
      data: await runs().find(params.id),
    })),

    cancel: handle({ params: idParams }, async ({ params }) => ({
      data: await runs().cancel(params.id),
    })),

    retry: handle({ params: idParams }, async ({ params, ctx }) => ({
      data: await runs().retry(params.id, actorOf(ctx)),
      status: 201,
    })),

    applyDeletes: handle({ params: idParams }, async ({ params, ctx }) => ({
      data: await runs().applyDeletes(params.id, actorOf(ctx)),
      status: 201,
    })),

    undo: handle({ params: idParams }, async ({ params, ctx }) => ({
      data: await service(strapi, 'undo').undoRun(params.id, actorOf(ctx)),
    })),
  };
};
