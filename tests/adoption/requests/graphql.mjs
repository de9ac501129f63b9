import { getIntrospectionQuery } from 'graphql';

const ask = (actor, query, variables) => ({
  group: 'GraphQL',
  actor,
  method: 'POST',
  path: '/graphql',
  body: { query, variables },
});

const TYPES = [
  'Article',
  'ArticleFiltersInput',
  'ArticleInput',
  'Page',
  'Author',
  'Category',
  'Comment',
  'Homepage',
  'UploadFile',
  'UsersPermissionsUser',
  'Query',
  'Mutation',
];

const TYPE_QUERY = `query Type($name: String!) {
  __type(name: $name) {
    name kind
    fields { name args { name type { name kind } } type { name kind ofType { name kind } } }
    inputFields { name type { name kind ofType { name kind } } }
  }
}`;

const ARTICLES = `{ articles(sort: "slug:asc", pagination: { limit: 3 }) {
  documentId title slug section rating
  author { name avatar { url } articles(sort: "slug:asc", pagination: { limit: 2 }) { slug } }
  tags(sort: "name:asc") { name }
  categories(sort: "slug:asc") { name }
  cover { url name }
  seo { metaTitle shareImage { url } }
  links { label category { name } }
  blocks { __typename ... on ComponentSharedQuote { text } ... on ComponentSharedTeaser { heading author { name } } }
} }`;

const CONNECTION = `{ articles_connection(filters: { section: { eq: "news" } }, sort: "slug:asc", pagination: { page: 2, pageSize: 3 }) {
  nodes { slug } pageInfo { page pageSize pageCount total }
} }`;

export const graphql = (facts) => [
  ask('anonymous', getIntrospectionQuery()),
  ...TYPES.map((name) => ask('anonymous', TYPE_QUERY, { name })),
  ...['anonymous', 'subscriber', 'fullAccess', 'readOnly'].flatMap((actor) => [
    ask(actor, ARTICLES),
    ask(actor, CONNECTION),
    ask(
      actor,
      '{ comments(sort: "id:asc", pagination: { limit: 3 }) { text authorName article { slug } } }',
    ),
  ]),
  ask(
    'anonymous',
    `{ article(documentId: "${facts.article}") { title localizations { slug locale } } }`,
  ),
  ask(
    'anonymous',
    `{ article(documentId: "${facts.article}", locale: "de") { title slug locale } }`,
  ),
  ask('anonymous', `{ article(documentId: "${facts.draftArticle}") { title } }`),
  ask('anonymous', `{ article(documentId: "${facts.draftArticle}", status: DRAFT) { title } }`),
  ask(
    'anonymous',
    '{ pages(sort: "slug:asc", pagination: { limit: 4 }) { slug parent { slug } children(sort: "slug:asc") { slug } sections { __typename } } }',
  ),
  ask(
    'anonymous',
    '{ homepage { headline featured(sort: "slug:asc") { slug } sections { __typename } } }',
  ),
  ask('anonymous', '{ masthead { publisher address { city } logo { url } } }'),
  ask('anonymous', '{ topAuthors(limit: 3) { name articles } }'),
  ask(
    'anonymous',
    '{ a: tags(sort: "name:asc", pagination: { limit: 2 }) { ...t } b: tags(sort: "name:desc", pagination: { limit: 2 }) { ...t } } fragment t on Tag { name }',
  ),
  ask(
    'anonymous',
    '{ articles(filters: { author: { name: { containsi: "tram" } } }, sort: "slug:asc") { slug } }',
  ),
  ask(
    'anonymous',
    '{ articles(filters: { or: [{ section: { eq: "news" } }, { rating: { gt: 9 } }] }, sort: "slug:asc", pagination: { limit: 4 }) { slug } }',
  ),
  ask('anonymous', '{ uploadFiles(sort: "id:asc") { name } }'),
  ask('anonymous', '{ usersPermissionsUsers { username } }'),
  ask('anonymous', '{ articles { internalNote } }'),
  ask('anonymous', '{ sites { name } }'),
  ask('anonymous', '{ currentSite { name } }'),
  ask('anonymous', '{ articles { siteId } }'),
  ask('anonymous', '{ nothing }'),
  ask('anonymous', 'mutation { createArticle(data: { title: "no" }) { documentId } }'),
  ask('subscriber', '{ me { username } }'),
  { group: 'GraphQL', actor: 'anonymous', method: 'GET', path: '/graphql?query={__typename}' },
];
