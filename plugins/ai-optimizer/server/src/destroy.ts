import type { Core } from '@strapi/strapi';
import { stopOverlays } from 'suite-kit/server';
import { service } from './services/service';

const destroy = async ({ strapi }: { strapi: Core.Strapi }) => {
  await service(strapi, 'jobs').stop();
  await service(strapi, 'rescoring').stop();
  await service(strapi, 'events').stop();
  stopOverlays(strapi);
};

export default destroy;
