import type { Core } from '@strapi/strapi';
import { handle } from 'suite-kit/server';
import {
  decisionBody,
  listSuggestionsQuery,
  suggestBody,
  suggestionParams,
  usageQuery,
} from '../../../shared/contracts/suggestions';
import { service } from '../services/service';
import { assertEditable, assertReadable, personOf, readableOf, signalOf } from './helpers';

export default ({ strapi }: { strapi: Core.Strapi }) => {
  const suggestions = () => service(strapi, 'suggestions');

  return {
    create: handle({ body: suggestBody }, async ({ body, ctx }) => {
      assertReadable(ctx, body.uid);
      assertEditable(ctx, body.uid, body.field);
      const data = await suggestions().create(body, personOf(ctx), { signal: signalOf(ctx) });
      return { data, status: 201 };
    }),

    find: handle({ query: listSuggestionsQuery }, async ({ query, ctx }) => {
      const uids = service(strapi, 'entries')
        .typesOf()
        .map(({ uid }) => uid);
      const { data, pagination } = await suggestions().list(query, readableOf(ctx, uids));
      return { data, meta: { pagination } };
    }),

    decide: handle(
      { params: suggestionParams, body: decisionBody },
      async ({ params, body, ctx }) => {
        const { entryUid, field } = await suggestions().findOrFail(params.id);
        assertEditable(ctx, entryUid, field);
        const { id, state } = await suggestions().decide(params.id, body);
        return { data: { id, state } };
      },
    ),

    undo: handle({ params: suggestionParams }, async ({ params, ctx }) => {
      const { entryUid, field } = await suggestions().findOrFail(params.id);
      assertEditable(ctx, entryUid, field);
      const { id, state } = await suggestions().undo(params.id);
      return { data: { id, state } };
    }),

    usage: handle({ query: usageQuery }, async ({ query }) => ({
      data: await service(strapi, 'usage').find(query.months),
    })),
  };
};
