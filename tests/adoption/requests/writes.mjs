/**
 * Writes, played after everything else and undone by the last request of each row: their answers
 * carry new ids and times, so those values are blanked on both sides (`fresh: true`).
 */
const ARTICLES = '/content-manager/collection-types/api::article.article';

const fresh = (group, actor, requests) =>
  requests.map((request) => ({ group, actor, fresh: true, ...request }));

export const writes = (facts) => [
  ...fresh('REST writes', 'fullAccess', [
    {
      method: 'POST',
      path: '/api/articles?populate[author]=true&populate[tags]=true',
      body: {
        data: {
          title: 'Written now',
          slug: 'written-now',
          body: 'a b c',
          author: facts.author,
          tags: [facts.tag],
        },
      },
      keep: { article: 'data.documentId' },
    },
    {
      method: 'PUT',
      path: ({ article }) => `/api/articles/${article}`,
      body: { data: { title: 'Changed now' } },
    },
    {
      method: 'PUT',
      path: ({ article }) => `/api/articles/${article}?locale=de`,
      body: { data: { title: 'Jetzt' } },
    },
    { method: 'GET', path: ({ article }) => `/api/articles/${article}?populate=*` },
    {
      method: 'PUT',
      path: ({ article }) => `/api/articles/${article}`,
      body: { data: { author: 'nosuchdocument0000000000' } },
    },
    { method: 'DELETE', path: ({ article }) => `/api/articles/${article}?locale=*` },
    { method: 'GET', path: ({ article }) => `/api/articles/${article}` },
  ]),
  ...fresh('REST writes', 'subscriber', [
    {
      method: 'POST',
      path: '/api/comments',
      body: { data: { text: 'Well written', authorName: 'Reader', article: facts.article } },
      keep: { comment: 'data.documentId' },
    },
    {
      method: 'PUT',
      path: ({ comment }) => `/api/comments/${comment}`,
      body: { data: { text: 'no' } },
    },
    { method: 'DELETE', path: ({ comment }) => `/api/comments/${comment}` },
  ]),
  ...fresh('Custom controllers', 'anonymous', [
    { method: 'POST', path: '/api/reports/views/once' },
    { method: 'POST', path: '/api/reports/views/once' },
  ]),
  ...fresh('Custom controllers', 'fullAccess', [
    { method: 'DELETE', path: '/api/counters/counter-once' },
  ]),
  ...fresh('GraphQL writes', 'fullAccess', [
    {
      method: 'POST',
      path: '/graphql',
      body: { query: 'mutation { createTag(data: { name: "Brand new" }) { documentId name } }' },
      keep: { tag: 'data.createTag.documentId' },
    },
    {
      method: 'POST',
      path: '/graphql',
      body: ({ tag }) => ({ query: `mutation { deleteTag(documentId: "${tag}") { documentId } }` }),
    },
  ]),
  ...fresh('Admin writes', 'superAdmin', [
    {
      method: 'POST',
      path: ARTICLES,
      body: {
        title: 'In the admin',
        slug: 'in-the-admin',
        body: 'x',
        tags: { connect: [{ documentId: facts.tag }] },
      },
      keep: { draft: 'data.documentId' },
    },
    {
      method: 'PUT',
      path: ({ draft }) => `${ARTICLES}/${draft}`,
      body: { title: 'In the admin, changed' },
    },
    {
      method: 'POST',
      path: ({ draft }) => `${ARTICLES}/${draft}/actions/publish`,
      body: { title: 'In the admin, out' },
    },
    { method: 'POST', path: ({ draft }) => `${ARTICLES}/${draft}/actions/unpublish`, body: {} },
    {
      method: 'POST',
      path: ({ draft }) => `${ARTICLES}/clone/${draft}`,
      body: { title: 'A clone', slug: 'a-clone' },
      keep: { clone: 'data.documentId' },
    },
    {
      method: 'POST',
      path: `${ARTICLES}/actions/bulkPublish?locale=en`,
      body: ({ draft, clone }) => ({ documentIds: [draft, clone] }),
    },
    {
      method: 'POST',
      path: `${ARTICLES}/actions/bulkDelete?locale=en`,
      body: ({ draft, clone }) => ({ documentIds: [draft, clone] }),
    },
    {
      method: 'POST',
      path: '/upload/folders',
      body: { name: 'New folder', parent: null },
      keep: { folder: 'data.id' },
    },
    {
      method: 'POST',
      path: '/upload/actions/bulk-delete',
      body: ({ folder }) => ({ folderIds: [folder] }),
    },
  ]),
  ...fresh('Admin writes', 'newsroom', [
    {
      method: 'POST',
      path: `${ARTICLES}?locale=en`,
      body: { title: 'From the newsroom', slug: 'from-the-newsroom' },
      keep: { own: 'data.documentId' },
    },
    {
      method: 'PUT',
      path: ({ own }) => `${ARTICLES}/${own}?locale=en`,
      body: { title: 'Changed' },
    },
    { method: 'POST', path: ({ own }) => `${ARTICLES}/${own}/actions/publish?locale=en`, body: {} },
    { method: 'DELETE', path: `${ARTICLES}/${facts.chiefsArticle}?locale=en` },
    { method: 'DELETE', path: ({ own }) => `${ARTICLES}/${own}?locale=en` },
  ]),
];
