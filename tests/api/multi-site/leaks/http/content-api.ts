import type { ActorName } from '../lib/actors';
import type { HttpCase } from '../lib/run-requests';
import { RAW_WAYS } from '../lib/vault-api';
import { OPERATORS, creating, del, get, post, put } from './case';

const A = '/api/articles';
const IDS = 'fields[0]=title&sort=id';

const filters = OPERATORS.flatMap(([operator, value]) => [
  get(
    'fullToken',
    200,
    `${operator} on a relation`,
    `${A}?${IDS}&filters[author][name][${operator}]=${value}`,
  ),
  get(
    'fullToken',
    200,
    `${operator} on a field`,
    `/api/authors?sort=id&filters[name][${operator}]=${value}`,
  ),
]).map(encode);

const lists: HttpCase[] = [
  get('fullToken', 200, 'list', `${A}?sort=id&pagination[pageSize]=100`),
  get('fullToken', 200, 'list of drafts', `${A}?sort=id&status=draft`),
  get('fullToken', 200, 'list of another locale', `${A}?sort=id&status=draft&locale=de`),
  get(
    'fullToken',
    200,
    'count',
    '/api/tags?pagination[pageSize]=1&pagination[withCount]=true&sort=id',
  ),
  get('fullToken', 200, 'search', '/api/authors?_q=zqsecret'),
  get('fullToken', 200, 'search that both sites answer', '/api/authors?_q=ada&sort=id'),
  get(
    'fullToken',
    200,
    '$in',
    (t) => `/api/tags?filters[id][$in]=${t.tags[0].id}&filters[id][$in]=1`,
  ),
  get('fullToken', 200, '$notIn', (t) => `/api/tags?filters[id][$notIn]=${t.tags[0].id}&sort=id`),
  get(
    'fullToken',
    200,
    '$between',
    '/api/tags?filters[id][$between][0]=1&filters[id][$between][1]=2000&sort=id',
  ),
  get(
    'fullToken',
    200,
    '$or',
    '/api/tags?filters[$or][0][name][$startsWith]=zq&filters[$or][1][name][$startsWith]=zz',
  ),
  get(
    'fullToken',
    200,
    '$and',
    '/api/tags?filters[$and][0][name][$startsWith]=zq&filters[$and][1][id][$gt]=0',
  ),
  get('fullToken', 200, '$not', '/api/tags?filters[$not][name][$startsWith]=homely'),
  get(
    'fullToken',
    200,
    '$or over relations',
    `${A}?${IDS}&filters[$or][0][author][name][$startsWith]=zq&filters[$or][1][tags][name][$startsWith]=zq`,
  ),
  get(
    'fullToken',
    200,
    '$not over a relation',
    `${A}?${IDS}&filters[$not][author][name][$startsWith]=zq`,
  ),
  get(
    'fullToken',
    200,
    'filter deep',
    `/api/tags?sort=id&filters[articles][author][articles][title][$startsWith]=zq`,
  ),
  get('fullToken', 200, 'filter on media', `${A}?${IDS}&filters[gallery][name][$startsWith]=zq`),
  get(
    'fullToken',
    200,
    'filter on a component',
    `${A}?${IDS}&filters[seo][metaTitle][$startsWith]=zq`,
  ),
  get(
    'fullToken',
    200,
    'filter on media in a component',
    `${A}?${IDS}&filters[seo][shareImage][name][$startsWith]=zq`,
  ),
  get(
    'fullToken',
    200,
    'filter by a foreign document',
    (t) => `${A}?${IDS}&filters[author][documentId]=${t.authors[0].documentId}`,
  ),
  get(
    'fullToken',
    200,
    'filter $null on a relation id',
    `${A}?${IDS}&filters[author][id][$null]=true`,
  ),
  get(
    'fullToken',
    200,
    'filter $null on an inverse relation',
    '/api/authors?sort=id&filters[articles][id][$null]=true',
  ),
  get(
    'fullToken',
    200,
    'filter on a foreign key',
    '/api/vaults?sort=id&filters[keeper][id][$null]=true',
  ),
  get('fullToken', 400, 'filter on the site column', `/api/tags?filters[site_id]=3`),
  get('fullToken', 400, 'filter on the site column of a relation', `${A}?filters[tags][site_id]=3`),
  get('fullToken', 400, 'filter on a private field', '/api/vaults?filters[code][$startsWith]=zq'),
  get(
    'fullToken',
    200,
    'sort over a relation',
    `${A}?fields[0]=title&sort[0]=author.name:desc&sort[1]=id`,
  ),
  get('fullToken', 200, 'sort over many', '/api/tags?sort[0]=articles.title:desc&sort[1]=id'),
  get('fullToken', 400, 'sort by the site column', '/api/tags?sort=site_id'),
  get('fullToken', 200, 'populate all', `${A}?sort=id&populate=*`),
  get(
    'fullToken',
    200,
    'populate at depth',
    `${A}?sort=id&populate[author][populate][articles][populate][tags][populate][articles]=true`,
  ),
  get(
    'fullToken',
    200,
    'populate with a filter',
    `${A}?sort=id&populate[tags][filters][name][$startsWith]=zq`,
  ),
  get(
    'fullToken',
    200,
    'populate with a sort',
    `${A}?sort=id&populate[tags][sort]=name:desc&populate[related][sort]=title`,
  ),
  get('fullToken', 200, 'populate a count', '/api/authors?sort=id&populate[articles][count]=true'),
  get(
    'fullToken',
    200,
    'populate a dynamic zone',
    `${A}?sort=id&populate[sections][on][sections.featured-articles][populate]=*&populate[sections][on][sections.gallery][populate]=*`,
  ),
  get('fullToken', 200, 'populate pages', '/api/pages?sort=id&populate=*'),
  get('fullToken', 200, 'populate vaults', '/api/vaults?sort=id&populate=*'),
  get('fullToken', 200, 'single type', '/api/navigation?populate[header][populate]=*'),
  ...(['readToken', 'frontendUser', 'anonymous'] as const).flatMap((as: ActorName) => [
    get(as, 200, 'list', `${A}?sort=id&populate=*`),
    get(as, 200, 'search', '/api/authors?_q=zqsecret'),
    get(as, 200, 'filter over a relation', `${A}?${IDS}&filters[author][name][$startsWith]=zq`),
    get(
      as,
      200,
      'sort over a relation',
      `${A}?fields[0]=title&sort[0]=author.name:desc&sort[1]=id`,
    ),
    get(as, 404, 'read', (t) => `${A}/${t.articles[0].documentId}?populate=*`),
  ]),
];

