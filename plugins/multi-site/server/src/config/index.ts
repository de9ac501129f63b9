import { z } from '@strapi/utils';
import { defineConfig } from 'suite-kit/server';
import { PLUGIN_ID } from '../../../shared/plugin';

const schema = z
  .object({
    /**
     * What happens to new content written outside any site (a cron job, a script) once there
     * are several sites: 'allow' writes it unassigned, 'warn' does so and logs, 'refuse' throws.
     * Default 'warn'.
     */
    unscopedWrites: z.enum(['allow', 'warn', 'refuse']).default('warn'),
    /**
     * How long an instance may act on what it knows of sites, members and tokens, in
     * milliseconds. A revoked membership ends within this time on every instance. Default 500.
     */
    stateMaxAgeMs: z.number().int().min(0).max(5_000).default(500),
    /** Rows stamped in one statement while existing content is adopted. Default 2000. */
    adoptionBatchSize: z.number().int().min(100).max(50_000).default(2_000),
    /**
     * 'auto' takes the short names (table `sites`, column `site_id`, route `/api/sites`) and
     * falls back to prefixed ones where the app already uses them; 'prefixed' always prefixes.
     * Default 'auto'.
     */
    names: z.enum(['auto', 'prefixed']).default('auto'),
    /** How many different findings report mode keeps. Default 200. */
    reportMaxEntries: z.number().int().min(1).max(5_000).default(200),
  })
  .strict();

export default defineConfig(PLUGIN_ID, schema);
