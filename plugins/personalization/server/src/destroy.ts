import type { Core } from '@strapi/strapi';
import { stopOverlays } from './adapters/overlay-layer';
import { service } from './services/service';

const destroy = async ({ strapi }: { strapi: Core.Strapi }) => {
  stopOverlays(strapi);
  await service(strapi, 'runs').stop();
  await service(strapi, 'intake').stop();
  await service(strapi, 'forwarder').stop();
  await service(strapi, 'counters').stop();
  service(strapi, 'state').stop();
};

export default destroy;
