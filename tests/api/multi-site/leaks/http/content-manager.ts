import type { ActorName } from '../lib/actors';
import type { HttpCase } from '../lib/run-requests';
import { OPERATORS, creating, del, get, inAnyKeyOrder, post, put } from './case';

const CM = '/content-manager/collection-types';
const A = `${CM}/api::article.article`;
const AUTHORS = `${CM}/api::author.author`;
const REL = '/content-manager/relations';

const lists: HttpCase[] = [
  get('owner', 200, 'list', `${A}?page=1&pageSize=100&sort=title:ASC`),
  get('owner', 200, 'list published', `${A}?pageSize=100&sort=title:ASC&status=published`),
  get('owner', 200, 'list in another locale', `${A}?sort=title:ASC&locale=de`),
  get('owner', 200, 'list sorted by a relation', `${A}?sort=author.name:DESC`),
  get('owner', 200, 'list sorted by status', `${A}?sort=status:ASC`),
  get('owner', 200, 'search', `${A}?_q=zqsecret`),
  get('owner', 200, 'search that both sites answer', `${AUTHORS}?_q=ada`),
  get('owner', 200, 'pages of one', `${AUTHORS}?page=2&pageSize=1&sort=name:ASC`),
  get('owner', 200, 'list of vaults', `${CM}/api::vault.vault?sort=name:ASC`),
  get('owner', 200, 'list of pages', `${CM}/api::page.page?sort=title:ASC`),
  get('owner', 200, 'single type', '/content-manager/single-types/api::navigation.navigation'),
  get('owner', 200, 'filter by creator', `${AUTHORS}?filters[$and][0][createdBy][id][$null]=true`),
  get(
    'owner',
    200,
    'filter $or',
    `${AUTHORS}?filters[$or][0][name][$startsWith]=zq&filters[$or][1][name][$startsWith]=zz`,
  ),
  get('owner', 200, 'filter $not', `${AUTHORS}?filters[$not][name][$startsWith]=homely`),
  inAnyKeyOrder(
    get(
      'owner',
      200,
      'filter on a foreign key',
      `${CM}/api::vault.vault?filters[keeper][id][$null]=true`,
    ),
  ),
  get('owner', 200, 'filter on media', `${A}?filters[gallery][name][$startsWith]=zq`),
  get(
    'owner',
    200,
    'filter by a foreign document',
    (t) => `${A}?filters[author][documentId]=${t.authors[0].documentId}`,
  ),
  ...OPERATORS.map(([operator, value]) =>
    get(
      'owner',
      200,
      `${operator} on a relation`,
      encodeURI(`${A}?sort=title:ASC&filters[$and][0][author][name][${operator}]=${value}`),
    ),
  ),
  ...(['editor', 'viewer'] as const).flatMap((as: ActorName) => [
    get(as, 200, 'list', `${A}?sort=title:ASC`),
    get(as, 404, 'read', (t) => `${A}/${t.articles[0].documentId}`),
  ]),
];

