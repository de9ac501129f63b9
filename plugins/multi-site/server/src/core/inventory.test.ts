import { classifyRelation, classifyRoute, classifyTable, type TableFacts } from './inventory';

const facts: TableFacts = {
  types: new Map([
    ['articles', { uid: 'api::article.article', scope: 'site' }],
    ['terms', { uid: 'api::term.term', scope: 'shared' }],
    ['admin_users', { uid: 'admin::user', scope: 'global' }],
    ['scores', { uid: 'plugin::ai-optimizer.score', scope: 'global' }],
  ]),
  ownSites: new Map([['plugin::ai-optimizer.score', 'site']]),
  components: new Set(['components_seo']),
  links: new Map([
    ['articles_tags_lnk', ['site', 'site']],
    ['terms_users_lnk', ['shared', 'global']],
    ['users_roles_lnk', ['global', 'global']],
  ]),
  internal: new Map([['strapi_migrations', 'bookkeeping']]),
};

describe('a table', () => {
  it.each([
    ['articles', 'scoped'],
    ['terms', 'shared'],
    ['admin_users', 'global'],
    ['scores', 'scoped'],
    ['components_seo', 'scoped'],
    ['articles_tags_lnk', 'scoped'],
    ['terms_users_lnk', 'shared'],
    ['users_roles_lnk', 'global'],
    ['strapi_migrations', 'global'],
    ['left_over_from_2019', 'unknown'],
  ])('%s is %s', (table, reach) => {
    expect(classifyTable(table, facts).reach).toBe(reach);
  });
});

describe('a relation', () => {
  it.each([
    ['site', ['site'], 'scoped'],
    ['global', ['site'], 'scoped'],
    ['site', ['shared'], 'shared'],
    ['site', ['global'], 'global'],
    ['site', ['global', 'site'], 'scoped'],
    ['site', [], 'unknown'],
  ] as const)('from %s to %j is %s', (from, to, reach) => {
    expect(classifyRelation('a.b', { from, to }).reach).toBe(reach);
  });
});

describe('a route', () => {
  it.each([
    ['/api/articles', { apiScopes: ['site'] as const }, 'scoped'],
    ['/api/terms', { apiScopes: ['shared'] as const }, 'shared'],
    ['/api/mixed', { apiScopes: ['shared', 'site'] as const }, 'scoped'],
    ['/api/report', { apiScopes: [] }, 'scoped'],
    ['/graphql', {}, 'scoped'],
    ['/content-manager/components', { pluginName: 'content-manager' }, 'scoped'],
    ['/admin/webhooks', { pluginName: 'admin' }, 'global'],
    ['/uploads/(.*)', {}, 'global'],
  ])('that Strapi composes: %s is %s', (path, more, reach) => {
    const route = { method: 'GET', path, isComposed: true, ...more };
    expect(classifyRoute(route).reach).toBe(reach);
  });

  it.each([
    ['/_health', 'global'],
    ['/admin/:path*', 'global'],
    ['/', 'global'],
    ['/report', 'unknown'],
    ['/administration', 'unknown'],
    ['/api/articles', 'unknown'],
  ])('past Strapi: %s is %s', (path, reach) => {
    expect(classifyRoute({ method: 'GET', path, isComposed: false }).reach).toBe(reach);
  });
});
