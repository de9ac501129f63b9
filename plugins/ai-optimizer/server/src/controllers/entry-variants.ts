import type { Core } from '@strapi/strapi';
import { handle } from 'suite-kit/server';
import {
  entryVariantsQuery,
  overlayParams,
  reviewVariantBody,
} from '../../../shared/contracts/variants';
import { service } from '../services/service';
import { assertReadable } from './helpers';

/** /ai-optimizer/variants: an entry's variants in its tests. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const variants = () => service(strapi, 'entry-variants');
  return {
    find: handle({ query: entryVariantsQuery }, async ({ query, ctx }) => {
      assertReadable(ctx, query.uid);
      return { data: await variants().list(query) };
    }),

    review: handle(
      { params: overlayParams, body: reviewVariantBody },
      async ({ params, body, ctx }) => {
        assertReadable(ctx, await variants().entryUidOf(params.id));
        return { data: await variants().review(params.id, body) };
      },
    ),
  };
};
