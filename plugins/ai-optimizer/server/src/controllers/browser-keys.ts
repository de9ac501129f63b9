import type { Core } from '@strapi/strapi';
import { handle } from 'suite-kit/server';
import { browserKeyBody, browserKeyParams } from '../../../shared/contracts/browser-keys';
import { errors } from '../errors';
import { service } from '../services/service';

/** Keys by which visitors' browsers say which site their events are of. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const keys = () => service(strapi, 'browser-keys');
  return {
    find: handle({}, async () => ({ data: await keys().list() })),

    create: handle({ body: browserKeyBody }, async ({ body }) => ({
      data: await keys().create(body),
      status: 201,
    })),

    revoke: handle({ params: browserKeyParams }, async ({ params }) => {
      const data = await keys().revoke(params.id);
      if (!data) throw errors.KEY_NOT_FOUND();
      return { data };
    }),
  };
};
