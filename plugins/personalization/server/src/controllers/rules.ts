import { handle } from 'suite-kit/server';
import { idParams } from '../../../shared/contracts/common';
import {
  listRulesQuery,
  matchesBody,
  restoreBody,
  ruleOrderBody,
  ruleStateBody,
  saveRuleBody,
  whyBody,
} from '../../../shared/contracts/rules';
import type { RuleGroup } from '../../../shared/rule-tree';
import { service } from '../services/service';
import { personOf, siteOf, type Params } from './helpers';

const rules = ({ strapi }: Params) => ({
  find: handle({ query: listRulesQuery }, async ({ query }) => {
    const { rules: data, pagination } = await service(strapi, 'rules').list(query);
    return { data, meta: { pagination } };
  }),
  findOne: handle({ params: idParams }, async ({ params }) => ({
    data: await service(strapi, 'rules').find(params.id),
  })),
  create: handle({ body: saveRuleBody }, async ({ body }) => ({
    data: await service(strapi, 'rules').create(body),
    status: 201,
  })),
  update: handle({ params: idParams, body: saveRuleBody }, async ({ params, body, ctx }) => ({
    data: await service(strapi, 'rules').update(params.id, body, personOf(ctx)),
  })),
  setState: handle({ params: idParams, body: ruleStateBody }, async ({ params, body }) => ({
    data: await service(strapi, 'rules').setState(params.id, body.state),
  })),
  restore: handle({ params: idParams, body: restoreBody }, async ({ params, body, ctx }) => ({
    data: await service(strapi, 'rules').restore(params.id, body.version, personOf(ctx)),
  })),
  delete: handle({ params: idParams }, async ({ params }) => {
    await service(strapi, 'rules').remove(params.id);
    return { data: { id: params.id } };
  }),
  order: handle({ body: ruleOrderBody }, async ({ body }) => {
    await service(strapi, 'rules').order(body.ids);
    return { data: { ids: body.ids } };
  }),
  matches: handle({ body: matchesBody }, async ({ body }) => ({
    data: await service(strapi, 'audiences').count(body.tree as RuleGroup, body.audiences),
  })),
  why: handle({ body: whyBody }, async ({ body }) => {
    const row = body.visitor ? await service(strapi, 'visitors').row(body.visitor) : null;
    const stored = row ? service(strapi, 'audiences').factsOf(row, Date.now()) : {};
    const data = await service(strapi, 'rules').why(
      { ...stored, ...body.facts },
      { visitor: row?.userId ?? '', site: row?.site ?? siteOf(strapi) },
    );
    return { data };
  }),
});

export default rules;
