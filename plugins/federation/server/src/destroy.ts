import type { Core } from '@strapi/strapi';
import { service } from './services/service';

const destroy = async ({ strapi }: { strapi: Core.Strapi }) => {
  await service(strapi, 'runs').stop();
  await service(strapi, 'connections').stop();
};

export default destroy;
