import type { Core } from '@strapi/strapi';
import { PLUGIN_ID, UID } from '../../shared/plugin';
import { graphqlExtensionOf, type NexusParts } from './isolation/strapi-parts';
import { service } from './services/service';
import { toPublicSite } from './services/site-rows';

/**
 * GraphQL: our own tables stay hidden (a type hidden in the Content Manager is not hidden
 * here), and `currentSite` is added. The schema is built once at start, and with one site it
 * stays as it was: `currentSite` is there from the first start with several sites.
 */
export function extendGraphql(strapi: Core.Strapi) {
  const extension = graphqlExtensionOf(strapi);
  if (!extension) return;
  for (const uid of Object.values(UID)) extension.shadowCRUD(uid).disable();
  extension.use(({ nexus }) =>
    service(strapi, 'state').snapshot().isActive ? currentSite(strapi, nexus) : {},
  );
}

function currentSite(strapi: Core.Strapi, nexus: NexusParts) {
  const siteType = nexus.objectType({
    name: 'CurrentSite',
    definition(t) {
      t.nonNull.id('id');
      t.nonNull.string('name');
      t.nonNull.string('slug');
      t.string('domain');
      t.string('pathPrefix');
      t.field('settings', { type: 'JSON' });
    },
  });
  const query = nexus.extendType({
    type: 'Query',
    definition(t) {
      t.field('currentSite', {
        type: 'CurrentSite',
        resolve: () => toPublicSite(service(strapi, 'sites').current()),
      });
    },
  });
  const scope = [`plugin::${PLUGIN_ID}.public-sites.find`];
  return {
    types: [siteType, query],
    resolversConfig: { 'Query.currentSite': { auth: { scope } } },
  };
}
