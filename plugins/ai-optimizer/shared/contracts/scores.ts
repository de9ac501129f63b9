import { z } from '@strapi/utils';
import type { Analysis, ContentSchema, Light } from '../analysis';
import {
  documentId,
  locale,
  page,
  pageSize,
  siteNumber,
  uid,
  type Answer,
  type Pagination,
} from './common';

/**
 * POST /ai-optimizer/analyze (nothing is stored), GET /ai-optimizer/scores,
 * GET /ai-optimizer/scores/overview, GET /ai-optimizer/scores/export,
 * GET|POST /ai-optimizer/scores/:uid/:documentId, PUT …/keyphrase,
 * POST /ai-optimizer/scores/rescore, GET /ai-optimizer/types/:uid.
 */

export const keyphraseFields = {
  keyphrase: z.string().trim().max(120).default(''),
  synonyms: z.array(z.string().trim().min(1).max(120)).max(10).default([]),
};

export const analyzeBody = z
  .object({
    uid,
    locale,
    /** The entry as it stands in the form. */
    document: z.record(z.string(), z.unknown()),
    ...keyphraseFields,
  })
  .strict();

export const scoreFilters = {
  uid: uid.optional(),
  locale: z.string().max(35).optional(),
  site: siteNumber,
  q: z.string().trim().max(120).optional(),
  min: z.coerce.number().int().min(0).max(100).optional(),
  max: z.coerce.number().int().min(0).max(100).optional(),
};
export const listScoresQuery = z
  .object({
    ...scoreFilters,
    sort: z
      .enum(['score:asc', 'score:desc', 'title:asc', 'title:desc', 'takenAt:asc', 'takenAt:desc'])
      .default('score:asc'),
    page,
    pageSize,
  })
  .strict();
export type ListScoresQuery = z.infer<typeof listScoresQuery>;
export const overviewQuery = z.object(scoreFilters).strict();
export type ScoreFilters = z.infer<typeof overviewQuery>;

export const entryParams = z.object({ uid, documentId });
export const typeParams = z.object({ uid });
export const localeQuery = z.object({ locale }).strict();
export const keyphraseBody = z.object({ locale, ...keyphraseFields }).strict();
export const rescoreBody = z.object({ uid: uid.optional(), site: siteNumber }).strict();
export const runParams = z.object({ id: z.coerce.number().int().positive() });

export type ScoreRow = {
  id: number;
  uid: string;
  documentId: string;
  locale: string;
  site: number;
  title: string;
  score: number;
  words: number;
  takenAt: string;
  lights: Record<Light, number>;
  /** Of the last 28 days; null where nothing was measured. */
  impressions: number | null;
};
export type HistoryPoint = { day: string; score: number };
export type Overview = {
  total: number;
  average: number | null;
  /** Entries with a score from 0-9, 10-19, … 90-100. */
  distribution: number[];
  byType: { uid: string; name: string; count: number; average: number }[];
  byLocale: { locale: string; count: number; average: number }[];
  bySite: { site: number; count: number; average: number }[];
  trend: HistoryPoint[];
  /** How far the score goes along with how often visitors act. */
  evidence: { r: number; low: number; high: number; n: number } | null;
  weakest: { id: string; poor: number }[];
};
export type RunState = {
  id: number;
  state: string;
  done: number;
  total: number | null;
  note: string | null;
  error: string | null;
};
export type EntryScore = {
  entry: { uid: string; documentId: string; locale: string; title: string };
  analysis: Analysis;
  keyphrase: string;
  synonyms: string[];
  history: HistoryPoint[];
  performance: { day: string; impressions: number; clicks: number; goals: number }[];
  suggestions: SuggestionSummary[];
};
export type SuggestionSummary = {
  id: number;
  field: string;
  task: string;
  provider: string;
  state: string;
  before: string;
  values: string[];
  after: string | null;
  userName: string | null;
  createdAt: string;
};
export type PanelType = {
  schema: ContentSchema;
  name: string;
  weights: Record<string, number>;
  terms: { term: string; replacement?: string; reason?: string; locale?: string }[];
  warnBelow: number;
  canSuggest: boolean;
  keyphrase: string;
  synonyms: string[];
  provider: 'local' | 'openai';
};

export type AnalyzeResponse = Answer<Analysis>;
export type ListScoresResponse = Answer<ScoreRow[], { pagination: Pagination }>;
export type OverviewResponse = Answer<Overview>;
export type EntryScoreResponse = Answer<EntryScore>;
export type PanelTypeResponse = Answer<PanelType>;
export type RunResponse = Answer<RunState | null>;
