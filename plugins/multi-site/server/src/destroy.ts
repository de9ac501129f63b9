import type { Core } from '@strapi/strapi';
import { stopOverlays } from 'suite-kit/server';
import { service } from './services/service';

const destroy = async ({ strapi }: { strapi: Core.Strapi }) => {
  await service(strapi, 'revalidation').stop();
  stopOverlays(strapi);
  await service(strapi, 'runs').stop();
  await service(strapi, 'adoption').stop();
  service(strapi, 'isolation').stop();
};

export default destroy;
