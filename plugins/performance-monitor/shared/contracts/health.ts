import { z } from '@strapi/utils';

/**
 * Figures: GET /performance-monitor/overview, /routes, /routes/detail, /queries,
 * /queries/server, /queries/:fingerprint, /delivery, /ai, /traces, /traces/:id, /markers, /markers/:id/comparison.
 * All take the same window: `from`, `to` (ISO or ms since 1970), `step` (seconds), `site`,
 * `contentType`.
 */

const moment = z.union([
  z.coerce.number().int().min(0).max(9_999_999_999_999),
  z.iso.datetime({ offset: true }).transform((text) => Date.parse(text)),
]);

export const windowShape = {
  from: moment.optional(),
  to: moment.optional(),
  step: z.coerce
    .number()
    .int()
    .min(60)
    .max(31 * 86_400)
    .optional(),
  site: z.coerce.number().int().min(0).optional(),
  contentType: z
    .string()
    .regex(/^[a-z]+::[\w-]+\.[\w-]+$/)
    .max(120)
    .optional(),
};
export const windowQuery = z
  .object(windowShape)
  .strict()
  .refine(({ from, to }) => from === undefined || to === undefined || from < to, {
    message: 'from has to be before to.',
    path: ['from'],
  });
export type WindowQuery = z.infer<typeof windowQuery>;

export const routeQuery = z
  .object({
    ...windowShape,
    route: z.string().min(1).max(200),
    /** Without it the one that took the most time: a statement knows its route only. */
    method: z.string().min(1).max(10).optional(),
  })
  .strict();
export const fingerprintParams = z.object({
  fingerprint: z.string().regex(/^([0-9a-f]{16}|other)$/),
});
export const traceParams = z.object({ id: z.string().regex(/^[0-9a-z]{8,32}$/) });
export const tracesQuery = z
  .object({
    ...windowShape,
    route: z.string().min(1).max(200).optional(),
    kind: z.enum(['error', 'slow', 'repeat', 'sample']).optional(),
    page: z.coerce.number().int().min(1).max(10_000).default(1),
    pageSize: z.coerce.number().int().min(1).max(100).default(20),
  })
  .strict();

export const explainBody = z
  .object({
    /** Values for the statement's question marks, in order. Used once, never stored. */
    values: z
      .array(z.union([z.string().max(1000), z.number(), z.boolean(), z.null()]))
      .max(200)
      .default([]),
  })
  .strict();

export const markerBody = z
  .object({
    label: z.string().trim().min(1).max(120),
    kind: z.enum(['deploy', 'note']).default('deploy'),
    at: moment.optional(),
  })
  .strict();
export const markerParams = z.object({ id: z.string().min(1).max(64) });

export const comparisonQuery = z
  .object({
    /** How long before and after is looked at. */
    minutes: z.coerce.number().int().min(5).max(1440).default(60),
    site: windowShape.site,
    contentType: windowShape.contentType,
  })
  .strict();
export type ComparisonQuery = z.infer<typeof comparisonQuery>;

export const vitalBody = z
  .object({
    name: z.enum(['LCP', 'INP', 'CLS', 'TTFB', 'FCP']),
    value: z.number().min(0).max(600_000),
    /** A template such as `/blog/:slug`, never an address with values. */
    route: z
      .string()
      .regex(/^\/[\w/:*.-]{0,120}$/)
      .default('/'),
  })
  .strict();

export type * from './health-details';
export type * from './health-figures';