const singles: HttpCase[] = [
  get('owner', 404, 'read', (t) => `${A}/${t.articles[0].documentId}`),
  get('owner', 404, 'read by number', (t) => `${A}/${t.articles[0].id}`),
  get('owner', 404, 'read published', (t) => `${A}/${t.articles[0].documentId}?status=published`),
  get('owner', 404, 'read in a new locale', (t) => `${A}/${t.articles[0].documentId}?locale=de`),
  get('owner', 200, 'read an own one', (_, own) => `${A}/${own.articles[0].documentId}`),
  put(
    'owner',
    404,
    'update',
    (t) => `${AUTHORS}/${t.authors[0].documentId}`,
    () => ({ bio: 'x' }),
  ),
  put(
    'owner',
    404,
    'update by number',
    (t) => `${AUTHORS}/${t.authors[0].id}`,
    () => ({ bio: 'x' }),
  ),
  put(
    'owner',
    404,
    'update in a new locale',
    (t) => `${A}/${t.articles[0].documentId}?locale=de`,
    () => ({ title: 'x', slug: 'x' }),
  ),
  del('owner', 404, 'delete', (t) => `${A}/${t.articles[0].documentId}`),
  del('owner', 404, 'delete by number', (t) => `${A}/${t.articles[0].id}`),
  del('owner', 404, 'delete all locales', (t) => `${A}/${t.articles[1].documentId}?locale=*`),
  post(
    'owner',
    404,
    'clone',
    (t) => `${CM}/api::tag.tag/clone/${t.tags[0].documentId}`,
    () => ({ name: 'c', slug: 'c' }),
  ),
  post(
    'owner',
    404,
    'clone an article',
    (t) => `${A}/clone/${t.articles[0].documentId}`,
    () => ({ title: 'c', slug: 'c' }),
  ),
  post(
    'owner',
    400,
    'auto-clone',
    (t) => `${CM}/api::vault.vault/auto-clone/${t.vaults[0].documentId}`,
    () => ({}),
  ),
  post(
    'owner',
    404,
    'publish',
    (t) => `${A}/${t.articles[2].documentId}/actions/publish`,
    () => ({}),
  ),
  post(
    'owner',
    404,
    'publish with new data',
    (t) => `${A}/${t.articles[2].documentId}/actions/publish`,
    () => ({ title: 'x' }),
  ),
  post(
    'owner',
    404,
    'unpublish',
    (t) => `${A}/${t.articles[0].documentId}/actions/unpublish`,
    () => ({}),
  ),
  post(
    'owner',
    404,
    'unpublish and discard',
    (t) => `${A}/${t.articles[0].documentId}/actions/unpublish`,
    () => ({ discardDraft: true }),
  ),
  post(
    'owner',
    404,
    'discard',
    (t) => `${A}/${t.articles[0].documentId}/actions/discard`,
    () => ({}),
  ),
  get(
    'owner',
    404,
    'count draft relations',
    (t) => `${A}/${t.articles[0].documentId}/actions/countDraftRelations`,
  ),
  put(
    'viewer',
    403,
    'update',
    (t) => `${AUTHORS}/${t.authors[0].documentId}`,
    () => ({ bio: 'x' }),
  ),
  del('viewer', 403, 'delete', (t) => `${A}/${t.articles[0].documentId}`),
];

const foreign = (t: { articles: { documentId: string }[] }) => ({
  documentIds: t.articles.map((article) => article.documentId),
});
const mixed = (t: Parameters<typeof foreign>[0], own: Parameters<typeof foreign>[0]) => ({
  documentIds: [...foreign(t).documentIds, own.articles[2]?.documentId],
});
const bulk: HttpCase[] = [
  'bulkDelete',
  'bulkPublish',
  'bulkUnpublish',
  'bulkFindForValidation',
].flatMap((action) => [
  post(
    'owner',
    action === 'bulkDelete' ? 404 : 200,
    `${action}, foreign ones`,
    `${A}/actions/${action}`,
    foreign,
  ),
  post('owner', 200, `${action}, mixed`, `${A}/actions/${action}`, mixed),
]);
const counts: HttpCase[] = [
  get(
    'owner',
    404,
    'count of draft relations of many',
    (t) =>
      `${A}/actions/countManyEntriesDraftRelations?documentIds=${t.articles[0].documentId}&documentIds=${t.articles[1].documentId}&locale=en`,
  ),
  get(
    'owner',
    200,
    'count of draft relations of own and others',
    (t, own) =>
      `${A}/actions/countManyEntriesDraftRelations?documentIds=${t.articles[0].documentId}&documentIds=${own.articles[1].documentId}&locale=en`,
  ),
];

