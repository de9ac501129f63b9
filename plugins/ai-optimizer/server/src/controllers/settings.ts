import type { Core } from '@strapi/strapi';
import { handle } from 'suite-kit/server';
import { settingsBody, settingsQuery } from '../../../shared/contracts/settings';
import { service } from '../services/service';

export default ({ strapi }: { strapi: Core.Strapi }) => {
  const settings = () => service(strapi, 'settings');
  return {
    find: handle({ query: settingsQuery }, async ({ query }) => ({
      data: await settings().find(query.site),
    })),

    update: handle({ query: settingsQuery, body: settingsBody }, async ({ query, body }) => ({
      data: await settings().save(body, query.site),
    })),

    test: handle({ query: settingsQuery }, async ({ query }) => ({
      data: await service(strapi, 'providers').test(settings().targetSite(query.site)),
    })),
  };
};
