import { z } from '@strapi/utils';
import { REVIEW_KEEPS, type EntryVariant } from 'suite-kit/shared';
import { documentRef } from './common';

/**
 * Variants of an entry: GET|POST /personalization/variants, DELETE /personalization/variants/:id,
 * POST /personalization/variants/:id/review.
 */

export const listVariantsQuery = z
  .object({
    uid: documentRef.uid.optional(),
    documentId: documentRef.documentId.optional(),
    locale: z.string().max(20).optional(),
  })
  .strict();
export const createVariantBody = z
  .object({ ...documentRef, name: z.string().trim().min(1, 'A variant needs a name.').max(80) })
  .strict();

export const reviewVariantBody = z
  .object({ path: z.string().min(1).max(300), keep: z.enum(REVIEW_KEEPS) })
  .strict();
export type ReviewVariantBody = z.infer<typeof reviewVariantBody>;

export type Variant = EntryVariant & {
  uid: string;
  documentId: string;
  locale: string;
  /** Title of the entry, for people. */
  entry: string | null;
  isLive: boolean;
  site: number;
  shownBy: { id: string; name: string; state: string }[];
  updatedAt: string;
};