const writers = ['fullToken', 'frontendUser', 'anonymous'] as const;
const singles: HttpCase[] = writers.flatMap((as: ActorName) => [
  get(as, 404, 'read by document id', (t) => `${A}/${t.articles[0].documentId}`),
  get(as, 404, 'read by number', (t) => `${A}/${t.articles[0].id}`),
  get(as, 404, 'read a draft', (t) => `${A}/${t.articles[2].documentId}?status=draft`),
  put(
    as,
    404,
    'update by document id',
    (t) => `/api/authors/${t.authors[0].documentId}`,
    () => ({ data: { bio: 'x' } }),
  ),
  put(
    as,
    404,
    'update by number',
    (t) => `/api/authors/${t.authors[0].id}`,
    () => ({ data: { bio: 'x' } }),
  ),
  del(as, 204, 'delete by document id', (t) => `${A}/${t.articles[0].documentId}`),
  del(as, 204, 'delete by number', (t) => `${A}/${t.articles[0].id}`),
  del(as, 204, 'delete all locales', (t) => `${A}/${t.articles[1].documentId}?locale=de`),
]);

const data = (value: object) => ({ data: value });
const linking = (name: string, field: (id: { id: number; documentId: string }) => unknown) => [
  put(
    'fullToken',
    400,
    `update, ${name}`,
    (_, own) => `${A}/${own.articles[0].documentId}`,
    (t) => data({ tags: field(t.tags[0]) }),
  ),
  post('fullToken', 400, `create, ${name}`, A, (t) =>
    data({ title: 'n', slug: 'n', author: field(t.authors[0]) }),
  ),
  put(
    'fullToken',
    400,
    `inverse side, ${name}`,
    (_, own) => `/api/authors/${own.authors[0].documentId}`,
    (t) => data({ articles: field(t.articles[0]) }),
  ),
];

