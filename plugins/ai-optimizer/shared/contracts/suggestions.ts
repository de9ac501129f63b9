import { z } from '@strapi/utils';
import { documentId, locale, page, pageSize, uid, type Answer, type Pagination } from './common';
import type { SuggestionSummary } from './scores';

/**
 * POST|GET /ai-optimizer/suggestions, POST /ai-optimizer/suggestions/:id/decision,
 * POST /ai-optimizer/suggestions/:id/undo, GET /ai-optimizer/usage.
 */

export const SUGGESTION_TASKS = [
  'title',
  'metaTitle',
  'metaDescription',
  'summary',
  'slug',
  'keyphrases',
  'altText',
  'rewrite',
] as const;

export const suggestBody = z
  .object({
    uid,
    /** Empty for an entry that is not saved yet. */
    documentId: z.union([documentId, z.literal('')]).default(''),
    locale,
    task: z.enum(SUGGESTION_TASKS),
    /** Path of the field it is for; empty for keyphrases. */
    field: z.string().max(255).default(''),
    document: z.record(z.string(), z.unknown()),
    keyphrase: z.string().trim().max(120).default(''),
    /** A passage to rewrite instead of the whole field. */
    passage: z.string().max(4_000).optional(),
    count: z.number().int().min(1).max(5).default(3),
  })
  .strict();
export type SuggestBody = z.infer<typeof suggestBody>;
export type SuggestInput = z.input<typeof suggestBody>;

export const suggestionParams = z.object({ id: z.coerce.number().int().positive() });
export const decisionBody = z
  .object({
    state: z.enum(['accepted', 'edited', 'rejected', 'undone']),
    after: z.string().max(20_000).optional(),
  })
  .strict();
export type Decision = z.infer<typeof decisionBody>;

export const listSuggestionsQuery = z
  .object({
    state: z.enum(['open', 'accepted', 'edited', 'rejected', 'undone', 'refused']).optional(),
    page,
    pageSize,
  })
  .strict();
export type ListSuggestionsQuery = z.infer<typeof listSuggestionsQuery>;
export const usageQuery = z
  .object({ months: z.coerce.number().int().min(1).max(24).default(6) })
  .strict();

export type Suggestion = {
  id: number;
  task: string;
  field: string;
  before: string;
  values: string[];
  provider: string;
  model: string;
  cost: number;
  refused: number;
  isCached: boolean;
};
export type UsageMonth = { month: string; calls: number; tokens: number; cost: number };
export type Usage = {
  months: UsageMonth[];
  byTask: { task: string; made: number; accepted: number }[];
  byProvider: { provider: string; model: string; made: number; tokens: number; cost: number }[];
  spent: number;
  limit: number | null;
};
export type SuggestionListRow = SuggestionSummary & {
  uid: string;
  documentId: string;
  locale: string;
  model: string;
  cost: number;
  site: number;
};
export type SuggestionResponse = Answer<Suggestion>;
export type ListSuggestionsResponse = Answer<SuggestionListRow[], { pagination: Pagination }>;
export type UsageResponse = Answer<Usage>;
