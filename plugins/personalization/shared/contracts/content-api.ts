import { z } from '@strapi/utils';
import { CONSENTS } from '../plugin';

/** What visitors and front ends call, under /api/personalization. */

const facts = z.string().max(500).optional();
export const resolveQuery = z.object({ facts, slots: z.string().max(200).optional() }).strict();
export const keyQuery = z.object({ facts, uid: z.string().max(120).optional() }).strict();
export const recommendationsQuery = z
  .object({
    /** documentId of an entry: what is like it. Left out: what suits the visitor. */
    for: z.string().max(64).optional(),
    type: z.string().max(120).optional(),
    limit: z.coerce.number().int().min(1).max(50).default(6),
    locale: z.string().max(20).optional(),
  })
  .strict();
export const consentBody = z
  .object({ consent: z.enum(CONSENTS), version: z.number().int().min(1).optional() })
  .strict();
export const preferencesBody = z
  .object({
    preferences: z.record(
      z.string().max(60),
      z.union([z.string().max(200), z.number(), z.boolean()]),
    ),
  })
  .strict();
export const eventsBody = z
  .object({ events: z.array(z.unknown()).min(1).max(100), key: z.string().max(120).optional() })
  .strict();
