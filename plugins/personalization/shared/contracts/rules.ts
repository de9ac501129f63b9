import { z } from '@strapi/utils';
import { RULE_STATES, type RuleState } from '../plugin';
import type { RuleGroup } from '../rule-tree';
import { documentRef, pageQuery, ruleTree } from './common';

/**
 * Rules: GET|POST /personalization/rules, GET|PUT|DELETE /personalization/rules/:id,
 * POST …/rules/order, …/rules/:id/state, …/rules/:id/restore, …/rules/matches, …/rules/why.
 */

const uid = documentRef.uid;
const target = { uid, documentId: documentRef.documentId };

export const ruleAction = z.discriminatedUnion('type', [
  z.object({ type: z.literal('showVariant'), variant: z.string().min(1).max(64) }).strict(),
  z.object({ type: z.literal('hide'), ...target }).strict(),
  z
    .object({ type: z.literal('pin'), ...target, slot: z.number().int().min(1).max(50).default(1) })
    .strict(),
  z
    .object({
      type: z.enum(['boost', 'bury']),
      uid,
      /** Attribute of the type: a relation is compared by the slug or name of its target. */
      attribute: z.string().regex(/^[A-Za-z][A-Za-z0-9_]{0,60}$/),
      value: z.string().min(1).max(200),
    })
    .strict(),
  z
    .object({
      type: z.literal('recommend'),
      slot: z.string().min(1).max(60),
      limit: z.number().int().min(1).max(50).default(6),
    })
    .strict(),
  z
    .object({
      type: z.literal('setAttribute'),
      name: z.string().regex(/^[A-Za-z][A-Za-z0-9_.-]{0,60}$/),
      value: z.string().max(500),
    })
    .strict(),
]);
export type RuleAction = z.infer<typeof ruleAction>;

export const ruleSchedule = z
  .object({
    from: z.iso.datetime({ offset: true }).nullable(),
    to: z.iso.datetime({ offset: true }).nullable(),
  })
  .strict();

export const saveRuleBody = z
  .object({
    name: z.string().trim().min(1, 'A rule needs a name.').max(120),
    tree: ruleTree,
    /** Keys of audiences; a visitor has to be in one of them. Empty: everyone. */
    audiences: z.array(z.string().max(80)).max(20).default([]),
    actions: z.array(ruleAction).max(20).default([]),
    schedule: ruleSchedule.default({ from: null, to: null }),
    /** Share of the matching visitors who get it, 0 to 1. */
    coverage: z.number().min(0).max(1).default(1),
    site: z.number().int().optional(),
  })
  .strict();
export type SaveRuleBody = z.infer<typeof saveRuleBody>;

export const ruleStateBody = z.object({ state: z.enum(RULE_STATES) }).strict();
export const ruleOrderBody = z
  .object({ ids: z.array(z.string().max(64)).min(1).max(500) })
  .strict();
export const restoreBody = z.object({ version: z.number().int().min(1) }).strict();
export const matchesBody = z
  .object({ tree: ruleTree, audiences: z.array(z.string().max(80)).max(20).default([]) })
  .strict();
export const whyBody = z
  .object({
    /** A stored visitor, by id; or facts as they are. */
    visitor: z.string().max(64).optional(),
    facts: z.record(z.string().max(80), z.unknown()).default({}),
  })
  .strict();
export const listRulesQuery = z
  .object({ ...pageQuery, state: z.enum(RULE_STATES).optional() })
  .strict();

export type RuleVersion = { version: number; at: string; by: string; name: string };
export type Rule = {
  id: string;
  name: string;
  tree: RuleGroup;
  audiences: string[];
  actions: RuleAction[];
  schedule: z.infer<typeof ruleSchedule>;
  coverage: number;
  priority: number;
  state: RuleState;
  version: number;
  versions: RuleVersion[];
  site: number;
  /** Actions whose variant or entry is gone. */
  missing: string[];
  /** Ids of rules of higher priority that take the same slots. */
  shadowedBy: { id: string; name: string }[];
  /** How many different answers a cache has to keep because of this rule; null: not cacheable. */
  cacheKeys: number | null;
  isSample: boolean;
  updatedAt: string;
};

export type MatchCount = { matching: number; total: number; isSampled: boolean };

export type Clause = {
  kind: 'clause';
  passed: boolean;
  path: string;
  operator: string;
  expected: unknown;
  actual: unknown;
};
export type Trace = Clause | { kind: 'all' | 'any' | 'none'; passed: boolean; parts: Trace[] };
export type Why = {
  facts: Record<string, unknown>;
  audiences: string[];
  rules: {
    id: string;
    name: string;
    outcome:
      | 'applied'
      | 'shadowed'
      | 'not-matched'
      | 'not-covered'
      | 'not-scheduled'
      | 'not-active'
      | 'holdout';
    trace: Trace;
  }[];
};