const links: HttpCase[] = [
  put(
    'owner',
    400,
    'connect by document id',
    (_, own) => `${A}/${own.articles[0].documentId}`,
    (t) => ({ tags: { connect: [{ documentId: t.tags[0].documentId }] } }),
  ),
  put(
    'owner',
    400,
    'connect by number',
    (_, own) => `${A}/${own.articles[0].documentId}`,
    (t) => ({ tags: { connect: [{ id: t.tags[1].id }] } }),
  ),
  put(
    'owner',
    400,
    'connect both',
    (_, own) => `${A}/${own.articles[0].documentId}`,
    (t) => ({ tags: { connect: [{ id: t.tags[1].id, documentId: t.tags[1].documentId }] } }),
  ),
  put(
    'owner',
    400,
    'connect media',
    (_, own) => `${A}/${own.articles[0].documentId}`,
    (t) => ({ cover: t.files[0].id }),
  ),
  put(
    'owner',
    400,
    'connect from the other side',
    (_, own) => `${AUTHORS}/${own.authors[0].documentId}`,
    (t) => ({ articles: { connect: [{ documentId: t.articles[0].documentId }] } }),
  ),
  put(
    'owner',
    400,
    'disconnect',
    (_, own) => `${A}/${own.articles[0].documentId}`,
    (t) => ({ tags: { disconnect: [{ documentId: t.tags[1].documentId }] } }),
  ),
  put(
    'owner',
    400,
    'connect in a component',
    (_, own) => `${A}/${own.articles[0].documentId}`,
    (t) => ({
      sections: [
        {
          __component: 'sections.featured-articles',
          articles: { connect: [{ documentId: t.articles[1].documentId }] },
        },
      ],
    }),
  ),
  put(
    'owner',
    400,
    'component row of another site',
    (_, own) => `${A}/${own.articles[0].documentId}`,
    (t) => ({ seo: { id: t.components['shared.seo'], metaTitle: 'x' } }),
  ),
  post('owner', 400, 'create with a link', A, (t) => ({
    title: 'n',
    slug: 'n',
    author: { connect: [{ documentId: t.authors[0].documentId }] },
  })),
  put(
    'owner',
    400,
    'single type with a link',
    '/content-manager/single-types/api::navigation.navigation',
    (t) => ({
      title: 'n',
      header: [{ label: 'l', page: { connect: [{ documentId: t.pages[0].documentId }] } }],
    }),
  ),
  creating(
    post('owner', 201, 'create stuffed with a site', `${CM}/api::tag.tag`, () => ({
      name: 's',
      slug: 's',
      site_id: 3,
      siteId: 3,
      SITE_ID: 3,
    })),
  ),
  creating(
    post('owner', 201, 'create stuffed with ids', `${CM}/api::tag.tag`, (t) => ({
      name: 's',
      slug: 's',
      id: t.tags[0].id,
      documentId: t.tags[0].documentId,
    })),
  ),
  creating(
    post('owner', 201, 'create stuffed with a creator', `${CM}/api::tag.tag`, () => ({
      name: 's',
      slug: 's',
      createdBy: 1,
      updatedBy: 1,
    })),
  ),
  creating(
    put(
      'owner',
      200,
      'update stuffed with a site',
      (_, own) => `${CM}/api::tag.tag/${own.tags[0].documentId}`,
      () => ({ name: 's', site_id: 3, SITE_ID: 3 }),
    ),
  ),
];

const pickers: HttpCase[] = [
  ...['author', 'category', 'tags', 'related', 'relatedFrom'].flatMap((field) => [
    get('owner', 200, `picker for ${field}`, `${REL}/api::article.article/${field}?pageSize=100`),
    get('owner', 200, `picker for ${field}, search`, `${REL}/api::article.article/${field}?_q=zq`),
    get(
      'owner',
      200,
      `linked ${field} of an own one`,
      (_, own) => `${REL}/api::article.article/${own.articles[0].documentId}/${field}?pageSize=100`,
    ),
    get(
      'owner',
      200,
      `linked ${field} of an own one with hidden links`,
      (_, own) =>
        `${REL}/api::article.article/${own.articles[1].documentId}/${field}?status=published`,
    ),
    get(
      'owner',
      404,
      `linked ${field}`,
      (t) => `${REL}/api::article.article/${t.articles[0].documentId}/${field}`,
    ),
  ]),
  get(
    'owner',
    200,
    'picker, ids to leave out',
    (t) => `${REL}/api::article.article/tags?idsToOmit[]=${t.tags[0].id}`,
  ),
  get(
    'owner',
    200,
    'picker, ids to take in',
    (t) => `${REL}/api::article.article/tags?idsToInclude[]=${t.tags[0].documentId}&_q=x`,
  ),
  get(
    'owner',
    404,
    'picker for an entry',
    (t) => `${REL}/api::article.article/tags?id=${t.articles[0].documentId}`,
  ),
  get(
    'owner',
    200,
    'picker in a component',
    (_, own) =>
      `${REL}/sections.featured-articles/articles?id=${own.components['sections.featured-articles']}`,
  ),
  get(
    'owner',
    404,
    'picker in a component row',
    (t) =>
      `${REL}/sections.featured-articles/articles?id=${t.components['sections.featured-articles']}`,
  ),
  get(
    'owner',
    200,
    'linked in an own component row',
    (_, own) =>
      `${REL}/sections.featured-articles/${own.components['sections.featured-articles']}/articles`,
  ),
  get(
    'owner',
    404,
    'linked in a component row',
    (t) =>
      `${REL}/sections.featured-articles/${t.components['sections.featured-articles']}/articles`,
  ),
  get(
    'owner',
    404,
    'linked page in a component row',
    (t) => `${REL}/navigation.item/${t.components['navigation.item']}/page`,
  ),
  get(
    'owner',
    200,
    'linked page in an own component row',
    (_, own) => `${REL}/navigation.item/${own.components['navigation.item']}/page`,
  ),
  get(
    'owner',
    200,
    'linked articles of an own author',
    (_, own) => `${REL}/api::author.author/${own.authors[1].documentId}/articles`,
  ),
  get('owner', 200, 'picker over a foreign key', `${REL}/api::vault.vault/keeper?pageSize=100`),
  get(
    'owner',
    200,
    'linked over a foreign key',
    (_, own) => `${REL}/api::vault.vault/${own.vaults[1].documentId}/keeper`,
  ),
  get(
    'owner',
    200,
    'linked one to one',
    (_, own) => `${REL}/api::vault.vault/${own.vaults[1].documentId}/twin`,
  ),
];

