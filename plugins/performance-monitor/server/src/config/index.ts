import { z } from '@strapi/utils';
import { defineConfig } from 'suite-kit/server';
import { PLUGIN_ID } from '../../../shared/plugin';

const schema = z
  .object({
    /**
     * Collects anything at all. False leaves pages, alerts and what was collected. Which parts
     * collect is switched in Health, Settings. Default true.
     */
    collectingEnabled: z.boolean().default(true),
    /** How often figures are written, in milliseconds; a crash loses at most this. Default 15000. */
    flushMs: z.number().int().min(500).max(60_000).default(15_000),
    /** How often alert rules are evaluated, in milliseconds. Default 15000. */
    evaluateMs: z.number().int().min(500).max(300_000).default(15_000),
    /** Different series kept between two writes; more are counted as "other". Default 2000. */
    maxSeries: z.number().int().min(50).max(20_000).default(2_000),
    /** Different routes; more are counted as "other". Default 256. */
    maxRoutes: z.number().int().min(10).max(2_000).default(256),
    /** Different statements; more are counted as "other". Default 512. */
    maxStatements: z.number().int().min(10).max(5_000).default(512),
    /** Different hosts this server asks; more are counted as "other". Default 64. */
    maxHosts: z.number().int().min(1).max(1_000).default(64),
    /**
     * Requests kept for a waterfall, of each kind, in one minute and instance; beyond it the first
     * of each route, as many again. Default 10.
     */
    tracesPerMinute: z.number().int().min(0).max(600).default(10),
    /** Kept requests at most; older ones go. Default 5000. */
    maxTraces: z.number().int().min(10).max(100_000).default(5_000),
    /** How long a kept request stays, in milliseconds. Default 7 days. */
    traceRetentionMs: z
      .number()
      .int()
      .min(60_000)
      .default(7 * 86_400_000),
    /** Adds the time in the proxy by its header X-Request-Start. Only behind a proxy that sets it. */
    proxyHeaderEnabled: z.boolean().default(false),
    /**
     * Hosts alerts may be sent to although their address is not public, separated by commas, as
     * `alertmanager.internal:9093`. Default none.
     */
    allowedHosts: z.string().default(''),
    /** Web Vitals taken from one address in a minute. Default 60. */
    vitalsPerMinute: z.number().int().min(1).max(10_000).default(60),
    /** How long the database may take to explain a statement, in milliseconds. Default 3000. */
    explainTimeoutMs: z.number().int().min(100).max(30_000).default(3_000),
  })
  .strict();

export type Config = z.infer<typeof schema>;

export default defineConfig(PLUGIN_ID, schema);
