import { z } from '@strapi/utils';

/** In this order overlays are laid, so a test's text wins over an audience's, and that over a site's. */
export const OVERLAY_LAYERS = ['site', 'audience', 'test'] as const;
export type OverlayLayer = (typeof OVERLAY_LAYERS)[number];

/**
 * A component as it is stored: attribute names and values, no row id. `$key` is a number that a
 * new component keeps as long as the overlay has it; it is shown as the negative row id.
 */
export type OverlayItem = { $key: number; __component?: string } & { [field: string]: unknown };

/** An element of a changed list: one of the original's (by content), changed or not, or a new one. */
export type OverlayListEntry =
  | { $ref: string; $with?: Record<string, unknown> }
  | { $new: OverlayItem };

/** The hashes of the original's draft and published value at the path, when the change was saved. */
const baseHashes = z.tuple([z.string().nullable(), z.string().nullable()]);

export const overlayChangeSchema = z.object({
  /** An attribute, or `attribute.field` of a single component. */
  path: z
    .string()
    .min(1)
    .max(300)
    .regex(/^[^.\s]+(\.[^.\s]+)?$/, 'An attribute, or attribute.field of a single component'),
  baseHashes,
  /**
   * A scalar; the file id (or ids) of media; the documentId (or documentIds) of a relation; an
   * `OverlayItem` or null for a single component as a whole; a list of `OverlayListEntry`.
   */
  value: z.json(),
  /**
   * Inheritance is suspended: the value is laid whatever becomes of the original. Lists then hold
   * new elements only.
   */
  pinned: z.literal(true).optional(),
});

export const overlayChangesSchema = z.array(overlayChangeSchema).max(500);

export type OverlayChange = {
  path: string;
  baseHashes: [draft: string | null, published: string | null];
  value: unknown;
  pinned?: true;
};

/** Changes of one entry in one locale. `live` is what visitors get: null until published. */
export type Overlay = {
  id: string;
  layer: OverlayLayer;
  name: string;
  entryUid: string;
  entryDocumentId: string;
  /** '' for content without locales. */
  entryLocale: string;
  changes: OverlayChange[];
  live: OverlayChange[] | null;
};

/** An attribute as far as overlays look at it: Strapi's own schema fits. */
export type OverlayAttribute = {
  type: string;
  component?: string;
  components?: readonly string[];
  repeatable?: boolean;
  multiple?: boolean;
  relation?: string;
  target?: string;
};

export type OverlayAttributes = Record<string, OverlayAttribute>;

/** The content type and a way to its components' attributes. */
export type OverlaySchema = {
  attributes: OverlayAttributes;
  component: (uid: string) => OverlayAttributes | undefined;
};

export type OverlayStatus = 'draft' | 'published';

/** An entry or component, deeply populated. */
export type Row = Record<string, unknown>;
