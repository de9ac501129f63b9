import type { Core } from '@strapi/strapi';
import { naturalKey } from 'suite-kit/server';
import { UID } from '../../../shared/plugin';
import { errors } from '../errors';

/** Costs are counted in hundred-thousandths of the currency's unit, as whole numbers. */
export const COST_UNITS = 100_000;

export type Account = {
  site: number;
  userId: number;
  limit: number | null;
  userLimit: number | null;
};
export type Reservation = { keys: string[]; units: number };

export const monthOf = (date: Date) => date.toISOString().slice(0, 7);

/**
 * Money for language models. What a call may cost at most is reserved before it is made, in one
 * conditional UPDATE, so that no number of parallel calls gets past the limit.
 */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const table = () => strapi.db.metadata.get(UID.budget).tableName;
  const rows = () => strapi.db.query(UID.budget);
  /** Not of `getConnection()`: on PostgreSQL that is a query builder, which has no `raw`. */
  const raw = (sql: string, values: number[]) => strapi.db.connection.raw(sql, values);
  const keyOf = (site: number, userId: number, month: string) =>
    naturalKey(['budget', site, userId, month]);

  async function ensure(site: number, userId: number, month: string): Promise<string> {
    const key = keyOf(site, userId, month);
    if (await rows().findOne({ where: { key }, select: ['id'] })) return key;
    const now = new Date();
    await strapi.db
      .getConnection(table())
      .insert({
        key,
        document_id: key.slice(0, 24),
        site,
        month,
        user_id: userId,
        reserved: 0,
        spent: 0,
        calls: 0,
        is_sample: false,
        created_at: now,
        updated_at: now,
        published_at: now,
      })
      .onConflict('key')
      .ignore();
    return key;
  }

  async function change(key: string, by: { reserved: number; spent?: number; calls?: number }) {
    await strapi.db
      .getConnection(table())
      .where({ key })
      .update({
        reserved: raw('reserved + ?', [by.reserved]),
        spent: raw('spent + ?', [by.spent ?? 0]),
        calls: raw('calls + ?', [by.calls ?? 0]),
      });
  }

  return {
    /** @throws BUDGET_SPENT when it would cost more than is left. */
    async reserve(account: Account, units: number, now: Date): Promise<Reservation> {
      const month = monthOf(now);
      const wanted = [
        { key: await ensure(account.site, 0, month), limit: account.limit },
        { key: await ensure(account.site, account.userId || -1, month), limit: account.userLimit },
      ];
      const taken: string[] = [];
      for (const { key, limit } of wanted) {
        const query = strapi.db
          .getConnection(table())
          .where({ key })
          .update({ reserved: raw('reserved + ?', [units]) });
        if (limit !== null) {
          void query.whereRaw('reserved + spent + ? <= ?', [units, Math.round(limit * COST_UNITS)]);
        }
        const changed = await query;
        if (changed === 0) {
          for (const one of taken) await change(one, { reserved: -units });
          throw errors.BUDGET_SPENT();
        }
        taken.push(key);
      }
      return { keys: taken, units };
    },

    /** What it really cost, when it is known. */
    async commit({ keys, units }: Reservation, spent: number) {
      for (const key of keys) await change(key, { reserved: -units, spent, calls: 1 });
    },

    async release({ keys, units }: Reservation) {
      for (const key of keys) await change(key, { reserved: -units });
    },

    /** Of a site in this month, in the currency's unit. */
    async spent(site: number, now = new Date()): Promise<number> {
      // By month, not by key: the demo's rows count as they do on the page of usage.
      const spent: { spent: number }[] = await rows().findMany({
        where: { site, userId: 0, month: monthOf(now) },
        select: ['spent'],
      });
      return spent.reduce((sum, row) => sum + row.spent, 0) / COST_UNITS;
    },
  };
};
