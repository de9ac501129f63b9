import type { Core } from '@strapi/strapi';
import type { SqlQuery } from '../services/sql-query';
import { service } from '../services/service';

type Knex = (table: string) => SqlQuery;

/** SQL across sites, on purpose; joins the transaction that is open, if there is one. */
export const sqlOf =
  (strapi: Core.Strapi) =>
  <T>(build: (table: Knex) => SqlQuery): Promise<T> =>
    service(strapi, 'context').runUnscoped(async () => {
      const query = build((table) => strapi.db.getConnection(table));
      if (!strapi.db.inTransaction()) return (await query) as T;
      return strapi.db.transaction(async ({ trx }) => (await query.transacting(trx)) as T);
    });
