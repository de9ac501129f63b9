import { z } from '@strapi/utils';
import { handle } from 'suite-kit/server';
import { idParams } from '../../../shared/contracts/common';
import { tryRecommendationsQuery } from '../../../shared/contracts/recommendations';
import { listVisitorsQuery } from '../../../shared/contracts/visitors';
import { service } from '../services/service';
import { personOf, siteOf, type Params } from './helpers';

const trainBody = z.object({ site: z.number().int().optional() }).strict();

const visitors = ({ strapi }: Params) => ({
  find: handle({ query: listVisitorsQuery }, async ({ query }) => {
    const { visitors: data, pagination } = await service(strapi, 'visitors').list(query);
    return { data, meta: { pagination } };
  }),
  findOne: handle({ params: idParams }, async ({ params }) => ({
    data: await service(strapi, 'visitors').find(params.id),
  })),
  export: handle({ params: idParams }, async ({ params }) => ({
    data: await service(strapi, 'visitors').exportOf(params.id),
  })),
  erase: handle({ params: idParams }, async ({ params }) => ({
    data: await service(strapi, 'visitors').eraseOf(params.id),
  })),
  models: handle({}, async () => ({
    data: {
      models: await service(strapi, 'models').list(),
      run: await service(strapi, 'runs').latest('train'),
    },
  })),
  train: handle({ body: trainBody }, async ({ body, ctx }) => ({
    data: await service(strapi, 'runs').train(siteOf(strapi, body.site), personOf(ctx)),
    status: 202,
  })),
  recommend: handle({ query: tryRecommendationsQuery }, async ({ query }) => {
    const { visitor, item, limit, locale } = query;
    const recommendations = service(strapi, 'recommendations');
    const wish = { limit, locale };
    const row = visitor ? await service(strapi, 'visitors').row(visitor) : null;
    const site = row?.site ?? siteOf(strapi);
    const data = item
      ? await recommendations.similarTo(site, item, wish)
      : await recommendations.forVisitor(site, row?.behaviorPatterns ?? null, wish);
    return { data };
  }),
});

export default visitors;
