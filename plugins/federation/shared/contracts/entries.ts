import { z } from '@strapi/utils';
import type { Pagination } from './sources';

/**
 * GET /federation/content/:uid/:documentId, POST …/detach, POST …/attach;
 * GET /federation/audit; GET /federation/waiting.
 */

export const entryParams = z.object({
  uid: z.string().regex(/^api::[\w-]+\.[\w-]+$/),
  documentId: z.string().min(1).max(64),
});
export const entryQuery = z.object({ locale: z.string().max(20).default('') }).strict();

export type EntryOrigin = {
  sourceId: string;
  sourceName: string;
  remoteType: string;
  remoteId: string;
  remoteUrl: string | null;
  mode: 'synced' | 'detached';
  status: string;
  lastSync: string | null;
  lastError: string | null;
  fields: string[];
  isLocked: boolean;
  conflicts: { id: string; path: string }[];
};

export const listAuditQuery = z
  .object({
    page: z.coerce.number().int().min(1).default(1),
    pageSize: z.coerce.number().int().min(1).max(100).default(50),
    source: z.string().max(64).optional(),
    run: z.string().max(64).optional(),
  })
  .strict();

export type AuditRow = {
  id: string;
  at: string;
  action: string;
  actor: string | null;
  runId: string | null;
  sourceName: string;
  title: string;
  uid: string;
  documentId: string;
  locale: string;
  /** Fields that differ between before and after. */
  changed: string[];
  lost: { path: string; side: string; value: unknown }[];
};

export type ListAuditResponse = { data: AuditRow[]; meta: { pagination: Pagination } };
export type Waiting = { conflicts: number; failedSources: number };
