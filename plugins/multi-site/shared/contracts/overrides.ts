import { z } from '@strapi/utils';
import type { EntryOverride } from './shares';

/**
 * How a site words shared entries in its own way: /multi-site/overrides (make),
 * /multi-site/overrides/:id (fields, remove), …/inheritance, …/review. The words themselves are
 * written in the edit view.
 */

export const newOverrideBody = z
  .object({
    contentType: z.string().min(1).max(255),
    documentId: z.string().min(1).max(64),
    /** Left out for types without languages. */
    locale: z.string().max(35).optional(),
  })
  .strict();

/** As the edit view names it: `site.7`. */
export const overrideParams = z.object({ id: z.string().regex(/^site\.\d{1,15}$/) });

const path = z.string().min(1).max(300);

/** `inherits` false keeps what the site shows now, whatever becomes of the original. */
export const inheritanceBody = z.object({ path, inherits: z.boolean() }).strict();

/** After the original changed below a change of the site. */
export const reviewBody = z.object({ path, keep: z.enum(['original', 'override']) }).strict();

export const FIELD_STATES = ['inherited', 'own', 'suspended', 'review'] as const;
export type OverrideField = { path: string; state: (typeof FIELD_STATES)[number] };

export type OverrideDetails = EntryOverride & {
  name: string;
  contentType: string;
  documentId: string;
  /** Everything that the site may word in its own way. */
  fields: OverrideField[];
};

export type OverrideResponse = { data: EntryOverride; meta: Record<string, never> };
export type OverrideDetailsResponse = { data: OverrideDetails; meta: Record<string, never> };
