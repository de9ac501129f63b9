import { z } from '@strapi/utils';
import type { Pagination } from './sites';

/**
 * Entries that other sites read: /multi-site/shares (list, add), /multi-site/shares/preview,
 * /multi-site/shares/stop, /multi-site/shares/entry, /multi-site/shares/labels,
 * /multi-site/shares/targets. Taken back by POST /multi-site/audit/:entry/undo.
 */

const MAX_ENTRIES = 100;
const MAX_SITES = 200;

const contentType = z.string().min(1).max(255);
const documentId = z.string().min(1).max(64);
const siteIds = z.array(z.string().min(1).max(64)).min(1).max(MAX_SITES);

const entries = {
  contentType,
  documentIds: z.array(documentId).min(1).max(MAX_ENTRIES),
};

/** `sites` are documentIds of sites; `'all'` is every site, also those made later. */
export const shareBody = z
  .object({ ...entries, sites: z.union([z.literal('all'), siteIds]) })
  .strict();
export type ShareBody = z.infer<typeof shareBody>;

/** Without `sites`: with nobody any more. Inside a reading site only itself can be named. */
export const stopShareBody = z
  .object({ ...entries, sites: z.union([z.literal('all'), siteIds]).optional() })
  .strict();
export type StopShareBody = z.infer<typeof stopShareBody>;

export const shareTargetsQuery = z.object({ contentType }).strict();

export const sharedEntryQuery = z
  .object({ contentType, documentId, locale: z.string().max(35).optional() })
  .strict();
export type SharedEntryQuery = z.infer<typeof sharedEntryQuery>;

export const shareLabelsQuery = z
  .object({
    contentType,
    /** With commas. */
    documentIds: z.string().min(1).max(7_000),
  })
  .strict();

export const listSharesQuery = z
  .object({
    page: z.coerce.number().int().min(1).default(1),
    pageSize: z.coerce.number().int().min(1).max(50).default(20),
    /** `out`: what the site shares; `in`: what it reads of others. In the network view all. */
    direction: z.enum(['out', 'in']).default('out'),
    contentType: contentType.optional(),
  })
  .strict();
export type ListSharesQuery = z.infer<typeof listSharesQuery>;

export type SiteName = { id: string; name: string };
export type ShareTarget = SiteName;

export type SharePreview = {
  entries: { documentId: string; title: string; owner: SiteName | null }[];
  sites: SiteName[];
  isEverywhere: boolean;
  /** Files that are shown with them. */
  media: { id: number; name: string }[];
  /** Relations to entries that the sites do not read: these stay empty there. */
  hidden: { field: string; typeName: string; count: number; titles: string[] }[];
  /** Values that have to be unique and that an entry of the reading site has as well. */
  sameValues: { site: string; documentId: string; field: string; value: string }[];
  /** Languages of these entries that a site does not offer. */
  foreignLocales: string[];
};

export type SharedEntry = {
  /** Null where the entry belongs to no site. */
  owner: SiteName | null;
  /** The site of the request owns it (or the network view asks): it can be shared and stopped. */
  isOwner: boolean;
  isEverywhere: boolean;
  /** Told to the owner only. */
  sites: SiteName[];
  /** The own wording of the site of the request. */
  override: EntryOverride | null;
};

export type EntryOverride = {
  /** As the edit view takes it: `site.7`. */
  id: string;
  locale: string;
  changes: number;
  isLive: boolean;
};

export type ShareLabel =
  | { kind: 'in'; owner: string; hasOverride: boolean }
  | { kind: 'out'; sites: number; isEverywhere: boolean };

export type ShareRow = {
  contentType: string;
  typeName: string;
  documentId: string;
  title: string;
  owner: SiteName | null;
  isEverywhere: boolean;
  sites: SiteName[];
};

export const SHARE_PROBLEMS = [
  'owner-archived',
  'entry-missing',
  'hidden-relations',
  'override-review',
  'override-orphan',
] as const;

/** Something about shares that needs a person: GET /multi-site/shares/problems. */
export type ShareProblem = {
  kind: (typeof SHARE_PROBLEMS)[number];
  contentType: string;
  typeName: string;
  documentId: string;
  title: string;
  owner: SiteName | null;
  /** Of an override: whose it is, which one, and the fields it is about. */
  site: SiteName | null;
  overrideId: string | null;
  locale: string | null;
  fields: string[];
  /** Of hidden relations: what they lead to, and who does not see it. */
  targets: { contentType: string; documentId: string; title: string }[];
  readers: SiteName[];
  isEverywhere: boolean;
};

export type ShareProblemsResponse = {
  /** `isComplete` false: there are more than were looked at. */
  data: { problems: ShareProblem[]; isComplete: boolean };
  meta: Record<string, never>;
};
export type TidySharesResponse = { data: { removed: number }; meta: Record<string, never> };

export type ShareTargetsResponse = {
  data: { sites: ShareTarget[]; mayShareEverywhere: boolean };
  meta: Record<string, never>;
};
export type SharePreviewResponse = { data: SharePreview; meta: Record<string, never> };
export type ShareResponse = {
  data: { changed: number; auditId: string | null };
  meta: Record<string, never>;
};
export type SharedEntryResponse = { data: SharedEntry; meta: Record<string, never> };
/** By documentId; what is neither shared nor of another site is left out. */
export type ShareLabelsResponse = {
  data: Record<string, ShareLabel>;
  meta: Record<string, never>;
};
export type ListSharesResponse = { data: ShareRow[]; meta: { pagination: Pagination } };
