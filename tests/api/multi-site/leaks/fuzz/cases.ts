import type { Core } from '@strapi/strapi';
import type { Client } from '../../../../harness';
import { createRandom } from '../lib/random';
import type { Stage } from '../lib/stage';
import { sharingCases } from './sharing-cases';

export type Ask = (stage: Stage, clients: Clients) => Promise<unknown>;
export type Clients = { token: Client; owner: Client };
/** `text` is enough to repeat it by hand. */
export type FuzzCase = { kind: string; text: string; ask: Ask };

type Facts = {
  uid: string;
  plural: string;
  globalId: string;
  relations: [string, Facts][];
  many: Set<string>;
  texts: string[];
};

const TEXTS = [
  'h',
  'homely',
  'lentword',
  'zqsecret wording',
  'zq',
  'zqsecret',
  'zqsecret name 1',
  'name',
  'a',
  'e',
  'z',
  '1',
];
const OPERATORS = [
  '$eq',
  '$ne',
  '$lt',
  '$gte',
  '$contains',
  '$notContains',
  '$startsWith',
  '$endsWith',
  '$containsi',
  '$null',
  '$notNull',
  '$in',
  '$between',
];
const MAX_DEPTH = 3;

/** What can be asked of these types, read from Strapi itself. */
function readFacts(strapi: Core.Strapi, uids: readonly string[]): Facts[] {
  const types = strapi.contentTypes as unknown as Record<
    string,
    {
      globalId: string;
      info: { pluralName: string };
      attributes: Record<
        string,
        { type: string; relation?: string; target?: string; private?: boolean }
      >;
    }
  >;
  const facts = new Map<string, Facts>();
  for (const uid of uids) {
    const type = types[uid];
    if (!type) continue;
    const texts = Object.entries(type.attributes)
      .filter(([, one]) => (one.type === 'string' || one.type === 'text') && !one.private)
      .map(([name]) => name);
    const { globalId, info } = type;
    facts.set(uid, {
      uid,
      plural: info.pluralName,
      globalId,
      relations: [],
      many: new Set(),
      texts,
    });
  }
  for (const [uid, one] of facts) {
    for (const [name, attribute] of Object.entries(types[uid]?.attributes ?? {})) {
      const target = attribute.target ? facts.get(attribute.target) : undefined;
      if (attribute.type !== 'relation' || !target || attribute.private) continue;
      one.relations.push([name, target]);
      if (attribute.relation?.endsWith('Many')) one.many.add(name);
    }
  }
  return [...facts.values()];
}

