import { z } from '@strapi/utils';
import { COLLECTORS } from '../collectors';

/** GET|PUT /performance-monitor/settings, POST …/settings/metrics-token. */

export { COLLECTORS };

export const settingsBody = z
  .object({
    collectors: z
      .object({
        requests: z.boolean(),
        database: z.boolean(),
        runtime: z.boolean(),
        outgoing: z.boolean(),
        delivery: z.boolean(),
        timings: z.boolean(),
        traces: z.boolean(),
        markers: z.boolean(),
      })
      .partial()
      .strict(),
    /** From how many milliseconds on an answer is slow. */
    slowMs: z.number().int().min(10).max(600_000),
    /** Share of ordinary requests kept for a waterfall. */
    sampleShare: z.number().min(0).max(1),
    /** Beginnings of addresses that are not counted, as `/_health`. */
    excludedPaths: z.array(z.string().regex(/^\/[\w/.-]{0,199}$/)).max(50),
    isPrometheusOn: z.boolean(),
    areVitalsOn: z.boolean(),
  })
  .partial()
  .strict();
export type SettingsBody = z.infer<typeof settingsBody>;

/** POST …/settings/browser-keys: what a front end sends Web Vitals with. */
export const browserKeyBody = z
  .object({
    label: z.string().trim().min(1).max(100),
    /** Websites that may use it, as `https://www.example.com`; `*` means every one. */
    origins: z.array(z.string().min(1).max(200)).min(1).max(20),
    site: z.number().int().min(0).optional(),
  })
  .strict();

export type Settings = {
  collectors: Record<(typeof COLLECTORS)[number], boolean>;
  slowMs: number;
  sampleShare: number;
  excludedPaths: string[];
  isPrometheusOn: boolean;
  areVitalsOn: boolean;
};

export type SettingsAnswer = Settings & {
  hasMetricsToken: boolean;
  canStoreSecrets: boolean;
  storage: { rows: number; traces: number; statements: number; oldest: number | null };
  hasSamples: boolean;
};
