import type { Core } from '@strapi/strapi';
import type { AuditAction, AuditEntry, ListAuditQuery } from '../../../shared/contracts/audit';
import type { Site } from '../../../shared/contracts/sites';
import { UID } from '../../../shared/plugin';
import { personOf } from '../workflow/people';
import { service } from './service';

export type AuditRow = {
  id: number;
  documentId: string;
  site: number | null;
  otherSite: number | null;
  action: AuditAction;
  actorName: string | null;
  subject: string | null;
  count: number | null;
  undo: unknown;
  undoneAt: string | null;
  createdAt: string;
};
type Fact = {
  action: AuditAction;
  site: number | null;
  otherSite?: number | null;
  subject: string;
  count?: number;
  /** What it takes to put it back; left out where that is impossible. */
  undo?: object;
};

/** What was done to sites, by whom, and how to take it back. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const rows = () => strapi.db.query(UID.auditEntry);

  return {
    /** In the transaction of what it tells of, if there is one. */
    async record({ action, site, otherSite = null, subject, count = 1, undo }: Fact) {
      const person = personOf(strapi);
      const data = {
        action,
        site,
        otherSite,
        subject: subject.slice(0, 1_000),
        count,
        undo: undo ?? null,
        actorId: person?.id ?? null,
        actorName: person?.name ?? null,
      };
      const row: AuditRow = await rows().create({ data });
      return row.documentId;
    },

    find: (documentId: string): Promise<AuditRow | null> =>
      rows().findOne({ where: { documentId } }),

    /** Once: who is second finds that it was done. */
    async markUndone(row: AuditRow): Promise<boolean> {
      const { count } = await rows().updateMany({
        where: { id: row.id, undoneAt: null },
        data: { undoneAt: new Date() },
      });
      return count === 1;
    },

    async list({ page, pageSize, action }: ListAuditQuery, visible: readonly Site[] | null) {
      const { sites } = await service(strapi, 'state').fresh();
      const numbers = visible?.map(({ number }) => number);
      const where = {
        ...(action && { action }),
        ...(numbers && {
          $or: [{ site: { $in: numbers } }, { otherSite: { $in: numbers } }],
        }),
      };
      const total = await rows().count({ where });
      const found: AuditRow[] = await rows().findMany({
        where,
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        limit: pageSize,
        offset: (page - 1) * pageSize,
      });
      const nameOf = (number: number | null) =>
        number === null ? null : (sites.get(number)?.name ?? String(number));
      const data: AuditEntry[] = found.map((row) => ({
        id: row.documentId,
        at: row.createdAt,
        by: row.actorName,
        action: row.action,
        site: nameOf(row.site),
        otherSite: nameOf(row.otherSite),
        subject: row.subject ?? '',
        count: row.count ?? 1,
        canUndo: row.undo !== null && row.undoneAt === null,
        undoneAt: row.undoneAt,
      }));
      const pagination = { page, pageSize, pageCount: Math.ceil(total / pageSize), total };
      return { data, meta: { pagination } };
    },
  };
};