const writes: HttpCase[] = [
  ...linking('connect by document id', ({ documentId }) => ({ connect: [documentId] })),
  ...linking('connect by object', ({ documentId }) => ({ connect: [{ documentId }] })),
  ...linking('connect by number', ({ id }) => ({ connect: [{ id }] })),
  ...linking('set', ({ documentId }) => ({ set: [documentId] })),
  ...linking('plain', ({ documentId }) => [documentId]),
  ...linking('disconnect', ({ documentId }) => ({ disconnect: [documentId] })),
  put(
    'fullToken',
    400,
    'update, position by a foreign document',
    (_, own) => `${A}/${own.articles[0].documentId}`,
    (t, own) =>
      data({
        tags: {
          connect: [
            { documentId: own.tags[0].documentId, position: { before: t.tags[1].documentId } },
          ],
        },
      }),
  ),
  put(
    'fullToken',
    400,
    'update, foreign media',
    (_, own) => `${A}/${own.articles[0].documentId}`,
    (t) => data({ cover: t.files[0].id }),
  ),
  put(
    'fullToken',
    400,
    'update, foreign media in a component',
    (_, own) => `${A}/${own.articles[0].documentId}`,
    (t) => data({ seo: { metaTitle: 's', shareImage: t.files[0].id } }),
  ),
  put(
    'fullToken',
    400,
    'update, foreign entry in a dynamic zone',
    (_, own) => `${A}/${own.articles[0].documentId}`,
    (t) =>
      data({
        sections: [
          { __component: 'sections.featured-articles', articles: [t.articles[0].documentId] },
        ],
      }),
  ),
  put(
    'fullToken',
    400,
    'update, foreign component row',
    (_, own) => `${A}/${own.articles[0].documentId}`,
    (t) => data({ seo: { id: t.components['shared.seo'], metaTitle: 'mine' } }),
  ),
  put('fullToken', 400, 'single type, foreign page', '/api/navigation', (t) =>
    data({ title: 'n', header: [{ label: 'l', page: t.pages[0].documentId }] }),
  ),
  post('fullToken', 400, 'create, foreign key', '/api/vaults', (t) =>
    data({ name: 'v', keeper: t.authors[0].id }),
  ),
  post('fullToken', 400, 'create, polymorphic', '/api/vaults', (t) =>
    data({ name: 'v', subject: { id: t.tags[0].id, __type: 'api::tag.tag' } }),
  ),
  creating(
    post('fullToken', 201, 'create with a unique value of another site', '/api/vaults', (t) =>
      data({ name: 'v', serial: `${t.mark}-first` }),
    ),
  ),
  creating(
    post('fullToken', 201, 'create with a slug of another site', '/api/tags', (t) =>
      data({ name: 'v', slug: `${t.mark}-red` }),
    ),
  ),
];

const stuffing: HttpCase[] = ['site_id', 'siteId', 'site', 'number', 'SITE_ID'].flatMap((key) => [
  post('fullToken', 400, `create stuffed with ${key}`, '/api/tags', () =>
    data({ name: 's', slug: 's', [key]: 3 }),
  ),
  put(
    'fullToken',
    400,
    `update stuffed with ${key}`,
    (_, own) => `/api/tags/${own.tags[0].documentId}`,
    () => data({ name: 's', [key]: 3 }),
  ),
]);
const otherStuffing: HttpCase[] = [
  post('fullToken', 400, 'create stuffed with a document id', '/api/tags', (t) =>
    data({ name: 's', slug: 's', documentId: t.tags[0].documentId }),
  ),
  post('fullToken', 400, 'create stuffed with an id', '/api/tags', (t) =>
    data({ name: 's', slug: 's', id: t.tags[0].id }),
  ),
  post('fullToken', 400, 'create stuffed with createdBy', '/api/tags', () =>
    data({ name: 's', slug: 's', createdBy: 5 }),
  ),
  post('fullToken', 400, 'create stuffed with localizations', A, (t) =>
    data({ title: 's', slug: 's', localizations: [t.articles[0].id] }),
  ),
];

const rawSql: HttpCase[] = RAW_WAYS.flatMap((way) => [
  get(
    'fullToken',
    way === 'raw' || way === 'bound' ? 403 : 200,
    `SQL in a controller, ${way}`,
    `/api/vault-raw/${way}`,
  ),
  get(
    'anonymous',
    way === 'raw' || way === 'bound' ? 403 : 200,
    `SQL in a controller, ${way}`,
    `/api/vault-raw/${way}`,
  ),
]);

function encode(one: HttpCase): HttpCase {
  return {
    ...one,
    ask: (target, own) => ({ ...one.ask(target, own), path: encodeURI(one.ask(target, own).path) }),
  };
}

export const contentApiCases = [
  ...filters,
  ...lists,
  ...singles,
  ...writes,
  ...stuffing,
  ...otherStuffing,
  ...rawSql,
];
