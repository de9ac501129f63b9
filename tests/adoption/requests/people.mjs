/** The same API as readers with an account and as machines with an API token see it. */
const get = (group, actor, path, headers) => ({ group, actor, method: 'GET', path, headers });

export const readers = (facts) => [
  ...['member', 'subscriber'].flatMap((actor) => [
    get('REST as a reader', actor, '/api/users/me'),
    get('REST as a reader', actor, '/api/comments?sort=id:asc&pagination[pageSize]=5'),
    get('REST as a reader', actor, `/api/comments/${facts.comment}`),
    get(
      'REST as a reader',
      actor,
      '/api/articles?sort=slug:asc&pagination[pageSize]=3&populate=author',
    ),
    get('REST as a reader', actor, '/api/upload/files?sort=id:asc&pagination[pageSize]=3'),
    get('REST as a reader', actor, `/api/upload/files/${facts.file}`),
    get('REST as a reader', actor, '/api/users?sort=id:asc'),
    get('REST as a reader', actor, '/api/digests'),
    get('REST as a reader', actor, '/api/reports/subscribers'),
    { group: 'REST as a reader', actor, method: 'POST', path: '/api/comments', body: { data: {} } },
  ]),
  get('REST as a reader', 'badJwt', '/api/users/me'),
  get('REST as a reader', 'badJwt', '/api/articles?sort=slug:asc&pagination[pageSize]=2'),
];

export const tokens = (facts) => [
  ...['fullAccess', 'readOnly', 'custom'].flatMap((actor) => [
    get(
      'REST with a token',
      actor,
      '/api/articles?sort=slug:asc&pagination[pageSize]=3&populate=*',
    ),
    get(
      'REST with a token',
      actor,
      '/api/articles?status=draft&sort=slug:asc&pagination[pageSize]=3',
    ),
    get('REST with a token', actor, `/api/articles/${facts.draftArticle}?status=draft`),
    get(
      'REST with a token',
      actor,
      '/api/comments?sort=id:asc&pagination[pageSize]=3&populate=article',
    ),
    get('REST with a token', actor, '/api/counters?sort=id:asc'),
    get('REST with a token', actor, '/api/digests?sort=day:asc'),
    get('REST with a token', actor, '/api/users?sort=id:asc&pagination[pageSize]=3'),
    get('REST with a token', actor, '/api/upload/files?sort=id:asc&pagination[pageSize]=3'),
    get('REST with a token', actor, `/api/upload/files/${facts.file}`),
    get('REST with a token', actor, '/api/i18n/locales'),
    get('REST with a token', actor, '/api/users-permissions/roles'),
    get('REST with a token', actor, '/api/articles?sort=slug:asc&pagination[pageSize]=2', {
      'X-Site': '2',
    }),
  ]),
  ...['readOnly', 'custom'].map((actor) => ({
    group: 'REST with a token',
    actor,
    method: 'DELETE',
    path: `/api/articles/${facts.article}`,
  })),
  get('REST with a token', 'badToken', '/api/articles'),
];

/** Raw SQL, db.query and a policy of the project's own, and what is served beside the API. */
export const custom = (facts) => [
  ...['anonymous', 'member', 'subscriber', 'fullAccess'].flatMap((actor) =>
    [
      '/api/reports/totals',
      '/api/reports/articles-per-author',
      '/api/reports/search?q=Harbour',
    ].map((path) => get('Custom controllers', actor, path)),
  ),
  ...['news', 'guides', 'nothing'].map((section) =>
    get('Custom controllers', 'anonymous', `/api/reports/latest/${section}`),
  ),
  get('Custom controllers', 'anonymous', '/api/reports/search?q=Hafen&locale=de'),
  get('Custom controllers', 'anonymous', '/api/reports/search?q=x'),
  get('Custom controllers', 'anonymous', '/api/reports/subscribers'),
  get('Custom controllers', 'anonymous', `/api/articles/by-slug/${facts.slug}`),
  get('Custom controllers', 'anonymous', '/api/articles/by-slug/nothing'),
  get('Custom controllers', 'anonymous', `/api/articles/by-slug/${facts.slug}?locale=de`),
  get('Beside the API', 'anonymous', '/_health'),
  get('Beside the API', 'anonymous', '/robots.txt'),
  get('Beside the API', 'anonymous', '/favicon.ico'),
  get('Beside the API', 'anonymous', '/uploads/photo_1.png'),
  get('Beside the API', 'anonymous', '/uploads/nothing.png'),
  get('Beside the API', 'anonymous', '/nothing-here'),
  {
    group: 'Beside the API',
    actor: 'anonymous',
    method: 'OPTIONS',
    path: '/api/articles',
    headers: {
      Origin: 'https://www.daily.example',
      'Access-Control-Request-Method': 'GET',
      'Access-Control-Request-Headers': 'authorization',
    },
  },
  get('Beside the API', 'anonymous', '/api/articles?sort=slug:asc&pagination[pageSize]=1', {
    Origin: 'https://www.daily.example',
  }),
  get('Beside the API', 'anonymous', '/api/articles?sort=slug:asc&pagination[pageSize]=1', {
    Host: 'another.example',
  }),
  { group: 'Beside the API', actor: 'anonymous', method: 'HEAD', path: '/api/tags?sort=id' },
];
