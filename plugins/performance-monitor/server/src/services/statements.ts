import type { Core } from '@strapi/strapi';
import { UID } from '../../../shared/plugin';
import type { Fingerprint } from '../core/fingerprint';
import type { Statement } from '../core/query-rows';

const WRITTEN_AT_ONCE = 100;

type Row = { key: string; sql: string; verb: string; tables: string[] | null };

/** What fingerprints stand for. Statements are stored without their values. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  async function addOne(row: Row & { isSample: boolean }): Promise<void> {
    const query = strapi.db.query(UID.statement);
    try {
      await query.create({ data: row });
    } catch (error) {
      if (!(await query.findOne({ where: { key: row.key } }))) throw error;
    }
  }

  return {
    /** Adds those that are new; another instance may add the same at the same moment. */
    async write(statements: readonly Fingerprint[]): Promise<void> {
      if (statements.length === 0) return;
      const query = strapi.db.query(UID.statement);
      const ids = statements.map(({ id }) => id);
      const known: { key: string }[] = await query.findMany({
        where: { key: { $in: ids } },
        select: ['key'],
      });
      const isKnown = new Set(known.map(({ key }) => key));
      const rows = statements
        .filter(({ id }) => !isKnown.has(id))
        .map(({ id: key, sql, verb, tables }) => ({ key, sql, verb, tables, isSample: false }));
      for (let at = 0; at < rows.length; at += WRITTEN_AT_ONCE) {
        const part = rows.slice(at, at + WRITTEN_AT_ONCE);
        try {
          await query.createMany({ data: part });
        } catch {
          // Another instance was first with one of them.
          for (const row of part) await addOne(row);
        }
      }
    },

    async find(ids: readonly string[]): Promise<Map<string, Statement>> {
      if (ids.length === 0) return new Map();
      const rows: Row[] = await strapi.db.query(UID.statement).findMany({
        where: { key: { $in: [...new Set(ids)] } },
      });
      return new Map(
        rows.map(({ key, sql, verb, tables }) => [key, { sql, verb, tables: tables ?? [] }]),
      );
    },

    count: () => strapi.db.query(UID.statement).count(),
  };
};
