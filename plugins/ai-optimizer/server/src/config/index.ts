import { z } from '@strapi/utils';
import { defineConfig, JOB_ENGINES } from 'suite-kit/server';
import { PLUGIN_ID } from '../../../shared/plugin';

const schema = z
  .object({
    /** How long a language model may take for one answer, in milliseconds. Default 30000. */
    requestTimeoutMs: z.number().int().min(1_000).max(300_000).default(30_000),
    /** How often a busy or unreachable model is asked again. Default 2. */
    maxRetries: z.number().int().min(0).max(5).default(2),
    /** Events of visitors that one address may send in a minute. Default 600. */
    eventsPerMinute: z.number().int().min(1).max(1_000_000).default(600),
    /** Days that single events are kept; daily figures stay. Default 90. */
    eventRetentionDays: z.number().int().min(1).max(3_650).default(90),
    /** What wakes background runs: 'poll', or 'pg-boss' (PostgreSQL; the app installs pg-boss 10). Default 'poll'. */
    engine: z.enum(JOB_ENGINES).default('poll'),
  })
  .strict();

export type OptimizerConfig = z.infer<typeof schema>;

export default defineConfig(PLUGIN_ID, schema);