/** As many cases as are asked for; the same ones for the same seed and types. */
export function makeCases(
  strapi: Core.Strapi,
  {
    seed,
    count,
    uids,
    foreignIds,
    lentIds,
    overrides,
    favour,
  }: {
    seed: number;
    count: number;
    uids: readonly string[];
    foreignIds: Record<string, string[]>;
    /** Those of them that are shared, or were. */
    lentIds: Record<string, string[]>;
    /** Row numbers of all sites' wordings of shared entries. */
    overrides: readonly number[];
    /** Name of a relation that is gone through more often than the others. */
    favour?: string;
  },
): FuzzCase[] {
  const random = createRandom(seed);
  const facts = readFacts(strapi, uids);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const chance = (share: number) => random() < share;

  const pickRelation = (one: Facts) => {
    const favoured = favour ? one.relations.find(([name]) => name === favour) : undefined;
    return favoured && chance(0.4) ? favoured : pick(one.relations);
  };

  const valueOf = (operator: string): unknown => {
    if (operator === '$null' || operator === '$notNull') return chance(0.5);
    if (operator === '$in') return [pick(TEXTS), pick(TEXTS)];
    if (operator === '$between') return [pick(TEXTS), 'zzzz'];
    return pick(TEXTS);
  };
  /** A condition on a text, or on one that relations lead to. */
  const condition = (one: Facts, depth = 0): Record<string, unknown> => {
    if (depth < MAX_DEPTH && one.relations.length > 0 && chance(0.55)) {
      const [name, target] = pickRelation(one);
      if (chance(0.15)) return { [name]: { id: { [pick(['$null', '$notNull'])]: true } } };
      return { [name]: condition(target, depth + 1) };
    }
    const operator = pick(OPERATORS);
    return { [pick(one.texts)]: { [operator]: valueOf(operator) } };
  };
  const filters = (one: Facts, depth = 0): Record<string, unknown> => {
    if (depth < 2 && chance(0.35)) {
      const inner = [filters(one, depth + 1), filters(one, depth + 1)];
      return chance(0.3) ? { $not: inner[0] } : { [pick(['$or', '$and'])]: inner };
    }
    return condition(one);
  };
  const wayTo = (one: Facts, depth = 0): string[] => {
    if (depth < MAX_DEPTH && one.relations.length > 0 && chance(0.5)) {
      const [name, target] = pickRelation(one);
      return [name, ...wayTo(target, depth + 1)];
    }
    return [pick(one.texts)];
  };
  const populate = (one: Facts, depth = 0): unknown => {
    if (one.relations.length === 0 || depth >= MAX_DEPTH || chance(0.2))
      return depth > 0 ? true : '*';
    const chosen = Object.fromEntries(
      [pick(one.relations), pick(one.relations)].map(([name, target]) => {
        if (chance(0.4)) return [name, true];
        const inner = populate(target, depth + 1);
        const more = chance(0.4) ? { filters: filters(target) } : {};
        return [
          name,
          { sort: ['id:asc'], ...more, ...(inner === true ? {} : { populate: inner }) },
        ];
      }),
    );
    return chance(0.2) && depth === 0 ? '*' : chosen;
  };

  const listQuery = (one: Facts) => {
    const query: Record<string, unknown> = {};
    if (chance(0.75)) query.filters = filters(one);
    query.sort = chance(0.5)
      ? [`${wayTo(one).join('.')}:${pick(['asc', 'desc'])}`, 'id:asc']
      : ['id:asc'];
    if (chance(0.65)) query.populate = populate(one);
    if (chance(0.2)) query._q = pick(TEXTS);
    if (chance(0.2)) query.status = pick(['draft', 'published']);
    if (chance(0.3)) query.pagination = { page: pick([1, 2]), pageSize: pick([1, 2, 5]) };
    return query;
  };

  const rest = (): FuzzCase => {
    const one = pick(facts);
    const path = `/api/${one.plural}?${toSearch(listQuery(one))}`;
    return { kind: 'rest', text: path, ask: (_stage, { token }) => token.get(path) };
  };

  const single = (): FuzzCase => {
    const one = pick(facts);
    const id = pick(foreignIds[one.uid] ?? ['nothing']);
    const search = toSearch({ populate: populate(one) });
    const path = chance(0.6)
      ? `/api/${one.plural}/${id}?${search}`
      : `/content-manager/collection-types/${one.uid}/${id}`;
    const isManager = path.startsWith('/content-manager');
    return {
      kind: 'single',
      text: path,
      ask: (_stage, { token, owner }) => (isManager ? owner : token).get(path),
    };
  };

  const manager = (): FuzzCase => {
    const one = pick(facts);
    const { populate: _populate, pagination: _pagination, ...query } = listQuery(one);
    const list = `/content-manager/collection-types/${one.uid}?pageSize=20&${toSearch({ ...query, sort: 'id:ASC' })}`;
    const [field] = one.relations.length > 0 ? pick(one.relations) : ['name'];
    const id = pick(foreignIds[one.uid] ?? ['nothing']);
    const picker = `/content-manager/relations/${one.uid}/${field}?_q=${pick(TEXTS)}&pageSize=50`;
    const linked = `/content-manager/relations/${one.uid}/${id}/${field}`;
    const path = chance(0.6) ? list : chance(0.5) ? picker : linked;
    return { kind: 'manager', text: path, ask: (_stage, { owner }) => owner.get(path) };
  };

  const select = (one: Facts, depth = 0): string => {
    const parts = [pick(one.texts)];
    if (depth < MAX_DEPTH && one.relations.length > 0) {
      const [name, target] = pickRelation(one);
      const isMany = one.many.has(name);
      const given =
        isMany && chance(0.5)
          ? `(filters: ${toLiteral(toGraphql(condition(target, MAX_DEPTH)))})`
          : '';
      parts.push(`x${depth}: ${name}${given} { ${select(target, depth + 1)} }`);
    }
    return [...new Set(parts)].join(' ');
  };
  const graphql = (): FuzzCase => {
    const one = pick(facts);
    const given = () => `(filters: ${toLiteral(toGraphql(filters(one)))}, sort: "id")`;
    const query = `query { a: ${one.plural}${given()} { ...part } b: ${one.plural}(sort: "id") { ${select(one)} }
      c: ${one.plural}_connection${given()} { pageInfo { total } nodes { ...part } } }
      fragment part on ${one.globalId} { documentId ${select(one)} }`;
    return {
      kind: 'graphql',
      text: query,
      ask: (_stage, { token }) => token.graphql(query),
    };
  };

  const code = (): FuzzCase => {
    const one = pick(facts);
    const where = filters(one);
    const orderBy = [{ id: 'asc' }];
    const wanted = toPopulate(populate(one));
    const way = pick([
      'findMany',
      'count',
      'findOne',
      'findPage',
      'documents',
      'documentCount',
      'sql',
      'sqlCount',
      'sqlJoin',
    ]);
    const text = JSON.stringify({ way, uid: one.uid, where, populate: wanted });
    return { kind: `code ${way}`, text, ask: (stage) => stage.atHome(() => run()) };

    async function run(): Promise<unknown> {
      const query = strapi.db.query(one.uid) as unknown as Record<
        string,
        (params: object) => Promise<unknown>
      >;
      const documents = strapi.documents(one.uid as never) as unknown as typeof query;
      const { tableName } = strapi.db.metadata.get(one.uid);
      const sql = strapi.db.connection;
      switch (way) {
        case 'count':
          return query.count?.({ where });
        case 'findOne':
          return query.findOne?.({ where, orderBy, populate: wanted });
        case 'findPage':
          return query.findPage?.({ where, orderBy, populate: wanted, page: 1, pageSize: 2 });
        case 'documents':
          return documents.findMany?.({ filters: where, sort: 'id:asc', populate: wanted });
        case 'documentCount':
          return documents.count?.({ filters: where });
        case 'sql':
          // Not every column: a key in an own row is that row's own number, wherever it leads.
          return sql(tableName).select('id', 'document_id', 'locale', 'published_at').orderBy('id');
        case 'sqlCount':
          return sql(tableName).where('id', '>', 0).orWhere('id', '<', 0).count({ count: 'id' });
        case 'sqlJoin':
          return sql(`${tableName} as a`)
            .crossJoin(sql(tableName).as('b') as never)
            .count({ count: '*' });
        default:
          return query.findMany?.({ where, orderBy, populate: wanted });
      }
    }
  };

  const sharing = sharingCases({ strapi, pick, uids, foreignIds, lentIds, overrides });
  const makers = [
    ...[rest, rest, rest, single, manager, manager, graphql, graphql, code, code, code],
    ...[sharing, sharing],
  ];
  return Array.from({ length: count }, () => pick(makers)());
}