const around: HttpCase[] = [
  post('owner', 200, 'uid, generate', '/content-manager/uid/generate', (t) => ({
    contentTypeUID: 'api::tag.tag',
    field: 'slug',
    data: { name: `${t.mark} red` },
  })),
  post('owner', 200, 'uid, availability', '/content-manager/uid/check-availability', (t) => ({
    contentTypeUID: 'api::tag.tag',
    field: 'slug',
    value: `${t.mark}-red`,
  })),
  get(
    'owner',
    200,
    'home, last changed',
    '/content-manager/homepage/recent-documents?action=update',
  ),
  get(
    'owner',
    200,
    'home, last published',
    '/content-manager/homepage/recent-documents?action=publish',
  ),
  get('owner', 200, 'home, counts', '/content-manager/homepage/count-documents'),
  get('owner', 200, 'home, layout', '/admin/homepage/layout'),
  get('owner', 200, 'home, figures', '/admin/homepage/key-statistics'),
  get(
    'owner',
    404,
    'history',
    (t) =>
      `/content-manager/history-versions?contentType=api::article.article&documentId=${t.articles[0].documentId}`,
  ),
  get(
    'owner',
    404,
    'preview',
    (t) =>
      `/content-manager/preview/url/api::article.article?documentId=${t.articles[0].documentId}&status=draft`,
  ),
  get('owner', 200, 'content types', '/content-manager/content-types'),
  get(
    'owner',
    200,
    'configuration',
    '/content-manager/content-types/api::article.article/configuration',
  ),
  get('owner', 200, 'locales', '/i18n/locales'),
  get('owner', 200, 'own permissions', '/admin/users/me/permissions'),
  ...[
    '/admin/users',
    '/admin/users/1',
    '/admin/roles',
    '/admin/api-tokens',
    '/admin/webhooks',
    '/admin/transfer/tokens',
    '/users-permissions/roles',
    '/content-type-builder/content-types',
  ].map((path) => get('owner', 403, path, path)),
];

/** Types that are nobody's content: what is in them is about all sites. */
const systemTypes = [
  'plugin::multi-site.site',
  'plugin::multi-site.site-user',
  'plugin::multi-site.site-content',
  'plugin::multi-site.site-token',
  'plugin::multi-site.site-webhook',
  'plugin::multi-site.revalidation',
  'plugin::multi-site.revalidation-delivery',
  'plugin::users-permissions.user',
  'plugin::i18n.locale',
  'admin::user',
  'admin::role',
  'admin::permission',
  'admin::api-token',
].flatMap((uid) => [
  get('owner', 403, `list of ${uid}`, `${CM}/${uid}`),
  get('viewer', 403, `list of ${uid}`, `${CM}/${uid}`),
]);

export const contentManagerCases = [
  ...lists,
  ...singles,
  ...bulk,
  ...counts,
  ...links,
  ...pickers,
  ...around,
  ...systemTypes,
];
