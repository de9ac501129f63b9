import { z } from '@strapi/utils';
import type { Pagination } from './sources';

/**
 * GET /federation/conflicts, GET /:id, POST /:id/resolve, POST /:id/undo and
 * POST /federation/conflicts/resolve for several.
 */

export const listConflictsQuery = z
  .object({
    page: z.coerce.number().int().min(1).default(1),
    pageSize: z.coerce.number().int().min(1).max(100).default(20),
    state: z.enum(['open', 'resolved']).default('open'),
    source: z.string().max(64).optional(),
  })
  .strict();

export const resolveBody = z
  .object({
    /** `local` keeps what is here, `remote` takes what is there, `value` is a third one. */
    choice: z.enum(['local', 'remote', 'value']),
    value: z.unknown().optional(),
    /** Decide like this for the field from now on, and for the others that wait with it. */
    always: z.boolean().default(false),
  })
  .strict();
export type ResolveBody = z.input<typeof resolveBody>;

export const resolveManyBody = z
  .object({
    ids: z.array(z.string().min(1).max(64)).min(1).max(100),
    choice: z.enum(['local', 'remote']),
  })
  .strict();
export type ResolveManyBody = z.infer<typeof resolveManyBody>;

export type ConflictKind = 'field' | 'deleted-there' | 'deleted-here';

export type Conflict = {
  id: string;
  site: number;
  kind: ConflictKind;
  state: 'open' | 'resolved' | 'superseded';
  sourceId: string;
  sourceName: string;
  title: string;
  uid: string;
  typeLabel: string;
  documentId: string;
  locale: string;
  path: string;
  /** Strapi's type of the field; decides how the columns are shown and edited. */
  fieldType: string;
  base: unknown;
  local: unknown;
  remote: unknown;
  choice: string | null;
  resolvedBy: string | null;
  resolvedAt: string | null;
  createdAt: string;
};

export type ListConflictsResponse = { data: Conflict[]; meta: { pagination: Pagination } };
export type ConflictResponse = { data: Conflict };
export type ResolveManyResult = { resolved: number; failed: { id: string; message: string }[] };
