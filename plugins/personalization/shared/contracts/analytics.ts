import { z } from '@strapi/utils';

/** Analytics: browser keys, figures of the intake, import, forwarder. */

export const createKeyBody = z
  .object({
    label: z.string().trim().min(1, 'A key needs a name.').max(80),
    origins: z.array(z.string().trim().max(253)).max(20).default([]),
    site: z.number().int().optional(),
  })
  .strict();
export const keyParams = z.object({ id: z.coerce.number().int().positive() });
export const importBody = z
  .object({ lines: z.array(z.unknown()).min(1).max(500), site: z.number().int().optional() })
  .strict();

export type BrowserKey = {
  id: number;
  label: string;
  key: string;
  origins: string[];
  site: number;
  revokedAt: string | null;
  createdAt: string;
};
export type ImportResult = {
  stored: number;
  known: number;
  refused: { line: number; reason: string }[];
};
export type IntakeFigures = {
  queue: { waiting: number; limit: number; dropped: number };
  days: { day: string; stored: number; refused: number; bots: number; noConsent: number }[];
  forwarded: { sent: number; failed: number };
};
