import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { Settings, SettingsBody } from '../../../shared/contracts/settings';
import { PLUGIN_ID } from '../../../shared/plugin';

type Stored = Settings & { metricsTokenHash: string | null };

const DEFAULTS: Stored = {
  collectors: {
    requests: true,
    database: true,
    runtime: true,
    outgoing: true,
    delivery: true,
    timings: true,
    traces: true,
    markers: true,
  },
  slowMs: 1_000,
  sampleShare: 0.01,
  excludedPaths: ['/_health'],
  isPrometheusOn: false,
  areVitalsOn: false,
  metricsTokenHash: null,
};

const KEY = { type: 'plugin', name: PLUGIN_ID, key: 'settings' } as const;

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');

/** What is switched in Health, Settings; the same for all instances. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  let known: Stored = DEFAULTS;

  async function write(next: Stored): Promise<Settings> {
    await strapi.store.set({ ...KEY, value: next });
    known = next;
    return next;
  }

  async function fresh(): Promise<Stored> {
    const stored = (await strapi.store.get(KEY)) as Partial<Stored> | null;
    const collectors = { ...DEFAULTS.collectors, ...stored?.collectors };
    known = { ...DEFAULTS, ...stored, collectors };
    return known;
  }

  return {
    /** As this instance last read it; for every request, so without asking the database. */
    now: (): Settings => known,

    fresh,

    async change(body: SettingsBody): Promise<Settings> {
      const before = await fresh();
      const collectors = { ...before.collectors, ...body.collectors };
      return write({ ...before, ...body, collectors });
    },

    hasMetricsToken: () => known.metricsTokenHash !== null,

    /** A new token for Prometheus; shown once, stored as a hash. The former one ends. */
    async renewMetricsToken(): Promise<string> {
      const token = randomBytes(24).toString('base64url');
      await write({ ...(await fresh()), metricsTokenHash: hashOf(token) });
      return token;
    },

    async isMetricsToken(token: string): Promise<boolean> {
      const { metricsTokenHash } = await fresh();
      if (!metricsTokenHash) return false;
      return timingSafeEqual(Buffer.from(hashOf(token)), Buffer.from(metricsTokenHash));
    },
  };
};
