import { z } from '@strapi/utils';
import { defineConfig, JOB_ENGINES } from 'suite-kit/server';
import { PLUGIN_ID } from '../../../shared/plugin';

const count = (least: number, most: number) => z.number().int().min(least).max(most);

const schema = z
  .object({
    /** How long an instance may act on what it knows of rules and settings, in milliseconds. Default 2000. */
    stateMaxAgeMs: count(100, 60_000).default(2_000),
    /** Profiles kept in memory per instance. Default 10000. */
    profileCacheSize: count(0, 200_000).default(10_000),
    /** How long a profile in memory may be behind what another instance wrote, in milliseconds. Default 5000. */
    profileMaxAgeMs: count(0, 600_000).default(5_000),
    /** Events that may wait for being written; what comes above is dropped and counted. Default 20000. */
    intakeQueueSize: count(100, 1_000_000).default(20_000),
    /** How long an event waits for others before it is written, in milliseconds. Default 500. */
    intakeFlushMs: count(10, 60_000).default(500),
    /** Events a minute that one browser key may send. Default 60000. */
    eventsPerMinutePerKey: count(1, 10_000_000).default(60_000),
    /** Events a minute from one address. The address is only kept in memory, as a hash. Default 20000. */
    eventsPerMinutePerAddress: count(1, 10_000_000).default(20_000),
    /** 'queued' answers an event at once, 'stored' after it is in the database. Default 'queued'. */
    intakeAnswer: z.enum(['queued', 'stored']).default('queued'),
    /** When training and cleaning run, as a cron expression. Default every night at 3:17. */
    nightlyCron: z.string().default('17 3 * * *'),
    /** Known visitors for whom recommendations are stored at each training. Default 2000. */
    storedRecommendationVisitors: count(0, 100_000).default(2_000),
    /** How long a visitor token is valid, in days. Default 365. */
    visitorTokenDays: count(1, 3_650).default(365),
    /** Hosts the webhook may be sent to although they are private addresses, comma separated. Default none. */
    webhookPrivateHosts: z.string().default(''),
    /** GraphQL query `recommendations`: 'when-configured' at a start, 'always', 'never'. Default 'when-configured'. */
    graphqlRecommendations: z
      .enum(['when-configured', 'always', 'never'])
      .default('when-configured'),
    /** What wakes background runs: 'poll', or 'pg-boss' (PostgreSQL; the app installs pg-boss 10). Default 'poll'. */
    engine: z.enum(JOB_ENGINES).default('poll'),
  })
  .strict();

export type PersonalizationConfig = z.infer<typeof schema>;

export default defineConfig(PLUGIN_ID, schema);
