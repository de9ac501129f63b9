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
    /**
     * Up to how many shared entries of a type the queries of a site name one by one, which keeps
     * them on indexes. Beyond it they look into the table of shares, which is slower on large
     * tables. Default 500.
     */
    inlineShares: z.number().int().min(0).max(2_000).default(500),
    /** How many different findings report mode keeps. Default 200. */
    reportMaxEntries: z.number().int().min(1).max(5_000).default(200),
    /**
     * Hosts (`cms.internal`) or host and port (`127.0.0.1:3000`) in a private network that the
     * revalidation of a site may reach. Public hosts need no entry. Default: none.
     */
    allowedHosts: z.array(z.string().min(1).max(255)).max(100).default([]),
  })
  .strict();

export default defineConfig(PLUGIN_ID, schema);