/** `{ a: { $eq: 1 } }` → `filters[a][$eq]=1`. */
function toSearch(value: Record<string, unknown>): string {
  const parts: string[] = [];
  const walk = (inner: unknown, name: string) => {
    if (typeof inner === 'object' && inner !== null) {
      for (const [key, one] of Object.entries(inner)) walk(one, name ? `${name}[${key}]` : key);
    } else parts.push(`${encodeURIComponent(name)}=${encodeURIComponent(String(inner))}`);
  };
  walk(value, '');
  return parts.join('&');
}

/** Operators without the dollar, and lists where GraphQL wants them. */
function toGraphql(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toGraphql);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      // Ids of relations are not in GraphQL's filters.
      if (key === 'id') return ['documentId', toGraphql(inner)];
      return [key.replace(/^\$/, ''), toGraphql(inner)];
    }),
  );
}

function toLiteral(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(toLiteral).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{ ${Object.entries(value)
    .map(([key, inner]) => `${key}: ${toLiteral(inner)}`)
    .join(', ')} }`;
}

/** As `db.query` takes it: `where` instead of `filters`. */
function toPopulate(value: unknown): unknown {
  if (value === '*' || value === true) return true;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value as Record<string, unknown>).map(([name, inner]) => {
      if (inner === true) return [name, true];
      const { filters: where, populate } = inner as { filters?: object; populate?: unknown };
      return [
        name,
        {
          orderBy: [{ id: 'asc' }],
          ...(where ? { where } : {}),
          ...(populate ? { populate: toPopulate(populate) } : {}),
        },
      ];
    }),
  );
}
