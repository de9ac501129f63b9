import { z } from '@strapi/utils';

/**
 * Recommendations, admin: GET /personalization/models, POST /personalization/models/train,
 * GET /personalization/recommendations?visitor=&item=. Content API: GET /api/personalization/recommendations.
 */

export const tryRecommendationsQuery = z
  .object({
    visitor: z.string().max(64).optional(),
    item: z.string().max(64).optional(),
    limit: z.coerce.number().int().min(1).max(50).default(8),
    locale: z.string().max(20).optional(),
  })
  .strict();

/** Part of a score: an item the visitor saw, or popularity. The parts add up to the score. */
export type Contribution = {
  kind: 'item' | 'popularity';
  uid?: string;
  documentId?: string;
  title?: string | null;
  value: number;
};
export type Recommendation = {
  uid: string;
  documentId: string;
  title: string | null;
  score: number;
  rank: number;
  source: 'similar' | 'popular';
  reason: { because: Contribution[]; sharedTags: string[]; sentence: string };
};
export type Model = {
  id: string;
  version: string;
  items: number;
  interactions: number;
  features: number;
  visitors: number;
  trainedAt: string;
  durationMs: number;
  isInUse: boolean;
  site: number;
};
export type RunSummary = {
  id: string;
  type: string;
  state: string;
  done: number;
  total: number | null;
  note: string | null;
  error: string | null;
};
