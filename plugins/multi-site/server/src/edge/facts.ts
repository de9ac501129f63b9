import type { Core } from '@strapi/strapi';

/** Where this server listens and which paths are its own. */
export function serverFacts(strapi: Core.Strapi) {
  return {
    port: strapi.config.get<number>('server.port', 1337),
    apiPrefix: strapi.config.get<string>('api.rest.prefix', '/api'),
    adminPath: strapi.config.get<string>('admin.path', '/admin'),
  };
}
