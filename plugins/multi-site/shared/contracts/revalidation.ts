import { z } from '@strapi/utils';

/**
 * What a site's front end is told when its published content changes:
 * GET|PUT|DELETE /multi-site/sites/:id/revalidation, POST /multi-site/sites/:id/revalidation/test.
 */

export const saveRevalidationBody = z
  .object({
    url: z
      .string()
      .trim()
      .max(1000)
      .regex(/^https?:\/\/[^\s]+$/, 'An address begins with https:// or http://.'),
    isEnabled: z.boolean(),
    /** Makes a new secret; the first save makes one anyway. */
    newSecret: z.boolean().default(false),
  })
  .strict();
export type SaveRevalidationBody = z.infer<typeof saveRevalidationBody>;

/** What is said about one document in one language. */
export type RevalidationChange = {
  event: 'publish' | 'update' | 'unpublish' | 'test';
  contentType: string;
  documentId: string;
  locale: string | null;
  tags: string[];
  /** Paths by the site's address patterns; null where there was, or is, none. */
  address: { old: string | null; new: string | null };
};

export type RevalidationDelivery = {
  id: string;
  at: string;
  state: 'waiting' | 'sent' | 'failed';
  change: RevalidationChange;
  attempts: number;
  status: number | null;
  error: string | null;
};

export type Revalidation = {
  url: string;
  isEnabled: boolean;
  deliveries: RevalidationDelivery[];
  /** Only in the answer to the save that made it. */
  secret?: string;
};

export type RevalidationResponse = { data: Revalidation | null; meta: Record<string, never> };
export type TestRevalidationResponse = {
  data: { isSent: boolean; status: number | null; error: string | null };
  meta: Record<string, never>;
};
