import type { Core } from '@strapi/strapi';
import { service } from './services/service';

const bootstrap = async ({ strapi }: { strapi: Core.Strapi }) => {
  await service(strapi, 'runs').start();
};

export default bootstrap;
