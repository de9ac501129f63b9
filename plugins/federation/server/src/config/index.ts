import { z } from '@strapi/utils';
import { defineConfig, JOB_ENGINES } from 'suite-kit/server';
import { PLUGIN_ID } from '../../../shared/plugin';

const schema = z
  .object({
    /**
     * Hosts (`intranet.example` or `10.0.0.5:8080`) that may be reached although their address is
     * private. Without it only public addresses are reached. Default none.
     */
    allowedHosts: z.array(z.string().min(1)).nullish(),
    /** How long one request to a source may take, in milliseconds. Default 20000. */
    requestTimeoutMs: z.number().int().min(100).max(120_000).default(20_000),
    /** Largest answer of a source that is read, after unpacking, in bytes. Default 10 MB. */
    maxResponseBytes: z.number().int().min(1_000).max(100_000_000).default(10_000_000),
    /** Largest picture that is taken over, in bytes. Default 20 MB. */
    maxMediaBytes: z.number().int().min(1_000).max(200_000_000).default(20_000_000),
    /** Records asked for at once. Default 50. */
    pageSize: z.number().int().min(1).max(100).default(50),
    /** Most records read in one run; the rest comes with the next. Default 100000. */
    maxRecordsPerRun: z.number().int().min(1).max(1_000_000).default(100_000),
    /** Most records looked at for a preview. Default 1000. */
    maxRecordsPerPreview: z.number().int().min(1).max(10_000).default(1_000),
    /** After how many failed runs a record is set aside. Default 5. */
    maxAttempts: z.number().int().min(1).max(50).default(5),
    /** Longest wait that a source may ask for by Retry-After, in milliseconds. Default 30000. */
    maxRetryWaitMs: z.number().int().min(0).max(300_000).default(30_000),
    /** Starts runs by their schedules. Off: by hand only. Default true. */
    scheduleEnabled: z.boolean().default(true),
    /** How often it is asked which sources are due: cron syntax. Default every minute. */
    tick: z.string().default('* * * * *'),
    /** How often the queue of runs is looked at, in milliseconds. Default 1000. */
    pollMs: z.number().int().min(50).max(60_000).default(1_000),
    /** After how long without a sign of life a run is taken over, in milliseconds. Default 30000. */
    leaseTtlMs: z.number().int().min(500).max(600_000).default(30_000),
    /** What wakes background runs: 'poll', or 'pg-boss' (PostgreSQL; the app installs pg-boss 10). Default 'poll'. */
    engine: z.enum(JOB_ENGINES).default('poll'),
  })
  .strict();

export type FederationConfig = z.infer<typeof schema>;

export default defineConfig(PLUGIN_ID, schema);
