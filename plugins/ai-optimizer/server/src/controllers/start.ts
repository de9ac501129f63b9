import type { Core } from '@strapi/strapi';
import { handle } from 'suite-kit/server';
import { service } from '../services/service';

const counted = (total: number) => ({ data: total, meta: { pagination: { total } } });

/** The first open, and what waits for somebody. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  firstSteps: handle({}, async () => ({ data: await service(strapi, 'first-steps').find() })),
  grant: handle({}, async () => ({ data: await service(strapi, 'first-steps').grant() })),
  tests: handle({}, async () => counted(await service(strapi, 'waiting').tests())),
  budgets: handle({}, async () => counted(await service(strapi, 'waiting').budgets())),
});
