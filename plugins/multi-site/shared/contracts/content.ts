import { z } from '@strapi/utils';
import type { Pagination } from './sites';

/** What is on a site, over all content types: GET /api/sites/:id/content, GET /multi-site/sites/:id/content. */

export const listContentQuery = z
  .object({
    page: z.coerce.number().int().min(1).default(1),
    pageSize: z.coerce.number().int().min(1).max(100).default(25),
    /** A uid such as api::article.article. */
    contentType: z.string().max(255).optional(),
  })
  .strict();
export type ListContentQuery = z.infer<typeof listContentQuery>;

export const siteContentEntry = z.object({
  contentType: z.string(),
  documentId: z.string(),
  locales: z.array(z.string()),
  isPublished: z.boolean(),
  updatedAt: z.string().nullable(),
});
export type SiteContentEntry = z.infer<typeof siteContentEntry>;

export type ListContentResponse = { data: SiteContentEntry[]; meta: { pagination: Pagination } };
