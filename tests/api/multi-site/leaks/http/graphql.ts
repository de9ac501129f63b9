import type { ActorName } from '../lib/actors';
import type { HttpCase } from '../lib/run-requests';
import type { Side } from '../lib/side';
import { OPERATORS, creating, post } from './case';

type Query = string | ((target: Side, own: Side) => string);

const ask = (as: ActorName, status: number, name: string, query: Query): HttpCase =>
  post(as, status, name, '/graphql', (target, own) => ({
    query: typeof query === 'string' ? query : query(target, own),
  }));
const token = (name: string, query: Query, status = 200) => ask('fullToken', status, name, query);

/** Operators that GraphQL's filters have not. */
const MISSING = new Set(['$startsWithi', '$endsWithi']);

const ARTICLE = `fragment everything on Article {
  documentId title
  author { name articles { title } articles_connection { nodes { title } } }
  category { name articles(sort: "title") { title } }
  tags(sort: "name") { name articles_connection { nodes { title } } }
  related { title } relatedFrom { title }
  cover { name } gallery { name } gallery_connection { nodes { name } }
  seo { metaTitle shareImage { name } } links { label }
  localizations { documentId title locale }
  sections {
    ... on ComponentSectionsFeaturedArticles { articles { title author { name } } articles_connection { nodes { title } } }
    ... on ComponentSectionsGallery { images { name } images_connection { nodes { name } } }
  }
}`;

const reads: HttpCase[] = [
  token('lists and all relations', `{ articles(sort: "title") { ...everything } } ${ARTICLE}`),
  token(
    'lists of drafts',
    `{ articles(sort: "title", status: DRAFT) { ...everything } } ${ARTICLE}`,
  ),
  token(
    'connection',
    '{ articles_connection(pagination: { pageSize: 1 }) { pageInfo { total pageCount } nodes { title } } }',
  ),
  token(
    'list of vaults',
    `{ vaults(sort: "name") { name keeper { name } owner { name } badge { name } things { name } labels { name } twin { name } twinOf { name }
      picture { name } subject { __typename ... on Tag { name } } subjects { __typename ... on Author { name } } } }`,
  ),
  token(
    'pages',
    '{ pages(sort: "title") { title parent { title } children { title } children_connection { nodes { title } } } }',
  ),
  token('single type', '{ navigation { title header { label page { title } } footer { label } } }'),
  token(
    'tags',
    '{ tags(sort: "name") { name articles(sort: "title") { title author { name } } } }',
  ),
  ...OPERATORS.filter(([operator]) => !MISSING.has(operator)).map(([operator, value]) => {
    const operation = operator.slice(1);
    const text = /null/i.test(operation) ? 'true' : `"${value}"`;
    return token(
      `${operator} on a relation`,
      `{ articles(sort: "title", filters: { author: { name: { ${operation}: ${text} } } }) { title } }`,
    );
  }),
  token(
    'or',
    '{ tags(filters: { or: [{ name: { startsWith: "zq" } }, { articles: { title: { startsWith: "zq" } } }] }) { name } }',
  ),
  token('not', '{ tags(filters: { not: { name: { startsWith: "homely" } } }) { name } }'),
  token(
    'nested filter',
    '{ tags(sort: "name") { name articles(filters: { author: { name: { startsWith: "zq" } } }) { title } } }',
  ),
  token(
    'count with a filter',
    '{ articles_connection(filters: { tags: { name: { startsWith: "zq" } } }) { pageInfo { total } } }',
  ),
  token('sort over a relation', '{ articles(sort: ["author.name:desc", "title"]) { title } }'),
  token(
    'one',
    (t) => `{ article(documentId: "${t.articles[0].documentId}") { ...everything } } ${ARTICLE}`,
  ),
  token(
    'one draft',
    (t) => `{ article(documentId: "${t.articles[2].documentId}", status: DRAFT) { title } }`,
  ),
  token('50 aliases', (t) => {
    const ids = [...t.authors, ...t.articles, ...t.tags].map((item) => item.documentId);
    const aliases = Array.from({ length: 50 }, (_, index) => {
      const id = ids[index % ids.length] ?? '';
      return `a${index}: author(documentId: "${id}") { name } t${index}: tag(documentId: "${id}") { name }`;
    });
    return `{ ${aliases.join(' ')} }`;
  }),
  token('50 aliases with fragments', (t) => {
    const aliases = Array.from(
      { length: 50 },
      (_, index) =>
        `a${index}: authors(filters: { documentId: { eq: "${t.authors[index % 2]?.documentId ?? ''}" } }) { ...who }`,
    );
    return `{ ${aliases.join(' ')} } fragment who on Author { name articles { ...what } } fragment what on Article { title }`;
  }),
  token(
    'files',
    '{ uploadFiles(sort: "name") { name url related { __typename } } uploadFiles_connection { pageInfo { total } } }',
  ),
  token('one file', (t) => `{ uploadFile(documentId: "${t.files[0].documentId}") { name } }`),
  token('the site column', '{ tags(filters: { site_id: { eq: 3 } }) { name } }', 400),
  token('sites', '{ multiSiteSites { name } sites { name } siteContents { contentId } }', 400),
  ...(['readToken', 'frontendUser', 'anonymous'] as const).flatMap((as) => [
    ask(
      as,
      200,
      'lists and all relations',
      `{ articles(sort: "title") { ...everything } } ${ARTICLE}`,
    ),
    ask(as, 200, 'one', (t) => `{ article(documentId: "${t.articles[0].documentId}") { title } }`),
    ask(
      as,
      200,
      'sort over a relation',
      '{ articles(sort: ["author.name:desc", "title"]) { title } }',
    ),
  ]),
];

