import type { Core } from '@strapi/strapi';
import { NO_SITE, siteNumberFor, siteScope } from './ports';

type Where = Record<string, unknown>;
type Order = Record<string, unknown> | Record<string, unknown>[];
type Data = Record<string, unknown>;
type ReadOptions = { where?: Where; orderBy?: Order; select?: string[]; populate?: unknown };

export type Pagination = { page: number; pageSize: number; pageCount: number; total: number };
export type SiteRows<Row> = ReturnType<typeof rowsOf<Row>>;

/** The part of Strapi's query engine that is used; its own types need generated uids. */
type Query<Row> = {
  findOne(params: object): Promise<Row | null>;
  findMany(params: object): Promise<Row[]>;
  count(params: object): Promise<number>;
  create(params: { data: Data }): Promise<Row>;
  createMany(params: { data: Data[] }): Promise<{ count: number }>;
  update(params: object): Promise<Row | null>;
  updateMany(params: object): Promise<{ count: number }>;
  delete(params: object): Promise<Row | null>;
  deleteMany(params: object): Promise<{ count: number }>;
};

/**
 * Rows of a table of ours with an attribute `site`, narrowed to the site the code runs for and
 * stamped with it. Every read and write of such a table goes through here, so that nobody
 * filters by hand and nobody forgets to.
 */
export function rowsOf<Row = Data>(strapi: Core.Strapi, uid: string) {
  const query = () => strapi.db.query(uid) as unknown as Query<Row>;

  function narrow(where: Where = {}): Where {
    const scope = siteScope(strapi);
    if (scope.kind !== 'site') return where;
    const site = scope.isDefault ? { $in: [scope.number, NO_SITE] } : scope.number;
    return { $and: [where, { site }] };
  }

  /** A row never moves to another site by the back door. */
  function checked(data: Data): Data {
    if (!('site' in data)) return data;
    return { ...data, site: siteNumberFor(strapi, data.site as number) };
  }

  function stamped(data: Data): Data {
    return { ...data, site: siteNumberFor(strapi, data.site as number | undefined) };
  }

  return {
    findOne: (where: Where, options: Omit<ReadOptions, 'where'> = {}) =>
      query().findOne({ ...options, where: narrow(where) }),

    findMany: ({ where, ...options }: ReadOptions & { limit?: number; offset?: number } = {}) =>
      query().findMany({ ...options, where: narrow(where) }),

    async findPage({
      where,
      page,
      pageSize,
      ...options
    }: ReadOptions & { page: number; pageSize: number }): Promise<{
      rows: Row[];
      pagination: Pagination;
    }> {
      const narrowed = narrow(where);
      const [rows, total] = await Promise.all([
        query().findMany({
          ...options,
          where: narrowed,
          limit: pageSize,
          offset: (page - 1) * pageSize,
        }),
        query().count({ where: narrowed }),
      ]);
      const pageCount = Math.ceil(total / pageSize);
      return { rows, pagination: { page, pageSize, pageCount, total } };
    },

    count: (where?: Where) => query().count({ where: narrow(where) }),
    create: async (data: Data) => query().create({ data: stamped(data) }),
    createMany: async (data: Data[]) => query().createMany({ data: data.map(stamped) }),

    /** The first row that matches; null where none does. */
    update: async (where: Where, data: Data) =>
      query().update({ where: narrow(where), data: checked(data) }),
    updateMany: async (where: Where, data: Data) =>
      query().updateMany({ where: narrow(where), data: checked(data) }),
    delete: (where: Where) => query().delete({ where: narrow(where) }),
    deleteMany: async (where?: Where) => query().deleteMany({ where: narrow(where) }),
  };
}
