import { z } from '@strapi/utils';
import type { Pagination } from './sites';

/** What was done to sites: GET /multi-site/audit, POST /multi-site/audit/:entry/undo. */

export const AUDIT_ACTIONS = [
  'move',
  'assign',
  'share',
  'unshare',
  'copy',
  'webhook-bind',
  'member-set',
  'member-remove',
  'member-invite',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

export const listAuditQuery = z
  .object({
    page: z.coerce.number().int().min(1).default(1),
    pageSize: z.coerce.number().int().min(1).max(100).default(20),
    /** documentId of a site. */
    site: z.string().max(64).optional(),
    action: z.enum(AUDIT_ACTIONS).optional(),
  })
  .strict();
export type ListAuditQuery = z.infer<typeof listAuditQuery>;

export const auditParams = z.object({ entry: z.string().min(1).max(64) });

export type AuditEntry = {
  id: string;
  at: string;
  /** Null: done by a program. */
  by: string | null;
  action: AuditAction;
  site: string | null;
  otherSite: string | null;
  /** What it was about, in a few words. */
  subject: string;
  count: number;
  canUndo: boolean;
  undoneAt: string | null;
};

export type ListAuditResponse = { data: AuditEntry[]; meta: { pagination: Pagination } };
export type UndoResponse = {
  data: { undone: number; refused: { documentId: string; reason: string }[] };
  meta: Record<string, never>;
};
