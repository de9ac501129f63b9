import { z } from '@strapi/utils';
import { siteNumber, type Answer } from './common';

/** GET|PUT /ai-optimizer/settings, POST /ai-optimizer/settings/test. */

const term = z
  .object({
    term: z.string().trim().min(2).max(80),
    replacement: z.string().trim().max(80).optional(),
    reason: z.string().trim().max(200).optional(),
    /** Empty: in every language. */
    locale: z.string().max(35).optional(),
  })
  .strict();

export const settingsValues = z
  .object({
    provider: z.enum(['local', 'openai']).default('local'),
    /** Address of an OpenAI-compatible API; empty is OpenAI's own. */
    baseUrl: z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(300)]).default(''),
    model: z.string().trim().max(120).default('gpt-4.1-mini'),
    embeddingModel: z.string().trim().max(120).default(''),
    /** Price of a million tokens, in the currency's unit. */
    priceIn: z.number().min(0).max(1_000).default(0.4),
    priceOut: z.number().min(0).max(1_000).default(1.6),
    /** Most that may be spent in a month; null is no limit. */
    monthlyBudget: z.number().min(0).max(10_000).nullable().default(10),
    monthlyBudgetPerPerson: z.number().min(0).max(10_000).nullable().default(null),
    /** How the house writes, given to the model with every task. */
    brandVoice: z.string().max(2_000).default(''),
    weights: z.record(z.string().max(40), z.number().min(0).max(5)).default({}),
    terms: z.array(term).max(500).default([]),
    /** Below this score the panel warns before publishing. 0 never warns. */
    warnBelow: z.number().int().min(0).max(100).default(40),
  })
  .strict();
export type SettingsValues = z.infer<typeof settingsValues>;

export const settingsQuery = z.object({ site: siteNumber }).strict();
export const settingsBody = z
  .object({
    values: settingsValues,
    /** Left out: the stored one stays. Null: it is forgotten. */
    apiKey: z.string().trim().min(1).max(500).nullable().optional(),
  })
  .strict();
export type SettingsBody = z.infer<typeof settingsBody>;

export type Settings = {
  values: SettingsValues;
  hasKey: boolean;
  /** Where the key comes from; its value is never told. */
  keySource: 'stored' | 'environment' | null;
  canStoreKey: boolean;
  defaultWeights: Record<string, number>;
  /** What this month cost so far. */
  spent: number;
};
export type SettingsResponse = Answer<Settings>;
export type TestResponse = Answer<{ ok: boolean; message: string; durationMs: number }>;