const writes: HttpCase[] = [
  token(
    'update',
    (t) =>
      `mutation { updateAuthor(documentId: "${t.authors[0].documentId}", data: { bio: "x" }) { bio } }`,
  ),
  token(
    'delete',
    (t) => `mutation { deleteArticle(documentId: "${t.articles[0].documentId}") { documentId } }`,
  ),
  token('delete a file', (t) => `mutation { deleteUploadFile(id: "${t.files[0].id}") { name } }`),
  token(
    'change a file',
    (t) => `mutation { updateUploadFile(id: "${t.files[0].id}", info: { name: "x" }) { name } }`,
  ),
  token(
    'create with a link',
    (t) =>
      `mutation { createArticle(data: { title: "n", slug: "n", author: "${t.authors[0].documentId}" }) { title } }`,
  ),
  token(
    'update with links',
    (t, own) =>
      `mutation { updateArticle(documentId: "${own.articles[0].documentId}", data: { tags: ["${t.tags[0].documentId}"] }) { title } }`,
  ),
  token(
    'update with a link by number',
    (t, own) =>
      `mutation { updateArticle(documentId: "${own.articles[0].documentId}", data: { tags: ["${t.tags[0].id}"] }) { title } }`,
  ),
  token(
    'update from the inverse side',
    (t, own) =>
      `mutation { updateAuthor(documentId: "${own.authors[0].documentId}", data: { articles: ["${t.articles[0].documentId}"] }) { name } }`,
  ),
  token(
    'update with media',
    (t, own) =>
      `mutation { updateArticle(documentId: "${own.articles[0].documentId}", data: { cover: "${t.files[0].id}" }) { title } }`,
  ),
  token(
    'update with a dynamic zone',
    (t, own) =>
      `mutation { updateArticle(documentId: "${own.articles[0].documentId}", data: { sections: [{ __typename: "ComponentSectionsFeaturedArticles", articles: ["${t.articles[0].documentId}"] }] }) { title } }`,
  ),
  token(
    'create stuffed with a site',
    'mutation { createTag(data: { name: "s", slug: "s", site_id: 3 }) { name } }',
    400,
  ),
  creating(
    token('create', 'mutation { createTag(data: { name: "s", slug: "s" }) { documentId name } }'),
  ),
  ask(
    'frontendUser',
    200,
    'update',
    (t) =>
      `mutation { updateAuthor(documentId: "${t.authors[0].documentId}", data: { bio: "x" }) { bio } }`,
  ),
  ask(
    'frontendUser',
    200,
    'delete',
    (t) => `mutation { deleteArticle(documentId: "${t.articles[0].documentId}") { documentId } }`,
  ),
];

export const graphqlCases = [...reads, ...writes];
