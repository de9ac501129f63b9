import { z } from '@strapi/utils';

/**
 * Entries that change their site: GET /multi-site/move/targets, POST /multi-site/move/preview,
 * POST /multi-site/move. Taken back by POST /multi-site/audit/:entry/undo.
 */

const MAX_ENTRIES = 100;

export const moveTargetsQuery = z.object({ contentType: z.string().min(1).max(255) }).strict();

export const moveBody = z
  .object({
    contentType: z.string().min(1).max(255),
    documentIds: z.array(z.string().min(1).max(64)).min(1).max(MAX_ENTRIES),
    /** documentId of the site they go to. */
    to: z.string().min(1).max(64),
    /** What happens to media that others use as well: a copy goes along, or it is left behind. */
    sharedMedia: z.enum(['copy', 'leave']).default('copy'),
  })
  .strict();
export type MoveBody = z.infer<typeof moveBody>;

export type MoveTarget = { id: string; name: string };

export type MovePreview = {
  to: MoveTarget;
  entries: { documentId: string; title: string; from: string; locales: string[] }[];
  /** Entries that are on that site already. */
  skipped: number;
  media: { id: number; name: string; does: 'moves' | 'copied' | 'stays' }[];
  /** Links that lead out of what is moved: they are not followed on the other site. */
  links: {
    field: string;
    typeName: string;
    direction: 'to' | 'from';
    count: number;
    titles: string[];
  }[];
  /** Values that have to be unique and are taken there: such entries cannot be moved. */
  collisions: { documentId: string; field: string; value: string }[];
  /** Languages that the site does not offer its editors. */
  foreignLocales: string[];
};

export type MoveTargetsResponse = { data: MoveTarget[]; meta: Record<string, never> };
export type MovePreviewResponse = { data: MovePreview; meta: Record<string, never> };
/** `auditId` takes it back. */
export type MoveResponse = {
  data: { moved: number; auditId: string };
  meta: Record<string, never>;
};
