import type { Core } from '@strapi/strapi';
import { service } from './services/service';

const destroy = async ({ strapi }: { strapi: Core.Strapi }) => {
  await service(strapi, 'adoption').stop();
  service(strapi, 'isolation').stop();
};

export default destroy;
