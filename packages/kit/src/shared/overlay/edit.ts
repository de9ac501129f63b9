import { applyOverlays } from './apply';
import { isSame } from './canonical';
import { diffDocument, lastKeyIn, pinnedChange } from './diff';
import { foldInput } from './fold';
import { hashAt, placeOf } from './paths';
import { planOverlay } from './plan';
import type { Overlay, OverlayChange, OverlaySchema, OverlayStatus, Row } from './types';

/** The original's versions, deeply populated. A type without drafts has `published` undefined. */
export type Versions = { draft: Row; published?: Row | null };

type Save = { overlay: Overlay; versions: Versions; input: Row; schema: OverlaySchema };

/**
 * What an overlay's changes are after somebody saved the form. A change under review is kept while
 * its field was left as it was shown, which is as the original.
 */
export function saveInput({ overlay, versions, input, schema }: Save): OverlayChange[] {
  const { draft, published } = versions;
  const shown = applyOverlays(draft, [overlay], { schema, status: 'draft' });
  const edited = foldInput(shown.document, input, schema);
  const options = {
    ...(published === undefined ? {} : { published }),
    lastKey: Math.max(lastKeyIn(overlay.changes), lastKeyIn(overlay.live)),
  };
  const pinned = overlay.changes
    .filter((change) => change.pinned)
    .map(({ path }) => pinnedChange(edited, path, { base: draft, schema, ...options }))
    .filter((change) => change !== null);
  const isPinned = ({ path }: OverlayChange) => pinned.some((one) => overlaps(one.path, path));
  const changed = diffDocument(draft, edited, schema, options);
  const fresh = [...changed.filter((change) => !isPinned(change)), ...pinned];
  const decided = (path: string) => fresh.some((change) => overlaps(change.path, path));
  const waiting = overlay.changes.filter(
    ({ path }) => shown.review.includes(path) && !decided(path),
  );
  const before = new Map(overlay.changes.map((change) => [change.path, change]));
  return [...fresh, ...waiting]
    .map((change) => {
      const old = before.get(change.path);
      return old && isSame(old, change) ? old : change;
    })
    .sort((one, other) => (one.path < other.path ? -1 : 1));
}

const overlaps = (one: string, other: string) =>
  one === other || one.startsWith(`${other}.`) || other.startsWith(`${one}.`);

/**
 * Suspends the inheritance of one path: it keeps what is shown there now, in either version, until
 * `resumeInheritance`. Null where nothing can be kept.
 */
export function suspendInheritance(
  overlay: Overlay,
  path: string,
  { versions, schema }: { versions: Versions; schema: OverlaySchema },
): Pick<Overlay, 'changes' | 'live'> | null {
  const { draft, published } = versions;
  const lastKey = Math.max(lastKeyIn(overlay.changes), lastKeyIn(overlay.live));
  const options = {
    base: draft,
    schema,
    lastKey,
    ...(published === undefined ? {} : { published }),
  };
  const keep = (base: Row, status: OverlayStatus) => {
    const shown = applyOverlays(base, [overlay], { schema, status }).document;
    return pinnedChange(shown, path, options);
  };
  const change = keep(draft, 'draft');
  if (!change) return null;
  const changes = withChange(overlay.changes, change);
  const seen = published === undefined ? draft : published;
  const live = seen && keep(seen, 'published');
  return { changes, live: live ? withChange(overlay.live ?? [], live) : overlay.live };
}

/** The path follows the original again, in either version. */
export const resumeInheritance = (
  { changes, live }: Pick<Overlay, 'changes' | 'live'>,
  path: string,
): Pick<Overlay, 'changes' | 'live'> => ({
  changes: changes.filter((change) => change.path !== path),
  live: live && live.filter((change) => change.path !== path),
});

const withChange = (changes: readonly OverlayChange[], change: OverlayChange) =>
  [...changes.filter(({ path }) => !overlaps(path, change.path)), change].sort((one, other) =>
    one.path < other.path ? -1 : 1,
  );

/** Paths of the draft's changes that show the original, because it changed below them. */
export const underReview = (overlay: Overlay, draft: Row, schema: OverlaySchema): string[] =>
  planOverlay(draft, overlay, schema).review;

/**
 * Ends the review of one path: the original is kept (the change goes), or the overlay's value is
 * laid on the original as it is now. A list whose elements are gone can only be dropped.
 */
export function settleReview(
  changes: readonly OverlayChange[],
  path: string,
  {
    keep,
    versions,
    schema,
  }: { keep: 'original' | 'overlay'; versions: Versions; schema: OverlaySchema },
): OverlayChange[] | null {
  if (keep === 'original') return changes.filter((change) => change.path !== path);
  const place = placeOf(path, schema);
  if (!place) return null;
  const draftHash = hashAt(versions.draft, place, schema);
  const publishedHash =
    versions.published === undefined ? draftHash : hashAt(versions.published, place, schema);
  const settled = changes.map(
    (change): OverlayChange =>
      change.path === path ? { ...change, baseHashes: [draftHash, publishedHash] } : change,
  );
  const own = settled.filter((change) => change.path === path);
  const { review } = planOverlay(versions.draft, { id: '', changes: own }, schema);
  return review.length > 0 ? null : settled;
}
