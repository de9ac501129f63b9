import type { Core } from '@strapi/strapi';
import { NO_SITE, rowsOf, siteScope } from 'suite-kit/server';

/**
 * Rows that belong to a site, or to everything (`isNetwork`): the latter are made, seen and changed
 * where all sites are seen at once. Without sites there is only one kind.
 */
export function ownedRows<Row>(strapi: Core.Strapi, uid: string) {
  const rows = rowsOf<Row>(strapi, uid);
  const narrow = (where: Record<string, unknown> = {}) =>
    siteScope(strapi).kind === 'site' ? { $and: [where, { isNetwork: { $ne: true } }] } : where;

  return {
    findOne: (where: Record<string, unknown>) => rows.findOne(narrow(where)),
    findMany: (
      options: { where?: Record<string, unknown>; orderBy?: Record<string, unknown> } = {},
    ) => rows.findMany({ ...options, where: narrow(options.where) }),
    findPage: (options: Parameters<typeof rows.findPage>[0]) =>
      rows.findPage({ ...options, where: narrow(options.where) }),
    count: (where: Record<string, unknown>) => rows.count(narrow(where)),
    update: (where: Record<string, unknown>, data: Record<string, unknown>) =>
      rows.update(narrow(where), data),
    deleteMany: (where: Record<string, unknown>) => rows.deleteMany(narrow(where)),

    async create(data: Record<string, unknown>): Promise<Row> {
      const isForAll = siteScope(strapi).kind === 'network' && data.site === undefined;
      if (!isForAll) return rows.create({ ...data, isNetwork: false });
      const query = strapi.db.query(uid) as unknown as { create(params: object): Promise<Row> };
      return query.create({ data: { ...data, site: NO_SITE, isNetwork: true } });
    },
  };
}
