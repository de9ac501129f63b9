import type { Core } from '@strapi/strapi';
import { handle } from 'suite-kit/server';
import { service } from '../services/service';

/** /federation/first-steps */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  find: handle({}, async () => ({ data: await service(strapi, 'first-steps').find() })),
  grant: handle({}, async () => ({ data: await service(strapi, 'first-steps').grant() })),
});
