import { hashOf, isSame } from '../core/canonical';
import type { Wanted } from '../core/map/apply-mapping';
import type { Doc } from '../core/shape';
import type { PreviewAction } from '../../../shared/contracts/sources';
import { recordAudit } from './audit-rows';
import { closeSettled, openConflicts } from './conflict-rows';
import type { SyncContext } from './context';
import { decide, type Decision } from './decide';
import {
  createEntry,
  findByField,
  isPublished,
  publishEntry,
  readEntry,
  titleOf,
  toStrapi,
  updateEntry,
  type Place,
} from './entries';
import { saveLink, saveStatus } from './link-rows';
import { asFederation } from './origin';
import { resolveRecord, type Prepared, type Resolved } from './prepare';
import type { LinkRow } from './rows';
import { hasDrafts } from './shapes';

export type Applied = { action: PreviewAction; place: Place | null; fields: string[] };

/**
 * Writes one record: one document, one transaction. The entry is read again inside it, so that
 * what somebody saved meanwhile is merged and not overwritten.
 */
export async function applyRecord(
  context: SyncContext,
  prepared: Prepared,
  resolved: Resolved,
): Promise<Applied> {
  const fileIds = await storeFiles(context, prepared, resolved);
  const written = await context.strapi.db.transaction(() =>
    asFederation(async () => {
      await context.assertMine();
      const decision = await decide(context, prepared, resolved);
      return write(context, { prepared, resolved, decision, fileIds });
    }),
  );
  if (written.isPublishDue && written.place) await publish(context, written.place);
  return written;
}

/** Files are fetched and stored before the transaction: nothing slow happens inside it. */
async function storeFiles(
  context: SyncContext,
  { mapped }: Prepared,
  { doc }: Resolved,
): Promise<Map<string, number>> {
  const fileIds = new Map<string, number>();
  for (const [name, list] of Object.entries(mapped.wanted)) {
    if (doc[name] === undefined) continue;
    for (const wanted of list) {
      if (wanted.kind !== 'media') continue;
      fileIds.set(await context.media.hashOf(wanted), await context.media.ensure(wanted));
    }
  }
  return fileIds;
}

type Work = {
  prepared: Prepared;
  resolved: Resolved;
  decision: Decision;
  fileIds: Map<string, number>;
};
type Written = Applied & { isPublishDue: boolean };

async function write(context: SyncContext, work: Work): Promise<Written> {
  const { decision } = work;
  switch (decision.kind) {
    case 'create':
      return writeNew(context, work);
    case 'merge':
      return writeMerge(context, work);
    case 'deleted-here':
      return writeDeletedHere(context, work);
    case 'none': {
      const link = await saveLink(context, work.prepared, { remoteHash: work.prepared.remoteHash });
      await saveStatus(context, link, { status: 'deleted' });
      return { action: decision.action, place: null, fields: [], isPublishDue: false };
    }
  }
}

async function writeNew(
  context: SyncContext,
  { prepared, resolved, decision, fileIds }: Work,
): Promise<Written> {
  const { strapi, source } = context;
  const { uid, locale } = prepared;
  const shape = context.shape(uid);
  const values = await withFreeAddress(context, prepared, decision.remote);
  const data = toStrapi(values, { shape, raw: null, fileIds });
  const existing = decision.documentId ?? undefined;
  const documentId = await createEntry(strapi, { uid, documentId: existing, locale, data });
  const place = { uid, documentId, locale };
  const entry = await readEntry(strapi, place, {
    shape,
    hashes: (ids) => context.media.hashesOf(ids),
  });
  const link = await saveLink(context, prepared, {
    localId: documentId,
    // What the source did not send is agreed on as it was made here.
    base: { ...pick(entry?.doc ?? {}, Object.keys(shape)), ...decision.remote },
    remoteHash: prepared.remoteHash,
    pending: resolved.pending,
  });
  await saveStatus(context, link, { status: statusOf(resolved.pending, 0) });
  await recordAudit(context, {
    action: 'created',
    link,
    place,
    before: null,
    after: pick(entry?.doc ?? {}, Object.keys(shape)),
    previous: null,
  });
  const isPublishDue = source.policy.publish && canPublish(context, uid);
  return { action: 'created', place, fields: Object.keys(decision.remote), isPublishDue };
}

