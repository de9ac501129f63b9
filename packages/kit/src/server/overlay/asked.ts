import type { Core } from '@strapi/strapi';
import { SCALARS, type Asked } from '../../shared/overlay';
import { queryParamsOf } from './strapi-parts';

type Query = {
  select?: unknown;
  populate?: unknown;
  on?: Record<string, unknown>;
  count?: boolean;
};

/** What a document service call asks for. */
export function askedOf(
  strapi: Core.Strapi,
  uid: string,
  { fields, populate }: { fields?: unknown; populate?: unknown },
): Asked {
  const params = {
    ...(fields === undefined ? {} : { fields }),
    ...(populate === undefined ? {} : { populate }),
  };
  return askedOfQuery(queryParamsOf(strapi).transform(uid, params));
}

/** The same of a query for the database. */
export function askedOfQuery(query: unknown): Asked {
  if (typeof query !== 'object' || query === null) return SCALARS;
  const { select, populate, on, count } = query as Query;
  const asked: Asked = { select: selectOf(select), populate: populateOf(populate) };
  if (on) {
    asked.on = Object.fromEntries(
      Object.entries(on).map(([component, inner]) => [component, askedOfQuery(inner)]),
    );
  }
  if (count === true) asked.count = true;
  return asked;
}

function selectOf(select: unknown): Asked['select'] {
  const list = typeof select === 'string' ? [select] : select;
  if (!Array.isArray(list) || list.includes('*')) return '*';
  return list.filter((name): name is string => typeof name === 'string');
}

function populateOf(populate: unknown): Asked['populate'] {
  if (populate === true || populate === '*') return 'level';
  if (typeof populate === 'string') return fromPaths([populate]);
  if (Array.isArray(populate)) return fromPaths(populate.map(String));
  if (typeof populate !== 'object' || populate === null) return {};
  const entries = Object.entries(populate)
    .filter(([, inner]) => inner !== false)
    .map(([name, inner]) => [name, askedOfQuery(inner)] as const);
  return Object.fromEntries(entries);
}

/** `['seo', 'seo.shareImage']` */
function fromPaths(paths: string[]): Record<string, Asked> {
  const populate: Record<string, Asked> = {};
  for (const path of paths) {
    const [name = '', ...rest] = path.split('.');
    const inner = populate[name] ?? { ...SCALARS };
    if (rest.length > 0 && typeof inner.populate !== 'string') {
      inner.populate = { ...inner.populate, ...fromPaths([rest.join('.')]) };
    }
    populate[name] = inner;
  }
  return populate;
}
