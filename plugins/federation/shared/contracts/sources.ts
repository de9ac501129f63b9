import { z } from '@strapi/utils';
import { typeMappingSchema, type TypeMapping } from './mappings';
import { SOURCE_TYPES, type SourceType } from '../source-types';
import { policySchema, type Policy } from './policies';
import type { RemoteType } from './remote';

/**
 * GET|POST /federation/sources, GET|PUT|DELETE /federation/sources/:id,
 * POST /federation/sources/:id/test, /discover, /preview, /run, and the same without an id for a
 * source that is still being set up.
 */

/** Kinds of sources that work; screens offer exactly these. */
export { SOURCE_TYPES, type SourceType };

const address = z
  .string()
  .trim()
  .max(2_000)
  .regex(/^https?:\/\/[^\s]+$/i, 'Enter an address that begins with http:// or https://.');

export const sourceConfigSchema = z
  .object({
    url: address,
    /**
     * Names in the source's API, such as `articles`; needed only where the token may not read the
     * content types themselves.
     */
    types: z
      .array(
        z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'Write names as they stand in the API: articles.'),
      )
      .max(50)
      .optional(),
  })
  .strict();
export type SourceConfig = z.infer<typeof sourceConfigSchema>;

const secret = z.string().trim().max(4_000);

export const connectionSchema = z
  .object({
    type: z.enum(SOURCE_TYPES),
    config: sourceConfigSchema,
    secret: secret.optional(),
    /** A source that is being changed: its stored token is used for the same address. */
    sourceId: z.string().max(64).optional(),
  })
  .strict();
export type Connection = z.infer<typeof connectionSchema>;

/** Cron syntax of five fields, or nothing for "by hand only". */
const schedule = z.string().trim().max(100);

const sourceFields = {
  name: z.string().trim().min(1, 'Give the source a name.').max(80),
  mappings: z.array(typeMappingSchema).max(50),
  policy: policySchema,
  schedule,
  timeZone: z.string().trim().max(60),
  isEnabled: z.boolean(),
};

export const createSourceBody = connectionSchema.omit({ sourceId: true }).extend({
  ...sourceFields,
  mappings: sourceFields.mappings.min(1, 'Map at least one type.'),
  policy: policySchema.default({ preset: 'merge', onDelete: 'unpublish', publish: false }),
  schedule: schedule.default(''),
  timeZone: z.string().trim().max(60).default('UTC'),
  isEnabled: z.boolean().default(true),
  /** Number of the site; needed in the network view. */
  site: z.number().int().min(0).optional(),
});
export type CreateSourceBody = z.input<typeof createSourceBody>;

export const updateSourceBody = z
  .object({ ...sourceFields, config: sourceConfigSchema, secret })
  .partial()
  .strict();
export type UpdateSourceBody = z.infer<typeof updateSourceBody>;

export const previewBody = connectionSchema.extend({
  mappings: sourceFields.mappings.min(1, 'Map at least one type.'),
  policy: policySchema.default({ preset: 'merge', onDelete: 'unpublish', publish: false }),
  site: z.number().int().min(0).optional(),
});

export const sampleBody = connectionSchema.extend({ mapping: typeMappingSchema });
export const proposeBody = connectionSchema.extend({
  remoteType: z.string().min(1).max(100),
  uid: z.string().max(200),
});

export const idParams = z.object({ id: z.string().min(1).max(64) });

export const runSourceBody = z
  .object({
    /** `full` reads everything again, also what the source does not call changed. */
    mode: z.enum(['changes', 'full']).default('changes'),
  })
  .strict();

export const listSourcesQuery = z
  .object({
    page: z.coerce.number().int().min(1).default(1),
    pageSize: z.coerce.number().int().min(1).max(100).default(20),
    q: z.string().trim().max(100).optional(),
  })
  .strict();

export type SourceHealth = 'new' | 'ok' | 'failing' | 'paused';

export type Counts = {
  created: number;
  updated: number;
  unchanged: number;
  conflicts: number;
  deleted: number;
  skipped: number;
  failed: number;
};

export type Source = {
  id: string;
  site: number;
  name: string;
  type: SourceType;
  config: SourceConfig;
  hasSecret: boolean;
  mappings: TypeMapping[];
  policy: Policy;
  schedule: string;
  timeZone: string;
  isEnabled: boolean;
  nextRunAt: string | null;
  health: SourceHealth;
  lastRun: { id: string; at: string; state: string; counts: Counts | null } | null;
  lastError: string | null;
  failures: number;
  entries: number;
  openConflicts: number;
  isSample: boolean;
};

export type Pagination = { page: number; pageSize: number; pageCount: number; total: number };

export type TestResult = { title: string; detail: string };
export type DiscoverResult = { types: RemoteType[]; needsNames: boolean };

export type LocalField = { name: string; type: string; kind: string; target: string | null };
export type LocalType = {
  uid: string;
  label: string;
  isLocalized: boolean;
  hasDrafts: boolean;
  fields: LocalField[];
};

export type SampleRecord = {
  id: string;
  title: string;
  remote: unknown;
  mapped: Record<string, unknown>;
};

export type PreviewAction =
  | 'created'
  | 'updated'
  | 'unchanged'
  | 'conflict'
  | 'deleted'
  | 'skipped'
  | 'failed';
export type PreviewSample = {
  action: PreviewAction;
  remoteType: string;
  remoteId: string;
  title: string;
  fields: string[];
  note: string | null;
};
export type Preview = {
  counts: Counts;
  samples: PreviewSample[];
  warnings: string[];
  /** False when there was more than a preview looks at. */
  isComplete: boolean;
};

export type ListSourcesResponse = { data: Source[]; meta: { pagination: Pagination } };
export type SourceResponse = { data: Source };
