import { getIntrospectionQuery } from 'graphql';

/** The addresses and fields this project has used under the names we would have liked. */
const SITES = '/content-manager/collection-types/api::site.site';
const REGIONS = '/content-manager/collection-types/api::region.region';

const get = (group, actor, path) => ({ group, actor, method: 'GET', path });

const ask = (query) => ({
  group: 'GraphQL',
  actor: 'anonymous',
  method: 'POST',
  path: '/graphql',
  body: { query },
});

const readable = ({ site }) => [
  '/api/sites?sort=id:asc',
  '/api/sites?sort=title:desc&populate=*',
  '/api/sites?filters[title][$containsi]=bridge&sort=id:asc',
  '/api/sites?filters[regions][siteId][$gte]=102&sort=id:asc',
  `/api/sites/${site}?populate=*`,
  '/api/sites/current',
  '/api/regions?sort=id:asc',
  '/api/regions?sort=siteId:desc',
  '/api/regions?filters[siteId][$eq]=101',
  '/api/regions?filters[siteId][$in][0]=100&filters[siteId][$in][1]=105&sort=id:asc',
  '/api/regions?fields=siteId&sort=id:asc',
  '/api/regions?filters[site][code][$eq]=river-park&populate=site&sort=id:asc',
  '/api/regions?filters[multiSiteId][$eq]=1',
  '/api/user-profiles?sort=id:asc&populate=*',
  '/api/user-profiles?filters[points][$gt]=9&sort=points:desc',
  '/api/articles?sort=slug:asc&pagination[pageSize]=3&populate=author',
];

const asAdmin = ({ site }) => [
  `${SITES}?page=1&pageSize=10&sort=id:ASC`,
  `${SITES}/${site}`,
  `${REGIONS}?page=1&pageSize=10&sort=siteId:ASC`,
  `${REGIONS}?page=1&pageSize=10&sort=id:ASC&filters[$and][0][siteId][$gt]=102`,
  `/content-manager/relations/api::site.site/${site}/regions?page=1&pageSize=5`,
  '/content-manager/content-types/api::region.region/configuration',
  '/content-type-builder/content-types/api::site.site',
  '/content-type-builder/schema',
  '/admin/content-api/routes',
  '/users-permissions/routes',
];

const writes = [
  {
    group: 'Writes',
    actor: 'fullAccess',
    method: 'POST',
    path: '/api/sites',
    body: { data: { title: 'New yard', code: 'new-yard' } },
    keep: { site: 'data.documentId' },
  },
  {
    group: 'Writes',
    actor: 'fullAccess',
    method: 'POST',
    path: '/api/regions',
    body: ({ site }) => ({ data: { name: 'Yard', siteId: 777, site } }),
    keep: { region: 'data.documentId' },
  },
  {
    group: 'Writes',
    actor: 'fullAccess',
    method: 'PUT',
    path: ({ region }) => `/api/regions/${region}`,
    body: { data: { siteId: 778 } },
  },
  {
    group: 'Writes',
    actor: 'fullAccess',
    method: 'DELETE',
    path: ({ region }) => `/api/regions/${region}`,
  },
  {
    group: 'Writes',
    actor: 'fullAccess',
    method: 'DELETE',
    path: ({ site }) => `/api/sites/${site}`,
  },
];

export function listTakenNames(facts) {
  const requests = [
    ...readable(facts).map((path) => get('REST', 'anonymous', path)),
    ...readable(facts).map((path) => get('REST', 'fullAccess', path)),
    ask(getIntrospectionQuery()),
    ask('{ sites(sort: "title:asc") { title code regions(sort: "siteId:asc") { name siteId } } }'),
    ask(
      '{ regions(filters: { siteId: { gt: 102 } }, sort: "siteId:asc") { name siteId site { code } } }',
    ),
    ...asAdmin(facts).map((path) => get('Admin', 'superAdmin', path)),
    ...writes.map((request) => ({ ...request, fresh: true })),
  ];
  return requests.map((request, index) => ({ ...request, number: index + 1 }));
}
