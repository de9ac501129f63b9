import { z } from '@strapi/utils';

/** API tokens and the site each opens: GET /multi-site/tokens, PUT /multi-site/tokens/:tokenId. Network only. */

export const tokenParams = z.object({ tokenId: z.coerce.number().int().positive() });

export const bindTokenBody = z
  .object({
    /** documentId of a site, '*' for all sites, null for none: such a token opens nothing. */
    site: z.string().min(1).max(64).nullable(),
  })
  .strict();
export type BindTokenBody = z.infer<typeof bindTokenBody>;

export type TokenBinding = {
  tokenId: number;
  name: string;
  type: string;
  /** documentId, '*' or null. */
  site: string | null;
  lastUsedAt: string | null;
};

export type ListTokensResponse = { data: TokenBinding[]; meta: Record<string, never> };
export type TokenResponse = { data: TokenBinding; meta: Record<string, never> };
