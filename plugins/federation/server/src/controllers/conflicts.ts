import type { Core } from '@strapi/strapi';
import { handle } from 'suite-kit/server';
import {
  listConflictsQuery,
  resolveBody,
  resolveManyBody,
} from '../../../shared/contracts/conflicts';
import { idParams } from '../../../shared/contracts/sources';
import { service } from '../services/service';
import { actorOf } from './helpers';

/** /federation/conflicts */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const conflicts = () => service(strapi, 'conflicts');

  return {
    find: handle({ query: listConflictsQuery }, ({ query }) => conflicts().list(query)),

    findOne: handle({ params: idParams }, async ({ params }) => ({
      data: await conflicts().find(params.id),
    })),

    resolve: handle({ params: idParams, body: resolveBody }, async ({ params, body, ctx }) => {
      const { choice, value, always } = body;
      const decision = choice === 'value' ? { choice, value } : { choice };
      const options = { actor: actorOf(ctx), always };
      return { data: await conflicts().resolve(params.id, decision, options) };
    }),

    resolveMany: handle({ body: resolveManyBody }, async ({ body: { ids, choice }, ctx }) => ({
      data: await conflicts().resolveMany(ids, { choice }, actorOf(ctx)),
    })),

    undo: handle({ params: idParams }, async ({ params, ctx }) => ({
      data: await conflicts().undo(params.id, actorOf(ctx)),
    })),
  };
};
