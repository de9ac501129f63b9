import type { Core } from '@strapi/strapi';
import { handle, type Ctx } from 'suite-kit/server';
import {
  createExperimentBody,
  experimentParams,
  listExperimentsQuery,
  powerBody,
  promoteBody,
  updateExperimentBody,
  variantFieldsBody,
  variantParams,
} from '../../../shared/contracts/experiments';
import { service } from '../services/service';
import { assertEditable, assertReadable, personOf } from './helpers';

export default ({ strapi }: { strapi: Core.Strapi }) => {
  const experiments = () => service(strapi, 'experiments');

  /** Whoever may not see an entry does not learn from its tests what is in it. */
  async function readable(ctx: Ctx, id: string) {
    const row = await experiments().rowOrFail(id);
    assertReadable(ctx, row.entryUid);
    return row;
  }

  return {
    find: handle({ query: listExperimentsQuery }, async ({ query }) => {
      const { data, pagination } = await experiments().list(query);
      return { data, meta: { pagination } };
    }),

    findOne: handle({ params: experimentParams }, async ({ params, ctx }) => {
      await readable(ctx, params.id);
      return { data: await experiments().find(params.id) };
    }),

    create: handle({ body: createExperimentBody }, async ({ body, ctx }) => {
      assertReadable(ctx, body.uid);
      return { data: await experiments().create(body, personOf(ctx)), status: 201 };
    }),

    update: handle(
      { params: experimentParams, body: updateExperimentBody },
      async ({ params, body, ctx }) => {
        await readable(ctx, params.id);
        return { data: await experiments().update(params.id, body) };
      },
    ),

    remove: handle({ params: experimentParams }, async ({ params, ctx }) => {
      await readable(ctx, params.id);
      await experiments().remove(params.id);
      return { data: { id: params.id } };
    }),

    setFields: handle(
      { params: variantParams, body: variantFieldsBody },
      async ({ params, body, ctx }) => {
        const row = await readable(ctx, params.id);
        for (const field of Object.keys(body.fields)) assertEditable(ctx, row.entryUid, field);
        await service(strapi, 'variants').setFields(row, params.variant, body.fields);
        return { data: await experiments().find(params.id) };
      },
    ),

    start: handle({ params: experimentParams }, async ({ params, ctx }) => {
      await readable(ctx, params.id);
      return { data: await experiments().start(params.id) };
    }),

    stop: handle({ params: experimentParams }, async ({ params, ctx }) => {
      await readable(ctx, params.id);
      return { data: await experiments().stop(params.id) };
    }),

    promote: handle(
      { params: experimentParams, body: promoteBody },
      async ({ params, body, ctx }) => {
        const row = await readable(ctx, params.id);
        assertEditable(ctx, row.entryUid, '');
        return { data: await experiments().promote(params.id, body.variant) };
      },
    ),

    revert: handle({ params: experimentParams }, async ({ params, ctx }) => {
      const row = await readable(ctx, params.id);
      assertEditable(ctx, row.entryUid, '');
      return { data: await experiments().revert(params.id) };
    }),

    results: handle({ params: experimentParams }, async ({ params, ctx }) => {
      await readable(ctx, params.id);
      return { data: await experiments().results(params.id) };
    }),

    power: handle({ body: powerBody }, ({ body }) => ({ data: experiments().power(body) })),
  };
};
