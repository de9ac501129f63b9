import type { Core } from '@strapi/strapi';
import { runInSite } from 'suite-kit/server';
import { isSame } from '../core/canonical';
import type { Doc } from '../core/shape';
import { recordAudit } from '../sync/audit-rows';
import type { SyncContext } from '../sync/context';
import {
  createEntry,
  deleteEntry,
  publishEntry,
  readEntry,
  toStrapi,
  updateEntry,
  type Entry,
  type Place,
} from '../sync/entries';
import { saveStatus } from '../sync/link-rows';
import { asFederation } from '../sync/origin';
import type { AuditEntry, LinkRow } from '../sync/rows';
import { filesIn, saveBase } from '../sync/settle';
import { shapeOf } from '../sync/shapes';
import { tables } from '../sync/tables';
import type { UndoRefusal, UndoResult } from '../../../shared/contracts/runs';
import { UNDOABLE } from './runs';
import { service } from './service';

/**
 * Takes back what a run changed: values as they were, entries it made deleted, entries it removed
 * made again. Where somebody has edited since, nothing is touched and the answer says what.
 */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async undoRun(runId: string, actor: string): Promise<UndoResult> {
    const { sourceId, site } = await service(strapi, 'runs').mustBeOver(runId);
    return runInSite(strapi, site, async () => {
      const source = await service(strapi, 'sources').mustFind(sourceId);
      const context = await service(strapi, 'sync').contextOf(source, { runId, actor });
      const result: UndoResult = { undone: 0, refused: [] };
      for (const step of await stepsOf(context, runId)) {
        const refusal = await strapi.db.transaction(() =>
          asFederation(() => undoStep(context, step)),
        );
        if (refusal) result.refused.push(refusal);
        else result.undone += 1;
      }
      return result;
    });
  },
});

/** Newest first, without those that were undone before. */
async function stepsOf({ tables: { audit } }: SyncContext, runId: string): Promise<AuditEntry[]> {
  const where = { runId };
  const steps = await audit.findMany({
    where: { ...where, action: { $in: UNDOABLE } },
    orderBy: { id: 'desc' },
  });
  const undone = await audit.findMany({ where: { ...where, action: 'undone' } });
  const counts = new Map<string, number>();
  for (const { contentId } of undone) {
    counts.set(contentId ?? '', (counts.get(contentId ?? '') ?? 0) + 1);
  }
  return steps.filter(({ contentId }) => {
    const count = counts.get(contentId ?? '') ?? 0;
    if (count === 0) return true;
    counts.set(contentId ?? '', count - 1);
    return false;
  });
}

async function undoStep(context: SyncContext, step: AuditEntry): Promise<UndoRefusal | null> {
  const { strapi } = context;
  const place: Place = { uid: step.uid ?? '', documentId: step.localId ?? '', locale: step.locale };
  const shape = shapeOf(strapi, place.uid);
  const link = await tables(strapi).links.findOne({ documentId: step.contentId });
  const entry = await readEntry(strapi, place, {
    shape,
    hashes: (ids) => context.media.hashesOf(ids),
  });
  const changed = editedSince(step, entry);
  if (!link || changed) {
    return {
      title: step.title ?? '',
      uid: place.uid,
      documentId: place.documentId,
      locale: place.locale,
      changed: changed ?? [],
    };
  }
  await putBack(context, { step, place, entry, link });
  await recordAudit(context, {
    action: 'undone',
    link,
    place,
    before: step.after,
    after: step.before,
    previous: null,
  });
  return null;
}

/** Fields that are not as the run left them; null when all are. */
function editedSince(step: AuditEntry, entry: Entry | null): string[] | null {
  if (step.action === 'deleted') return entry ? ['*'] : null;
  if (!entry) return ['*'];
  const after: Doc = step.after ?? {};
  const changed = Object.keys(after).filter(
    (name) => !isSame(entry.doc[name] ?? null, after[name]),
  );
  return changed.length > 0 ? changed : null;
}

async function putBack(
  context: SyncContext,
  {
    step,
    place,
    entry,
    link,
  }: { step: AuditEntry; place: Place; entry: Entry | null; link: LinkRow },
) {
  const { strapi } = context;
  const shape = shapeOf(strapi, place.uid);
  const before = step.before ?? {};
  const fileIds = await filesIn(context, before);
  switch (step.action) {
    case 'created':
      // The link stays: what was undone is not brought back by the next run.
      await deleteEntry(strapi, place);
      await saveStatus(context, link, { status: 'deleted' });
      return;
    case 'updated':
      await updateEntry(
        strapi,
        place,
        toStrapi(before, { shape, raw: entry?.raw ?? null, fileIds }),
      );
      return;
    case 'deleted': {
      const data = toStrapi(before, { shape, raw: null, fileIds });
      const { uid, locale, documentId } = place;
      // Links elsewhere point to its documentId, which nobody may choose in a request.
      await outsideRequest(strapi, async () => {
        await createEntry(strapi, { uid, locale, data: { ...data, documentId } });
      });
      await tables(strapi).links.update(
        { key: link.key },
        { localId: documentId, mode: 'detached' },
      );
      await saveBase(context, link, step.link?.base ?? null);
      await saveStatus(context, link, { status: 'detached' });
      return;
    }
    case 'unpublished':
      await publishEntry(strapi, place);
      await tables(strapi).links.update({ key: link.key }, { mode: 'detached' });
      await saveStatus(context, link, { status: 'detached' });
  }
}

/** Strapi's type does not know that there can be none. */
const outsideRequest = (strapi: Core.Strapi, work: () => Promise<void>): Promise<void> =>
  strapi.requestContext.run(undefined as never, work);
