/** The admin's own requests, made as its pages make them, for people with very different rights. */
const ARTICLES = '/content-manager/collection-types/api::article.article';
const PAGES = '/content-manager/collection-types/api::page.page';
const LIST = 'page=1&pageSize=5&sort=slug:ASC&locale=en';

const as = (group, actors, paths) =>
  actors.flatMap((actor) => paths.map((path) => ({ group, actor, method: 'GET', path })));

const contentManager = (facts) => [
  `${ARTICLES}?${LIST}`,
  `${ARTICLES}?${LIST}&page=2&_q=harbour`,
  `${ARTICLES}?${LIST}&filters[$and][0][section][$eq]=news`,
  `${ARTICLES}?page=1&pageSize=5&sort=slug:ASC&locale=de`,
  `${ARTICLES}/${facts.article}?locale=en`,
  `${ARTICLES}/${facts.modifiedArticle}?locale=en&status=published`,
  `${PAGES}?${LIST}`,
  '/content-manager/collection-types/api::comment.comment?page=1&pageSize=5&sort=id:ASC',
  '/content-manager/single-types/api::homepage.homepage?locale=en',
  `/content-manager/relations/api::article.article/${facts.article}/tags?locale=en&page=1&pageSize=5`,
  '/content-manager/relations/api::article.article/author?page=1&pageSize=5&locale=en&_q=tram',
];

const superAdminOnly = (facts) => [
  `${ARTICLES}?page=1&pageSize=10&sort=author.name:ASC&sort[1]=slug:ASC&locale=en`,
  `${ARTICLES}?${LIST}&filters[$and][0][author][name][$containsi]=tram`,
  `${ARTICLES}/${facts.draftArticle}?locale=en`,
  `${ARTICLES}/${facts.article}?locale=de`,
  `${ARTICLES}/nosuchdocument0000000000`,
  `${ARTICLES}/${facts.article}/actions/countDraftRelations?locale=en`,
  `${ARTICLES}/actions/countManyEntriesDraftRelations?documentIds[]=${facts.article}&locale[]=en`,
  '/content-manager/collection-types/api::author.author?page=1&pageSize=5&sort=slug:ASC',
  `/content-manager/collection-types/api::author.author/${facts.author}`,
  '/content-manager/collection-types/api::counter.counter?page=1&pageSize=20&sort=id:ASC',
  '/content-manager/collection-types/plugin::users-permissions.user?page=1&pageSize=5&sort=id:ASC',
  '/content-manager/single-types/api::masthead.masthead',
  `/content-manager/relations/api::article.article/${facts.article}/related?locale=en`,
  `/content-manager/relations/api::article.article/${facts.article}/author?locale=en`,
  `/content-manager/relations/api::author.author/${facts.author}/articles?page=1&pageSize=5`,
  '/content-manager/relations/api::article.article/related?page=1&pageSize=5&locale=en&_q=harbour',
  `/content-manager/relations/api::page.page/${facts.page}/children?locale=en`,
  '/content-manager/content-types/api::article.article/configuration',
  '/content-manager/content-types-settings',
  '/content-manager/components',
  '/content-manager/components/shared.seo/configuration',
  '/content-manager/homepage/recent-documents?action=update',
  '/content-manager/homepage/count-documents',
  '/content-manager/init',
  '/content-manager/content-types',
  '/content-type-builder/content-types',
  '/content-type-builder/content-types/api::article.article',
  '/content-type-builder/components',
  '/content-type-builder/schema',
  '/content-type-builder/reserved-names',
  '/admin/permissions',
  '/admin/content-api/permissions',
  '/admin/content-api/routes',
  '/admin/plugins',
  '/admin/information',
  '/admin/project-settings',
  '/admin/api-tokens',
  `/admin/api-tokens/${facts.apiToken}`,
  '/admin/webhooks',
  '/admin/homepage/key-statistics',
  '/admin/transfer/tokens',
  '/admin/license-limit-information',
  '/i18n/locales',
  '/i18n/iso-locales',
  '/users-permissions/roles',
  '/users-permissions/permissions',
  '/users-permissions/policies',
  '/users-permissions/routes',
  `/users-permissions/roles/${facts.publicRole}`,
  '/users-permissions/providers',
  '/users-permissions/advanced',
  '/users-permissions/email-templates',
  '/upload/settings',
  '/upload/configuration',
  '/email/settings',
  '/multi-site/sites',
  '/review-workflows/workflows',
  '/content-releases/settings',
];

const everyone = (facts) => [
  '/admin/users/me',
  '/admin/users/me/permissions',
  `/upload/files?page=1&pageSize=5&sort=id:ASC`,
  `/upload/files?page=1&pageSize=5&sort=id:ASC&folder=${facts.folder}`,
  `/upload/files/${facts.file}`,
  '/upload/folders?sort=id:ASC',
  `/upload/folders/${facts.folder}`,
  '/upload/folder-structure',
  '/admin/users?page=1&pageSize=10&sort=id:ASC',
  '/admin/roles?sort=id:ASC',
];

const posts = (facts) => [
  {
    path: '/content-manager/uid/generate?locale=en',
    body: { contentTypeUID: 'api::article.article', field: 'slug', data: { title: facts.title } },
  },
  {
    path: '/content-manager/uid/check-availability?locale=en',
    body: { contentTypeUID: 'api::article.article', field: 'slug', value: facts.slug },
  },
  {
    path: '/admin/permissions/check',
    body: {
      permissions: [
        { action: 'plugin::content-manager.explorer.read', subject: 'api::article.article' },
      ],
    },
  },
  { path: '/content-manager/collection-types/api::author.author', body: {} },
  { path: '/admin/roles', body: {} },
  { path: '/upload/folders', body: { name: '' } },
  {
    path: '/i18n/content-manager/actions/get-non-localized-fields',
    body: { model: 'api::article.article', id: facts.articleRow, locale: 'de' },
  },
];

/** People with unusual rights see everything there is; the others one page in three. */
const CURIOUS = ['superAdmin', 'newsroom', 'translator'];
const OTHERS = ['editor', 'author', 'support'];
const sample = (paths) => paths.filter((_, index) => index % 3 === 0);

export const admin = (facts) => [
  ...as(
    'Admin before login',
    ['anonymous'],
    [
      '/admin/init',
      '/admin/project-type',
      '/admin/users/me',
      '/admin/information',
      '/content-manager/content-types',
      `${ARTICLES}?${LIST}`,
      '/upload/files',
      '/multi-site/sites',
    ],
  ),
  ...as('Admin with an API token', ['fullAccess'], [`${ARTICLES}?${LIST}`, '/admin/users/me']),
  ...as('Content Manager', CURIOUS, contentManager(facts)),
  ...as('Content Manager', OTHERS, sample(contentManager(facts))),
  ...as('Admin pages', CURIOUS, everyone(facts)),
  ...as('Admin pages', OTHERS, sample(everyone(facts))),
  ...as('Super admin', ['superAdmin'], superAdminOnly(facts)),
  ...['superAdmin', 'newsroom'].flatMap((actor) =>
    posts(facts).map((request) => ({ group: 'Admin forms', actor, method: 'POST', ...request })),
  ),
  ...as('Refused to the support', ['support'], ['/admin/api-tokens', '/content-manager/init']),
];
