import type { Method } from '../../../../harness';
import type { ActorName } from './actors';
import { createRandom } from './random';
import type { Side } from './side';

export type RandomRequest = { as: ActorName; method: Method; path: string; body?: unknown };

type TypeFacts = { rest: string; cm: string; many: string; text: string; relations: string[][] };

/** What can be asked for: a type, and ways from it to texts of related entries. */
const TYPES: readonly TypeFacts[] = [
  {
    rest: 'articles',
    cm: 'api::article.article',
    many: 'articles',
    text: 'title',
    relations: [
      ['author', 'name'],
      ['category', 'name'],
      ['tags', 'name'],
      ['related', 'title'],
      ['author', 'articles', 'title'],
      ['tags', 'articles', 'author', 'name'],
    ],
  },
  {
    rest: 'authors',
    cm: 'api::author.author',
    many: 'authors',
    text: 'name',
    relations: [
      ['articles', 'title'],
      ['articles', 'tags', 'name'],
    ],
  },
  {
    rest: 'tags',
    cm: 'api::tag.tag',
    many: 'tags',
    text: 'name',
    relations: [
      ['articles', 'title'],
      ['articles', 'author', 'name'],
    ],
  },
  {
    rest: 'categories',
    cm: 'api::category.category',
    many: 'categories',
    text: 'name',
    relations: [['articles', 'title']],
  },
  {
    rest: 'pages',
    cm: 'api::page.page',
    many: 'pages',
    text: 'title',
    relations: [
      ['parent', 'title'],
      ['children', 'title'],
    ],
  },
];
const TEXTS = ['h', 'homely', 'homely ada', 'zq', 'zqsecret', 'zqsecret ada', 'a', 'e', 'z', 'r'];
const OPERATORS = [
  'eq',
  'ne',
  'lt',
  'gt',
  'gte',
  'contains',
  'notContains',
  'startsWith',
  'endsWith',
  'containsi',
  'null',
  'notNull',
];

/** As many requests as are asked for, over REST, GraphQL and the content manager. */
export function makeRequests(seed: number, count: number, sides: readonly Side[]): RandomRequest[] {
  const random = createRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const chance = (share: number) => random() < share;
  const value = (operator: string) => (/null/i.test(operator) ? 'true' : pick(TEXTS));
  const wayOf = (type: TypeFacts) => (chance(0.75) ? pick(type.relations) : [type.text]);

  const restQuery = (type: TypeFacts) => {
    const parts: string[] = [];
    const operator = pick(OPERATORS);
    const filter = (prefix: string) =>
      `${prefix}${wayOf(type)
        .map((step) => `[${step}]`)
        .join('')}[$${operator}]=${value(operator)}`;
    if (chance(0.6)) parts.push(filter('filters'));
    if (chance(0.2)) parts.push(filter('filters[$or][0]'), filter('filters[$or][1]'));
    if (chance(0.2)) parts.push(filter('filters[$not]'));
    if (chance(0.5))
      parts.push(`sort[0]=${wayOf(type).join('.')}:${pick(['asc', 'desc'])}`, 'sort[1]=id');
    else parts.push('sort=id');
    if (chance(0.3)) parts.push(`_q=${pick(TEXTS)}`);
    return parts;
  };

  const rest = (): RandomRequest => {
    const type = pick(TYPES);
    const parts = restQuery(type);
    if (chance(0.4)) parts.push('populate=*');
    if (chance(0.3))
      parts.push(`pagination[pageSize]=${pick([1, 2, 3])}`, `pagination[page]=${pick([1, 2])}`);
    const as = pick(['fullToken', 'readToken', 'anonymous'] as const);
    return { as, method: 'GET', path: encodeURI(`/api/${type.rest}?${parts.join('&')}`) };
  };

  const single = (): RandomRequest => {
    const side = pick(sides);
    const { documentId } = pick([...side.articles, ...side.articles]);
    const populate = pick(['*', 'author', 'tags', 'gallery']);
    return {
      as: 'fullToken',
      method: 'GET',
      path: `/api/articles/${documentId}?populate=${populate}`,
    };
  };

  const manager = (): RandomRequest => {
    const type = pick(TYPES);
    const field = type.relations[0]?.[0] ?? '';
    const side = pick(sides);
    const lists = `/content-manager/collection-types/${type.cm}?pageSize=20&${restQuery(type)
      .filter((part) => !part.startsWith('sort'))
      .join('&')}&sort=id:ASC`;
    const paths = [
      lists,
      lists,
      `/content-manager/relations/${type.cm}/${field}?_q=${pick(TEXTS)}`,
      `/upload/files?sort=id:ASC&_q=${pick(TEXTS)}`,
    ];
    const asked = `/content-manager/relations/api::article.article/${pick(side.articles).documentId}/${pick(['author', 'tags', 'related'])}`;
    return { as: 'owner', method: 'GET', path: encodeURI(pick([...paths, asked])) };
  };

  const graphql = (): RandomRequest => {
    const type = pick(TYPES);
    const nest = (way: readonly string[], inner: string): string =>
      way.reduceRight((rest, step) => `{ ${step}: ${rest} }`, inner);
    const operator = pick(OPERATORS);
    const given = /null/i.test(operator) ? 'true' : `"${pick(TEXTS)}"`;
    const select = (way: readonly string[]): string =>
      way.reduceRight((rest, step) => (rest ? `${step} { ${rest} }` : step), '');
    const filters = nest(wayOf(type), `{ ${operator}: ${given} }`);
    const query = `{ list: ${type.many}(sort: "${type.text}", filters: ${filters}) { ${type.text} ${select(pick(type.relations))} }
      all: ${type.many}_connection(filters: ${filters}) { pageInfo { total } } }`;
    return { as: 'fullToken', method: 'POST', path: '/graphql', body: { query } };
  };

  const makers = [rest, rest, rest, single, manager, manager, graphql, graphql];
  return Array.from({ length: count }, () => pick(makers)());
}
