import { z } from '@strapi/utils';
import { REVIEW_KEEPS, type EntryVariant } from 'suite-kit/shared';
import type { ExperimentState } from '../experiment-states';
import { documentId, locale, uid } from './common';

/**
 * An entry's variants in its tests: GET /ai-optimizer/variants,
 * POST /ai-optimizer/variants/:id/review.
 */

export const entryVariantsQuery = z.object({ uid, documentId, locale }).strict();
export type EntryVariantsQuery = z.infer<typeof entryVariantsQuery>;
export const overlayParams = z.object({
  id: z.string().regex(/^test\.\d{1,15}$/, 'The id of a variant: test.12.'),
});
export const reviewVariantBody = z
  .object({ path: z.string().min(1).max(300), keep: z.enum(REVIEW_KEEPS) })
  .strict();
export type ReviewVariantBody = z.infer<typeof reviewVariantBody>;

export type TestVariant = EntryVariant & {
  experiment: { id: string; name: string; state: ExperimentState };
};
