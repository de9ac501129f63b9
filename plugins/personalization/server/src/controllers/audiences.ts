import { handle } from 'suite-kit/server';
import { saveAudienceBody } from '../../../shared/contracts/audiences';
import { idParams } from '../../../shared/contracts/common';
import {
  createVariantBody,
  listVariantsQuery,
  reviewVariantBody,
} from '../../../shared/contracts/variants';
import { service } from '../services/service';
import type { Params } from './helpers';

const audiences = ({ strapi }: Params) => ({
  find: handle({}, async () => ({ data: await service(strapi, 'audiences').list() })),
  create: handle({ body: saveAudienceBody }, async ({ body }) => ({
    data: await service(strapi, 'audiences').save(null, body),
    status: 201,
  })),
  update: handle({ params: idParams, body: saveAudienceBody }, async ({ params, body }) => ({
    data: await service(strapi, 'audiences').save(params.id, body),
  })),
  delete: handle({ params: idParams }, async ({ params }) => {
    await service(strapi, 'audiences').remove(params.id);
    return { data: { id: params.id } };
  }),
  variants: handle({ query: listVariantsQuery }, async ({ query }) => ({
    data: await service(strapi, 'variants').list(query),
  })),
  createVariant: handle({ body: createVariantBody }, async ({ body }) => ({
    data: await service(strapi, 'variants').create(body),
    status: 201,
  })),
  reviewVariant: handle(
    { params: idParams, body: reviewVariantBody },
    async ({ params, body }) => ({
      data: await service(strapi, 'variants').review(params.id, body),
    }),
  ),
  deleteVariant: handle({ params: idParams }, async ({ params }) => {
    await service(strapi, 'variants').remove(params.id);
    return { data: { id: params.id } };
  }),
});

export default audiences;
