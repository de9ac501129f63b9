import type { Core } from '@strapi/strapi';
import { registerFrontEnd } from './demo/front-end';
import { registerDemoRoutes } from './demo/routes';
import { seedDemo } from './seed';
import { moveDemoFeeds } from './seed/plugins/federation';

export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    registerDemoRoutes(strapi);
    registerFrontEnd(strapi);
  },
  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    if (process.env.SEED_DEMO === 'true') await seedDemo(strapi);
    await moveDemoFeeds(strapi);
  },
};