async function writeMerge(
  context: SyncContext,
  { prepared, resolved, decision, fileIds }: Work,
): Promise<Written> {
  const { strapi, source } = context;
  const { merge, local } = decision;
  const { uid, locale, link: previous } = prepared;
  if (!merge || !local || !decision.documentId) throw new Error('Nothing to merge.');
  const place: Place = { uid, documentId: decision.documentId, locale };
  const shape = context.shape(uid);
  const wasClean = source.policy.publish && (await isCleanlyPublished(context, place, local.doc));

  if (merge.changed.length > 0) {
    const data = toStrapi(pick(merge.value, merge.changed), { shape, raw: local.raw, fileIds });
    await updateEntry(strapi, place, data);
  }
  const link = await saveLink(context, prepared, {
    localId: place.documentId,
    base: merge.base,
    remoteHash: prepared.remoteHash,
    pending: resolved.pending,
  });
  await closeSettled(context, link, merge.conflicts);
  await openConflicts(context, {
    link,
    title: titleOf(local.doc) || prepared.record.title,
    conflicts: merge.conflicts.map((conflict) => ({ kind: 'field', ...conflict })),
  });
  await saveStatus(context, link, {
    status: statusOf(resolved.pending, merge.conflicts.length),
  });
  if (merge.changed.length > 0 || merge.lost.length > 0) {
    await recordAudit(context, {
      action: merge.changed.length > 0 ? 'updated' : 'kept',
      link,
      place,
      before: pick(local.doc, merge.changed),
      after: pick(merge.value, merge.changed),
      lost: merge.lost,
      previous,
    });
  }
  const isPublishDue = wasClean && merge.changed.length > 0;
  return { action: decision.action, place, fields: merge.changed, isPublishDue };
}

async function writeDeletedHere(context: SyncContext, work: Work): Promise<Written> {
  const { prepared, decision } = work;
  const link = await saveLink(context, prepared, { remoteHash: prepared.remoteHash });
  await openConflicts(context, {
    link,
    title: prepared.record.title,
    conflicts: [
      { kind: 'deleted-here', path: '', base: link.base, local: null, remote: decision.remote },
    ],
  });
  await saveStatus(context, link, { status: 'conflict' });
  return { action: 'conflict', place: null, fields: [], isPublishDue: false };
}

const statusOf = (pending: Record<string, Wanted[]>, conflicts: number) => {
  if (conflicts > 0) return 'conflict';
  return Object.keys(pending).length > 0 ? 'pending' : 'synced';
};

const pick = (doc: Doc, names: string[]): Doc =>
  Object.fromEntries(names.map((name) => [name, doc[name] ?? null]));

/** Addresses are unique here: a taken one gets a number, and counts as an edit of this side. */
async function withFreeAddress(
  context: SyncContext,
  prepared: Prepared,
  remote: Doc,
): Promise<Doc> {
  const values = { ...remote };
  for (const [field, { type }] of Object.entries(context.shape(prepared.uid))) {
    const wanted = values[field];
    if (type !== 'uid' || typeof wanted !== 'string' || wanted === '') continue;
    for (let count = 2; count < 100; count += 1) {
      const { uid, locale } = prepared;
      const taken = await findByField(context.strapi, { uid, locale, field, value: values[field] });
      if (!taken || taken === prepared.link?.localId) break;
      values[field] = `${wanted}-${count}`;
    }
  }
  return values;
}

const canPublish = (context: SyncContext, uid: string) => {
  const model = context.model(uid);
  return model !== undefined && hasDrafts(model);
};

/** Published, and the draft says the same: then a run may publish what it changes. */
async function isCleanlyPublished(context: SyncContext, place: Place, draft: Doc) {
  if (!canPublish(context, place.uid) || !(await isPublished(context.strapi, place))) return false;
  const published = await readEntry(context.strapi, place, {
    shape: context.shape(place.uid),
    hashes: (ids) => context.media.hashesOf(ids),
    status: 'published',
  });
  return published !== null && isSame(published.doc, draft);
}

/** After the transaction: what Strapi refuses to publish stays a draft and is no failure. */
async function publish(context: SyncContext, place: Place) {
  try {
    await asFederation(() => publishEntry(context.strapi, place));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    context.warn(`An entry stays a draft, because it cannot be published: ${reason}`);
  }
}

/** Links whose targets came later than they did; asked again at the end of a run. */
export async function applyPending(context: SyncContext, link: LinkRow): Promise<boolean> {
  const pending = link.metadata?.pending ?? {};
  const mapping = context.source.mappings.find(
    ({ remoteType, uid }) => remoteType === link.remoteType && uid === link.localUid,
  );
  if (!mapping || Object.keys(pending).length === 0) return false;
  const prepared: Prepared = {
    record: {
      type: link.remoteType,
      id: link.remoteId,
      locale: link.remoteLocale,
      title: link.metadata?.title ?? '',
      url: link.metadata?.url ?? null,
      updatedAt: null,
      data: null,
    },
    mapping,
    uid: link.localUid,
    locale: link.localLocale,
    key: link.key,
    mapped: { values: {}, wanted: pending },
    remoteHash: link.remoteHash,
    link,
  };
  const resolved = await resolveRecord(context, prepared);
  const isNews = Object.keys(resolved.doc).some(
    (name) => hashOf(resolved.doc[name]) !== hashOf(link.base?.[name]),
  );
  if (!isNews && Object.keys(resolved.pending).length > 0) return false;
  await applyRecord(context, prepared, resolved);
  return true;
}
