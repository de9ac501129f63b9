import { z } from '@strapi/utils';
import { CONSENTS } from '../plugin';

/** Settings of a site: GET|PUT /personalization/settings. */

export const settingsBody = z
  .object({
    /** What a visitor who never said anything has agreed to. */
    consentDefault: z.enum(CONSENTS),
    consentVersion: z.number().int().min(1).max(10_000),
    /** Days after which events are removed. */
    eventDays: z.number().int().min(1).max(1_000),
    /** Days without a visit after which a profile is removed. */
    profileDays: z.number().int().min(1).max(1_000),
    /** Share of visitors who always get the default content, 0 to 0.5: what rules are measured against. */
    holdout: z.number().min(0).max(0.5),
    /** Name of the `track` event that counts as success. */
    goalEvent: z.string().trim().max(120),
    /** Every accepted event is sent on to this address as JSON; empty: nowhere. */
    webhookUrl: z.union([z.literal(''), z.url({ protocol: /^https?$/ })]),
    /** Seconds a shared cache may keep an answer that depends on bucketed facts only. */
    sharedCacheSeconds: z.number().int().min(0).max(86_400),
    isEnabled: z.boolean(),
  })
  .strict();
export type Settings = z.infer<typeof settingsBody>;
export const updateSettingsBody = settingsBody
  .partial()
  .extend({ site: z.number().int().optional() });

export const DEFAULT_SETTINGS: Settings = {
  consentDefault: 'contextual',
  consentVersion: 1,
  eventDays: 180,
  profileDays: 365,
  holdout: 0,
  goalEvent: '',
  webhookUrl: '',
  sharedCacheSeconds: 60,
  isEnabled: true,
};
