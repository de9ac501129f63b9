import { z } from '@strapi/utils';
import type { SiteName } from './shares';

/**
 * Entries that are copied to another site: GET /multi-site/copies/targets, POST
 * /multi-site/copies/preview, POST /multi-site/copies. Taken back by POST
 * /multi-site/audit/:entry/undo.
 */

const MAX_ENTRIES = 50;
const documentId = z.string().min(1).max(64);
const contentType = z.string().min(1).max(255);

/** What becomes of a related entry that the other site has no own one for and does not read. */
const does = z.enum(['copy', 'share', 'leave']);
export type RelationChoice = z.infer<typeof does>;

export const copyBody = z
  .object({
    contentType,
    documentIds: z.array(documentId).min(1).max(MAX_ENTRIES),
    /** documentId of the site that gets the copies. */
    to: documentId,
    /** Languages; all that there are when left out. */
    locales: z.array(z.string().min(1).max(35)).max(100).optional(),
    /** Published versions are published there; else everything arrives as a draft. */
    publish: z.boolean().default(false),
    /** For related entries that are missing there, unless `choices` says something else. */
    missing: does.default('leave'),
    choices: z.array(z.object({ contentType, documentId, does }).strict()).max(500).default([]),
  })
  .strict();
export type CopyBody = z.infer<typeof copyBody>;

export type CopiedRelation = {
  contentType: string;
  typeName: string;
  documentId: string;
  title: string;
  /**
   * `together`: is copied in the same step; `kept`: the site reads it already; `mapped`: the site
   * has an own one of the same address; else what was chosen for a missing one.
   */
  does: 'together' | 'kept' | 'mapped' | RelationChoice;
  isMissing: boolean;
};

export type CopyPreview = {
  to: SiteName;
  entries: { documentId: string; title: string; locales: string[]; isPublished: boolean }[];
  /** Languages of the entries, to choose from. */
  locales: string[];
  /** Languages that the site does not offer its editors. */
  foreignLocales: string[];
  relations: CopiedRelation[];
  media: { id: number; name: string }[];
  /** Values that have to be unique and are taken there: such entries cannot be copied. */
  collisions: { documentId: string; field: string; value: string }[];
  mayPublish: boolean;
};

export type CopyPreviewResponse = { data: CopyPreview; meta: Record<string, never> };
export type CopyResponse = {
  data: { copied: number; auditId: string };
  meta: Record<string, never>;
};
