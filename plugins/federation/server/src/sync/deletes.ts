import { isSame } from '../core/canonical';
import { missingIds } from '../core/deletes';
import type { TypeMapping } from '../../../shared/contracts/mappings';
import type { HeldDeletes } from '../../../shared/contracts/runs';
import { recordAudit } from './audit-rows';
import { openConflicts } from './conflict-rows';
import type { SyncContext } from './context';
import {
  deleteEntry,
  isPublished,
  readEntry,
  titleOf,
  unpublishEntry,
  type Entry,
  type Place,
} from './entries';
import { saveStatus } from './link-rows';
import { asFederation } from './origin';
import type { LinkRow } from './rows';
import { shapeOf } from './shapes';

export type Vanished = { links: LinkRow[]; held: HeldDeletes | null };

/** Linked entries that the source does not list any more. */
export async function findVanished(
  context: SyncContext,
  mapping: TypeMapping,
  { isAllowed, signal }: { isAllowed: boolean; signal?: AbortSignal },
): Promise<Vanished> {
  const none = { links: [], held: null };
  const { connector, source, warn } = context;
  if (connector.deletes !== 'listing' || source.policy.onDelete === 'keep') return none;
  const links = await linksOf(context, mapping);
  if (links.length === 0) return none;

  const known = [...new Set(links.map(({ remoteId }) => remoteId))];
  const first = await connector.listIds(mapping.remoteType, signal);
  // A second look is only worth it when something seems to be gone.
  const isGone = first !== null && known.some((id) => !first.has(id));
  const second = isGone ? await connector.listIds(mapping.remoteType, signal) : first;
  const { missing, isHeld, reason } = missingIds({ known, first, second });
  if (reason === 'incomplete') {
    warn(`The list of "${mapping.remoteType}" could not be read whole, so nothing was removed.`);
  }
  if (isHeld && !isAllowed) {
    return { links: [], held: { remoteType: mapping.remoteType, count: missing.length } };
  }
  const gone = new Set(missing);
  return { links: links.filter(({ remoteId }) => gone.has(remoteId)), held: null };
}

async function linksOf({ tables: { links, statuses }, source }: SyncContext, mapping: TypeMapping) {
  const all = await links.findMany({
    where: {
      sourceId: source.documentId,
      remoteType: mapping.remoteType,
      localUid: mapping.uid,
      mode: 'synced',
      localId: { $ne: '' },
    },
    orderBy: { id: 'asc' },
  });
  const deleted = await statuses.findMany({
    where: { sourceId: source.documentId, status: 'deleted' },
  });
  const over = new Set(deleted.map(({ contentId }) => contentId));
  return all.filter(({ documentId }) => !over.has(documentId));
}

export type DeleteDecision = 'deleted' | 'conflict' | 'skipped' | 'unchanged';

type Found = { decision: DeleteDecision; place: Place; entry: Entry | null };

/** Edited here and gone there is a conflict, and the entry stays; unedited it follows. */
export async function decideDelete(context: SyncContext, link: LinkRow): Promise<Found> {
  const place = { uid: link.localUid, documentId: link.localId, locale: link.localLocale };
  const shape = context.shape(link.localUid);
  const entry = await readEntry(context.strapi, place, {
    shape,
    hashes: (ids) => context.media.hashesOf(ids),
  });
  if (!entry) return { decision: 'unchanged', place, entry };
  const base = link.base ?? {};
  const isEdited = Object.keys(base).some((name) => !isSame(entry.doc[name] ?? null, base[name]));
  const isOverruled = ['remote-wins', 'lock'].includes(context.source.policy.preset);
  if (isEdited && !isOverruled) {
    const status = await context.tables.statuses.findOne({ contentId: link.documentId });
    const isKnown = status?.status === 'conflict' && link.remoteHash === GONE;
    return { decision: isKnown ? 'unchanged' : 'conflict', place, entry };
  }
  return { decision: 'deleted', place, entry };
}

/** Stands for the hash of a record that is not there any more. */
const GONE = 'gone';

export async function applyDelete(context: SyncContext, link: LinkRow): Promise<DeleteDecision> {
  return context.strapi.db.transaction(() =>
    asFederation(async () => {
      await context.assertMine();
      const { decision, place, entry } = await decideDelete(context, link);
      if (decision === 'conflict' && entry) {
        await openConflicts(context, {
          link,
          title: titleOf(entry.doc),
          conflicts: [
            { kind: 'deleted-there', path: '', base: link.base, local: entry.doc, remote: null },
          ],
        });
        await context.tables.links.update({ key: link.key }, { remoteHash: GONE });
        await saveStatus(context, link, { status: 'conflict' });
      }
      if (decision === 'deleted' && entry) await removeEntry(context, link, { place, entry });
      if (!entry) await saveStatus(context, link, { status: 'deleted' });
      return decision;
    }),
  );
}

/** Takes an entry back as the source's policy says. */
export async function removeEntry(
  context: SyncContext,
  link: LinkRow,
  { place, entry }: { place: Place; entry: Entry },
): Promise<void> {
  const { strapi, source, tables } = context;
  const isDeleted = source.policy.onDelete === 'delete';
  const wasPublished = await isPublished(strapi, place);
  // Every field, because undo has to make the whole entry again.
  const whole = isDeleted
    ? await readEntry(strapi, place, {
        shape: shapeOf(strapi, place.uid),
        hashes: (ids) => context.media.hashesOf(ids),
      })
    : entry;
  if (isDeleted) await deleteEntry(strapi, place);
  else if (wasPublished) await unpublishEntry(strapi, place);
  await tables.links.update(
    { key: link.key },
    isDeleted ? { localId: '', base: null, baseHash: '', remoteHash: '' } : { remoteHash: '' },
  );
  await saveStatus(context, link, { status: 'deleted' });
  await recordAudit(context, {
    action: isDeleted ? 'deleted' : wasPublished ? 'unpublished' : 'left',
    link,
    place,
    before: whole?.doc ?? entry.doc,
    after: isDeleted ? null : entry.doc,
    previous: link,
  });
}
