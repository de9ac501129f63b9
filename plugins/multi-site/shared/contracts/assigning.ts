import { z } from '@strapi/utils';

/**
 * Entries that get their site by a field they have already: GET /multi-site/assigning/fields,
 * POST /multi-site/assigning/preview, POST /multi-site/assigning. Network only. Taken back by
 * POST /multi-site/audit/:entry/undo, for each id in the answer.
 */

/** More than this is assigned in a terminal, which waits as long as it takes. */
export const MAX_ASSIGNED = 5_000;

export const assignPreviewBody = z
  .object({ contentType: z.string().min(1).max(255), field: z.string().min(1).max(255) })
  .strict();
export type AssignPreviewBody = z.infer<typeof assignPreviewBody>;

export const assignBody = assignPreviewBody
  .extend({
    /** What each value means: documentId of a site; a value that is not named stays. */
    sites: z.record(z.string().max(255), z.string().min(1).max(64)),
    sharedMedia: z.enum(['copy', 'leave']).default('copy'),
  })
  .strict();
export type AssignBody = z.input<typeof assignBody>;

export type AssignField = { contentType: string; typeName: string; fields: string[] };

export type AssignValue = {
  value: string;
  /** The site that the value seems to mean. */
  site: { id: string; name: string } | null;
  entries: number;
};

export type AssignResult = {
  moved: number;
  stayed: number;
  /** Values that are taken on the other site; such entries stay. */
  collisions: string[];
  auditIds: string[];
};

export type AssignFieldsResponse = { data: AssignField[]; meta: Record<string, never> };
export type AssignPreviewResponse = { data: AssignValue[]; meta: Record<string, never> };
export type AssignResponse = { data: AssignResult; meta: Record<string, never> };
