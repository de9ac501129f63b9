import type { AsyncValue } from '../async-value';
import type { Ctx } from '../handler';
import type { Overlay, OverlayLayer } from '../../shared/overlay';

/** A row of a content type made with `overlayAttributes`. */
export type OverlayRecord = {
  id: number;
  name: string;
  site: number;
  entryUid: string;
  entryDocumentId: string;
  entryLocale: string | null;
  changes: Overlay['changes'] | null;
  live: Overlay['live'];
  revision: number;
  liveAt: string | null;
  createdAt: string;
  updatedAt: string;
  [attribute: string]: unknown;
};

/** An overlay with what the server knows of it besides. */
export type StoredOverlay = Overlay & { record: OverlayRecord };

export type OverlaySelection = {
  ctx: Ctx;
  uid: string;
  /** Number of the request's site; 0 without sites. */
  site: number;
  /** The live overlays of the entries that are about to be answered. */
  candidates: StoredOverlay[];
};

export type DeliveredOverlays = {
  ctx: Ctx;
  site: number;
  overlays: { id: string; record: OverlayRecord; entryUid: string; entryDocumentId: string }[];
};

/** What a plugin says about its overlays. Called once, in `register`. */
export type OverlayLayerDefinition = {
  layer: OverlayLayer;
  pluginId: string;
  /** Its content type, made with `overlayAttributes`. */
  uid: string;
  /** Admin permission actions that are needed besides those on the entry itself. */
  permissions: { read: string; edit: string };
  /** Which of the candidates this caller gets; at most one per entry is laid. */
  select(selection: OverlaySelection): StoredOverlay[] | Promise<StoredOverlay[]>;
  /** False for overlays that nobody can get, e.g. because no rule shows them: they cost nothing. */
  isActive?(record: OverlayRecord): boolean;
  /**
   * Request headers that the choice depends on. Without any the answer is `private, no-store`,
   * because nothing is known that a cache could tell visitors apart by.
   */
  vary?(selection: OverlaySelection): string[];
  /** Overlays a caller may see before they are live (a signed preview); null when it is none. */
  preview?(ctx: Ctx): StoredOverlay[] | null | Promise<StoredOverlay[] | null>;
  /** Told once per answer which overlays really were in it; never for previews. */
  delivered?(event: DeliveredOverlays): void;
};

/** Live overlays by content type and entry. */
export type LiveIndex = Map<string, Map<string, StoredOverlay[]>>;

/**
 * One for each Strapi, shared by every plugin that brings its own copy of this code: plain data
 * and functions under a well-known key. `contract` rises when a copy could misread another.
 */
export type OverlayRegistry = {
  contract: 1;
  layers: Map<OverlayLayer, OverlayLayerDefinition>;
  live: LiveIndex;
  /** The index is older than the tables. */
  isDirty: boolean;
  /** Set when a seam of Strapi has moved: says so once, and nothing is laid or edited. */
  disabled: string | null;
  failures: { count: number; last: string | null };
  /** Inside it our own reads and writes are as if there were no overlays. */
  bare: AsyncValue<true>;
  stop: (() => void)[];
};
