import type { Core } from '@strapi/strapi';
import { service } from './services/service';

const bootstrap = async ({ strapi }: { strapi: Core.Strapi }) => {
  await service(strapi, 'monitor').start();
  service(strapi, 'alerting').start();
};

export default bootstrap;
