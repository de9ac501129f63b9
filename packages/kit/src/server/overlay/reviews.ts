import type { Core } from '@strapi/strapi';
import {
  settleReview,
  underReview,
  type OverlayRow,
  type ReviewKeep,
  type ReviewPart,
  type Versions,
} from '../../shared/overlay';
import { hasDrafts, readVersions, schemaOf } from './content';
import { overlayErrors } from './errors';
import { assertMayChange, checkerOf, mayChangePath, mayReadPath } from './gate/permissions';
import type { OverlayStore } from './store';
import type { StoredOverlay } from './types';

type Decision = {
  path: string;
  keep: ReviewKeep;
  /** Also in what visitors get now, e.g. in a running test, which nobody publishes again. */
  isLiveToo?: boolean;
};

/**
 * What has to be reviewed in a plugin's variants, and how a review ends. For requests of the admin:
 * the caller's rights to the entry and its fields are asked as the edit view does.
 */
export function createOverlayReviews({
  strapi,
  store,
}: {
  strapi: Core.Strapi;
  store: OverlayStore;
}) {
  const versionsOf = (overlay: StoredOverlay): Promise<Versions | null> =>
    readVersions(strapi, {
      uid: overlay.entryUid,
      documentId: overlay.entryDocumentId,
      locale: overlay.entryLocale,
      site: overlay.record.site,
    });

  function checkerFor(uid: string) {
    const ctx = strapi.requestContext.get();
    if (!ctx) throw overlayErrors.NOT_ALLOWED();
    return checkerOf(strapi, ctx, uid);
  }

  /** Only parts that the caller may read; nothing where the entry is gone. */
  async function partsOf(overlay: StoredOverlay): Promise<ReviewPart[]> {
    if (overlay.changes.length === 0) return [];
    const versions = await versionsOf(overlay);
    if (!versions) return [];
    const { entryUid: uid, changes } = overlay;
    const checker = checkerFor(uid);
    return underReview(overlay, versions.draft, schemaOf(strapi, uid))
      .filter((path) => mayReadPath(strapi, checker, uid, path))
      .map((path) => ({
        path,
        original: textOf(valueAt(versions.draft, path)),
        own: textOf(changes.find((change) => change.path === path)?.value),
      }));
  }

  return {
    partsOf,

    /** @throws when there is nothing to decide any more, or the caller may not change the field. */
    async settle(id: number, { path, keep, isLiveToo = false }: Decision): Promise<StoredOverlay> {
      const overlay = await store.find(id);
      if (!overlay) throw overlayErrors.NOT_FOUND();
      const versions = await versionsOf(overlay);
      if (!versions) throw overlayErrors.ENTRY_NOT_FOUND();
      const { entryUid: uid, changes, live } = overlay;
      await assertMayChange(strapi, uid, versions.draft);
      if (!mayChangePath(strapi, checkerFor(uid), uid, path)) throw overlayErrors.NOT_ALLOWED();

      const schema = schemaOf(strapi, uid);
      if (!underReview(overlay, versions.draft, schema).includes(path)) {
        throw overlayErrors.REVIEW_SETTLED();
      }
      const decision = { keep: OWN_WORDS[keep], versions, schema };
      const settled = settleReview(changes, path, decision);
      if (!settled) throw overlayErrors.NO_SUCH_REVIEW();
      // Without drafts saving is what visitors get, as with the entry itself.
      const isLive = live !== null && (isLiveToo || !hasDrafts(strapi, uid));
      const settledLive = isLive ? settleReview(live, path, decision) : null;
      const contents = { changes: settled, ...(settledLive ? { live: settledLive } : {}) };
      const saved = await store.save(id, contents, overlay.record.revision);
      if (!saved) throw overlayErrors.CHANGED_MEANWHILE();
      return saved;
    },
  };
}

export type OverlayReviews = ReturnType<typeof createOverlayReviews>;

const OWN_WORDS = { variant: 'overlay', original: 'original' } as const;

function valueAt(row: OverlayRow, path: string): unknown {
  const [name = '', field] = path.split('.');
  const value = row[name];
  if (field === undefined) return value;
  return typeof value === 'object' && value !== null ? (value as OverlayRow)[field] : undefined;
}

/** What a person can compare in one line; null for everything built of parts. */
function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}
