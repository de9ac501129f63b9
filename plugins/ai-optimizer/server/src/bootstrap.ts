import type { Core } from '@strapi/strapi';
import { service } from './services/service';

const bootstrap = async ({ strapi }: { strapi: Core.Strapi }) => {
  await service(strapi, 'events').start();
  service(strapi, 'rescoring').start();
  await service(strapi, 'jobs').start();
};

export default bootstrap;
