import { z } from '@strapi/utils';
import { EXPERIMENT_STATES, type ExperimentState } from '../experiment-states';
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
 * GET|POST /ai-optimizer/experiments, GET|PUT|DELETE /ai-optimizer/experiments/:id,
 * POST …/:id/start|stop|promote|revert, GET …/:id/results, PUT …/:id/variants/:variant/fields,
 * POST /ai-optimizer/experiments/power, GET /api/ai-optimizer/assignments.
 */

export { EXPERIMENT_STATES, type ExperimentState };

export const goal = z
  .object({
    /** Name of the event that visitors send: "Signed Up". */
    event: z.string().trim().min(1, 'Name the event that counts.').max(120),
    /** Whether it happened, or how much it was worth. */
    kind: z.enum(['conversion', 'value']).default('conversion'),
    /** For planning: share of visitors that convert today, and the least relative change worth seeing. */
    baseline: z.number().gt(0).lt(1).default(0.05),
    effect: z.number().gt(0).max(5).default(0.2),
  })
  .strict();
export type Goal = z.infer<typeof goal>;

const weight = z.number().gt(0).max(1);
const variant = z
  .object({
    /** documentId of a variant that is there already. */
    id: z.string().max(64).optional(),
    name: z.string().trim().min(1).max(120),
    weight,
  })
  .strict();

const fields = {
  name: z.string().trim().min(1, 'An experiment needs a name.').max(120),
  hypothesis: z.string().trim().max(1_000).default(''),
  coverage: z.number().gt(0).max(1).default(1),
  controlWeight: weight.default(0.5),
  goal,
  minimumDays: z.number().int().min(1).max(180).default(7),
  variants: z.array(variant).min(1, 'A test needs a variant.').max(5),
};

export const createExperimentBody = z
  .object({ uid, documentId, locale, site: siteNumber, ...fields })
  .strict();
export type CreateExperimentBody = z.infer<typeof createExperimentBody>;
export type CreateExperimentInput = z.input<typeof createExperimentBody>;
export const updateExperimentBody = z.object(fields).partial().strict();
export type UpdateExperimentBody = z.infer<typeof updateExperimentBody>;

export const experimentParams = z.object({ id: documentId });
export const variantParams = z.object({ id: documentId, variant: documentId });
export const variantFieldsBody = z
  .object({ fields: z.record(z.string().max(120), z.union([z.string().max(20_000), z.null()])) })
  .strict();
export const listExperimentsQuery = z
  .object({
    state: z.enum(EXPERIMENT_STATES).optional(),
    uid: uid.optional(),
    documentId: documentId.optional(),
    page,
    pageSize,
  })
  .strict();
export type ListExperimentsQuery = z.infer<typeof listExperimentsQuery>;
export const promoteBody = z.object({ variant: documentId }).strict();
export const powerBody = z
  .object({
    baseline: z.number().gt(0).lt(1),
    effect: z.number().gt(0).max(5),
    coverage: z.number().gt(0).max(1),
    weights: z.array(weight).min(2).max(6),
    unitsPerDay: z.number().min(0).max(100_000_000),
  })
  .strict();
export type PowerBody = z.infer<typeof powerBody>;

export type Variant = {
  id: string;
  /** Of the overlay, for the edit view. */
  overlay: string;
  name: string;
  index: number;
  weight: number;
  /** Fields that differ from the original, with what they are there and here. */
  fields: { path: string; before: string; after: string }[];
  changed: number;
};
export type Experiment = {
  id: string;
  site: number;
  name: string;
  hypothesis: string;
  uid: string;
  documentId: string;
  locale: string;
  entryTitle: string;
  state: ExperimentState;
  coverage: number;
  controlWeight: number;
  goal: Goal;
  minimumDays: number;
  startedAt: string | null;
  stoppedAt: string | null;
  promotedAt: string | null;
  winner: string | null;
  canRevert: boolean;
  variants: Variant[];
  /** Text fields of the entry that a variant may change here, with what they say now. */
  editable: { path: string; type: string; value: string; maxLength?: number }[];
  /** Visits of the entry a day, of the last weeks; null where nothing was measured. */
  visitsPerDay: number | null;
};
export type ExperimentSummary = Pick<
  Experiment,
  | 'id'
  | 'site'
  | 'name'
  | 'uid'
  | 'documentId'
  | 'locale'
  | 'entryTitle'
  | 'state'
  | 'startedAt'
  | 'stoppedAt'
> & { variants: number; units: number; verdict: Verdict['kind'] | null };

/** What the figures say, in one word; the sentence for it is the admin's. */
export type Verdict =
  | { kind: 'nothing' }
  | { kind: 'split-broken'; pValue: number }
  | { kind: 'too-early'; daysLeft: number }
  | { kind: 'undecided'; low: number; high: number }
  | { kind: 'winner'; variant: string; low: number; high: number; estimate: number }
  | { kind: 'worse'; low: number; high: number };

export type ArmResult = {
  id: string;
  name: string;
  units: number;
  conversions: number;
  sum: number;
  rate: number;
  /** Against the original; null for the original and while nothing can be said. */
  effect: { estimate: number; low: number; high: number; pValue: number } | null;
  chanceToWin: number | null;
};
export type Results = {
  arms: ArmResult[];
  timeline: { day: string; estimate: number; low: number; high: number; variant: string }[];
  split: { expected: number[]; counts: number[]; pValue: number; isBroken: boolean };
  days: number;
  verdict: Verdict;
};
export type PowerAnswer = { perArm: number; total: number; days: number | null };

export type ExperimentResponse = Answer<Experiment>;
export type ListExperimentsResponse = Answer<ExperimentSummary[], { pagination: Pagination }>;
export type ResultsResponse = Answer<Results>;
export type PowerResponse = Answer<PowerAnswer>;

export const assignmentsQuery = z
  .object({ visitor: z.string().min(1).max(200).optional() })
  .strict();
export const featuresParams = z.object({ clientKey: z.string().min(1).max(64) });
export type Assignment = {
  experiment: string;
  name: string;
  /** 0 is the original. */
  variation: number;
  variant: string | null;
  uid: string;
  documentId: string;
  locale: string;
  goal: string;
};
