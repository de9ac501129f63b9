/** A part of a variant whose original changed below it, and what both say where that is plain text. */
export type ReviewPart = { path: string; original: string | null; own: string | null };

export const REVIEW_KEEPS = ['variant', 'original'] as const;
/** Whose value a review ends with. */
export type ReviewKeep = (typeof REVIEW_KEEPS)[number];

/** A variant as the edit view lists it, whichever plugin it is of. */
export type EntryVariant = {
  /** Of the overlay: what the address of the edit view names. */
  id: string;
  name: string;
  changes: number;
  /** Not live, live with unpublished changes, live. */
  state: 'draft' | 'modified' | 'published';
  /** Null where it was not looked at. */
  review: ReviewPart[] | null;
};
