import { z } from '@strapi/utils';

/**
 * The end of a site: GET /multi-site/sites/:id/delete-preview, GET /multi-site/sites/:id/export,
 * DELETE /multi-site/sites/:id?name=…, which repeats the site's name.
 */

export const deleteSiteQuery = z
  .object({
    /** As it stands on the site: nobody deletes the wrong one by a slip. */
    name: z.string().max(200),
  })
  .strict();

export type DeletePreview = {
  /** Entries by type, and what goes with them. */
  types: { uid: string; name: string; documents: number }[];
  documents: number;
  files: number;
  /** Stored files that stay, because another site uses them too. */
  filesKept: number;
  folders: number;
  members: number;
  tokens: number;
  /** Rows of this and the neighbouring plugins that belong to the site, by type. */
  other: { uid: string; rows: number }[];
  /** Why it cannot be deleted, or null. */
  refusal: string | null;
};
export type DeletePreviewResponse = { data: DeletePreview; meta: Record<string, never> };
