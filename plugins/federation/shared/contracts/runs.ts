import { z } from '@strapi/utils';
import type { Counts, Pagination } from './sources';

/** GET /federation/runs, GET /federation/runs/:id, POST /:id/cancel, /:id/retry, /:id/undo. */

export const listRunsQuery = z
  .object({
    page: z.coerce.number().int().min(1).default(1),
    pageSize: z.coerce.number().int().min(1).max(100).default(20),
    source: z.string().max(64).optional(),
    state: z.enum(['queued', 'running', 'paused', 'done', 'failed', 'cancelled']).optional(),
  })
  .strict();

export const RUN_MODES = ['changes', 'full', 'retry'] as const;
export type RunMode = (typeof RUN_MODES)[number];

export const runInput = z.object({
  sourceId: z.string(),
  mode: z.enum(RUN_MODES),
  /** Somebody has confirmed that many entries may go at once. */
  isDeleteAllowed: z.boolean().default(false),
});
export type RunInput = z.infer<typeof runInput>;

export type RunState = 'queued' | 'running' | 'paused' | 'done' | 'failed' | 'cancelled';

/** Deletions that were held back because there were suspiciously many. */
export type HeldDeletes = { remoteType: string; count: number };

export type RunResult = {
  counts: Counts;
  warnings: string[];
  held: HeldDeletes[];
  durationMs: number;
};

export type Run = {
  id: string;
  site: number;
  sourceId: string;
  sourceName: string;
  mode: RunMode;
  state: RunState;
  done: number;
  total: number | null;
  note: string | null;
  log: string[];
  error: string | null;
  attempts: number;
  startedBy: string | null;
  createdAt: string;
  startedAt: string | null;
  endedAt: string | null;
  result: RunResult | null;
  /** Entries that this run changed and that were not undone. */
  canUndo: boolean;
  failedRecords: number;
};

export type UndoRefusal = {
  title: string;
  uid: string;
  documentId: string;
  locale: string;
  changed: string[];
};
export type UndoResult = { undone: number; refused: UndoRefusal[] };

export type ListRunsResponse = { data: Run[]; meta: { pagination: Pagination } };
export type RunResponse = { data: Run };
