import type { Core } from '@strapi/strapi';
import { countSamples, removeSamples } from '../seed/samples';

type Ctx = { body: unknown };
const config = { policies: ['admin::isAuthenticatedAdmin', 'global::is-super-admin'] };

/**
 * The demo's own endpoints in the admin panel: what it wrote, and away with it. Not under
 * src/api, where Strapi takes every route for one of the content API.
 */
export const registerDemoRoutes = (strapi: Core.Strapi): void => {
  const routes = [
    {
      method: 'GET',
      path: '/samples',
      config,
      handler: async (ctx: Ctx) => {
        ctx.body = { data: await countSamples(strapi), meta: {} };
      },
    },
    {
      method: 'POST',
      path: '/samples/remove',
      config,
      handler: async (ctx: Ctx) => {
        ctx.body = { data: await removeSamples(strapi), meta: {} };
      },
    },
  ].map((route) => ({ ...route, info: { type: 'admin' } }));
  // Strapi's type of a router is that of a file of routes, whose handlers are names.
  strapi.server.routes({ type: 'admin', prefix: '/demo', routes } as never);
};
