import type { Core } from '@strapi/strapi';
import { service } from './services/service';

const destroy = async ({ strapi }: { strapi: Core.Strapi }) => {
  await service(strapi, 'alerting').stop();
  await service(strapi, 'monitor').stop();
};

export default destroy;
