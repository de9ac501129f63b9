import { z } from '@strapi/utils';
import { siteNumber, type Answer } from './common';

/** GET|POST /ai-optimizer/browser-keys, DELETE /ai-optimizer/browser-keys/:id. */

export const browserKeyBody = z
  .object({
    label: z.string().trim().min(1).max(100),
    /** Where pages with this key may come from; none means anywhere. */
    origins: z
      .array(z.url({ protocol: /^https?$/ }).max(300))
      .max(20)
      .default([]),
    site: siteNumber,
  })
  .strict();
export type BrowserKeyInput = z.input<typeof browserKeyBody>;
export const browserKeyParams = z.object({ id: z.coerce.number().int().positive() });

export type BrowserKeyRow = {
  id: number;
  site: number;
  label: string;
  key: string;
  origins: string[];
  revokedAt: string | null;
};
export type ListBrowserKeysResponse = Answer<BrowserKeyRow[]>;
