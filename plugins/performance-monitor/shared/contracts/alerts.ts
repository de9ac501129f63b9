import { z } from '@strapi/utils';
import { SEVERITIES, type Severity } from '../plugin';
import { SIGNALS, type Signal } from '../signals';

/**
 * Alerts: GET|POST /performance-monitor/alerts/rules, GET|PUT|DELETE …/rules/:id,
 * POST …/rules/:id/test, POST /alerts/preview, GET /alerts/events, GET|POST /alerts/silences,
 * DELETE …/silences/:id, GET|POST /channels, PUT|DELETE /channels/:id, POST /channels/:id/test.
 */

export { SIGNALS, type Signal };

export const QUANTILES = [0.5, 0.75, 0.95, 0.99] as const;

const count = z.number().int().min(0).max(1_000_000);
const minutes = z.number().int().min(1).max(1440);
const limit = z.number().min(-1e12).max(1e12);

export const conditionSchema = z.discriminatedUnion('kind', [
  z
    .object({
      kind: z.literal('threshold'),
      signal: z.enum(SIGNALS),
      quantile: z
        .union([z.literal(0.5), z.literal(0.75), z.literal(0.95), z.literal(0.99)])
        .default(0.95),
      comparison: z.enum(['above', 'below']).default('above'),
      threshold: limit,
      /** Where a firing alert ends; the threshold itself without it. */
      resolveThreshold: limit.nullable().default(null),
      windowMinutes: minutes.default(5),
      /** With fewer measurements in the window there is nothing to say. */
      minCount: count.default(1),
    })
    .strict(),
  z
    .object({
      kind: z.literal('burn-rate'),
      good: z.enum(['no-errors', 'fast']),
      /** For `fast`: an answer is good when it takes at most this long. */
      fastMs: z.number().min(1).max(600_000).default(500),
      /** Share of good answers that was promised, as 0.999. */
      objective: z.number().min(0.5).max(0.99999),
      minCount: count.default(50),
    })
    .strict(),
  z
    .object({
      kind: z.literal('anomaly'),
      signal: z.enum(SIGNALS),
      quantile: z
        .union([z.literal(0.5), z.literal(0.75), z.literal(0.95), z.literal(0.99)])
        .default(0.95),
      /** Robust standard deviations from the same hour of earlier weeks. */
      limit: z.number().min(2).max(20).default(4),
    })
    .strict(),
  z.object({ kind: z.literal('absence'), windowMinutes: minutes.default(10) }).strict(),
]);
export type Condition = z.infer<typeof conditionSchema>;

export const filtersSchema = z
  .object({
    route: z.string().min(1).max(200).optional(),
    contentType: z
      .string()
      .regex(/^[a-z]+::[\w-]+\.[\w-]+$/)
      .max(120)
      .optional(),
    /** `ai`, `personalization` or `federation` for the signals of neighbours. */
    area: z
      .string()
      .regex(/^[a-z-]{1,40}$/)
      .optional(),
  })
  .strict();
export type Filters = z.infer<typeof filtersSchema>;

const seconds = z
  .number()
  .int()
  .min(0)
  .max(7 * 86_400);

export const ruleBody = z
  .object({
    name: z.string().trim().min(1, 'Give the rule a name.').max(120),
    isEnabled: z.boolean().default(true),
    severity: z.enum(SEVERITIES).default('warning'),
    condition: conditionSchema,
    filters: filtersSchema.default({}),
    groupBy: z.enum(['none', 'route', 'contentType', 'site']).default('none'),
    forSeconds: seconds.default(60),
    keepFiringForSeconds: seconds.default(0),
    noData: z.enum(['keep', 'ok', 'alert']).default('ok'),
    repeatMinutes: z.number().int().min(1).max(10_080).default(240),
    /** Ids of channels; without one the alert is only shown here. */
    channels: z.array(z.string().min(1).max(64)).max(20).default([]),
    note: z.string().max(2000).default(''),
    /** For which site; left out in the network view: for everything. */
    site: z.number().int().min(0).optional(),
  })
  .strict();
export type RuleBody = z.infer<typeof ruleBody>;
/** What may be left out by the one who sends it. */
export type RuleInput = z.input<typeof ruleBody>;

export const idParams = z.object({ id: z.string().min(1).max(64) });

export const eventsQuery = z
  .object({
    state: z.enum(['open', 'resolved', 'all']).default('all'),
    page: z.coerce.number().int().min(1).max(10_000).default(1),
    pageSize: z.coerce.number().int().min(1).max(100).default(20),
  })
  .strict();

export const silenceBody = z
  .object({
    /** One rule; every rule without it. */
    rule: z.string().min(1).max(64).nullable().default(null),
    minutes: z
      .number()
      .int()
      .min(1)
      .max(60 * 24 * 90),
    comment: z.string().trim().max(500).default(''),
    startsAt: z.number().int().min(0).optional(),
    site: z.number().int().min(0).optional(),
  })
  .strict();
export type SilenceBody = z.input<typeof silenceBody>;

export const channelBody = z
  .object({
    name: z.string().trim().min(1, 'Give the channel a name.').max(120),
    kind: z.enum(['email', 'webhook', 'slack']),
    isEnabled: z.boolean().default(true),
    /** Address of e-mail or of the receiver; left out in a change: as it is. */
    target: z.string().trim().min(3).max(2000).optional(),
    /** Key the webhook is signed with; left out: as it is, null: none. */
    secret: z.string().min(8, 'At least 8 characters.').max(200).nullable().optional(),
    site: z.number().int().min(0).optional(),
  })
  .strict();
export type ChannelBody = z.input<typeof channelBody>;

export type Rule = RuleBody & {
  id: string;
  isNetwork: boolean;
  isSample: boolean;
  state: 'ok' | 'pending' | 'firing';
  createdAt: string;
  updatedAt: string;
};

export type AlertEvent = {
  id: string;
  rule: string;
  ruleName: string;
  severity: Severity;
  state: 'pending' | 'firing' | 'resolved';
  labels: Record<string, string>;
  value: number | null;
  activeAt: number;
  firedAt: number | null;
  resolvedAt: number | null;
  deliveries: Delivered[];
};

export type Delivered = {
  id: string;
  channel: string;
  transition: string;
  state: 'queued' | 'sent' | 'failed' | 'silenced';
  attempts: number;
  sentAt: number | null;
  status: number | null;
  error: string | null;
};

export type Silence = {
  id: string;
  rule: string | null;
  ruleName: string | null;
  startsAt: number;
  endsAt: number;
  comment: string;
  author: string | null;
  isActive: boolean;
};

export type Channel = {
  id: string;
  name: string;
  kind: 'email' | 'webhook' | 'slack';
  isEnabled: boolean;
  /** The address with its secret parts left out. */
  hint: string;
  hasSecret: boolean;
  isNetwork: boolean;
  isSample: boolean;
};

export type RuleTest = {
  /** Value and verdict of each group now. */
  now: { labels: Record<string, string>; value: number | null; count: number; holds: boolean }[];
  /** How often the rule would have fired in the last day. */
  wouldHaveFired: number;
  unit: 'ms' | '%' | '1/min' | 'MB' | 'bytes' | 'usd' | '×';
};

export type ChannelTest = { isSent: boolean; status: number | null; error: string | null };
