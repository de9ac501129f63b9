import type { Core } from '@strapi/strapi';
import { handle, type Ctx } from 'suite-kit/server';
import {
  channelBody,
  eventsQuery,
  idParams,
  ruleBody,
  silenceBody,
} from '../../../shared/contracts/alerts';
import { service } from '../services/service';

const authorOf = (ctx: Ctx): string => {
  const { firstname, lastname, email } = ctx.state.user as Record<string, string | null>;
  return [firstname, lastname].filter(Boolean).join(' ') || (email ?? '');
};

/** Alert rules, what they said, silences and channels. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const rules = () => service(strapi, 'rules');
  const channels = () => service(strapi, 'channels');

  return {
    rules: handle({}, async () => ({ data: await rules().list() })),
    rule: handle({ params: idParams }, async ({ params }) => ({
      data: await rules().find(params.id),
    })),
    createRule: handle({ body: ruleBody }, async ({ body }) => ({
      data: await rules().create(body),
      status: 201,
    })),
    changeRule: handle({ params: idParams, body: ruleBody }, async ({ params, body }) => ({
      data: await rules().change(params.id, body),
    })),
    removeRule: handle({ params: idParams }, async ({ params }) => {
      await rules().remove(params.id);
      return { data: null };
    }),
    testRule: handle({ params: idParams }, async ({ params }) => ({
      data: await service(strapi, 'evaluation').test(await rules().get(params.id)),
    })),
    previewRule: handle({ body: ruleBody }, async ({ body }) => ({
      data: await service(strapi, 'evaluation').test(rules().draft(body)),
    })),

    events: handle({ query: eventsQuery }, async ({ query }) => {
      const { events, pagination } = await service(strapi, 'events').page(query);
      return { data: events, meta: { pagination } };
    }),

    silences: handle({}, async () => ({ data: await service(strapi, 'silences').list() })),
    createSilence: handle({ body: silenceBody }, async ({ body, ctx }) => ({
      data: await service(strapi, 'silences').create(body, authorOf(ctx)),
      status: 201,
    })),
    removeSilence: handle({ params: idParams }, async ({ params }) => {
      await service(strapi, 'silences').remove(params.id);
      return { data: null };
    }),

    channels: handle({}, async () => ({ data: await channels().list() })),
    createChannel: handle({ body: channelBody }, async ({ body }) => ({
      data: await channels().create(body),
      status: 201,
    })),
    changeChannel: handle({ params: idParams, body: channelBody }, async ({ params, body }) => ({
      data: await channels().change(params.id, body),
    })),
    removeChannel: handle({ params: idParams }, async ({ params }) => {
      await channels().remove(params.id);
      return { data: null };
    }),
    testChannel: handle({ params: idParams }, async ({ params }) => ({
      data: await service(strapi, 'notices').test(params.id),
    })),
  };
};
