import { canonicalDoc, hashOf, isSame } from '../core/canonical';
import { toField } from '../core/map/to-field';
import { isObject, type Doc } from '../core/shape';
import { errors } from '../errors';
import { recordAudit } from './audit-rows';
import type { SyncContext } from './context';
import { createEntry, readEntry, toStrapi, updateEntry, type Place } from './entries';
import { saveStatus } from './link-rows';
import { removeEntry } from './deletes';
import type { ConflictOutcome, ConflictRow, LinkRow } from './rows';

export type Choice =
  | { choice: 'local' }
  | { choice: 'remote' }
  | { choice: 'value'; value: unknown };

/** `seo.title` → the field and the part of it. */
const split = (path: string) => {
  const [field = '', ...rest] = path.split('.');
  return { field, part: rest.join('.') };
};

export function readAt(doc: Doc, path: string): unknown {
  const { field, part } = split(path);
  const value = doc[field] ?? null;
  return part && isObject(value) ? (value[part] ?? null) : value;
}

export function writeAt(doc: Doc, path: string, value: unknown): Doc {
  const { field, part } = split(path);
  const now = doc[field];
  if (!part || !isObject(now)) return { ...doc, [field]: value };
  return { ...doc, [field]: { ...now, [part]: value } };
}

export const placeOf = (link: LinkRow): Place => ({
  uid: link.localUid,
  documentId: link.localId,
  locale: link.localLocale,
});

export const readLinked = (context: SyncContext, link: LinkRow) =>
  readEntry(context.strapi, placeOf(link), {
    shape: context.shape(link.localUid),
    hashes: (ids) => context.media.hashesOf(ids),
  });

/** File numbers of the hashes in a document, for writing it. */
export async function filesIn(context: SyncContext, doc: Doc): Promise<Map<string, number>> {
  const hashes = Object.values(doc)
    .flat()
    .filter((value): value is string => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value));
  if (hashes.length === 0) return new Map();
  const rows = await context.tables.media.findMany({ where: { hash: { $in: hashes } } });
  return new Map(rows.flatMap(({ hash, fileId }) => (fileId === null ? [] : [[hash, fileId]])));
}

/** Writes the decision about a field. The source's value counts as seen, whatever was chosen. */
export async function settleField(
  context: SyncContext,
  { conflict, link, choice }: { conflict: ConflictRow; link: LinkRow; choice: Choice },
): Promise<ConflictOutcome> {
  const entry = await readLinked(context, link);
  if (!entry) throw errors.EDITED_SINCE({ message: 'The entry is not here any more.' });
  const { field } = split(conflict.path);
  const shape = context.shape(link.localUid);
  const before = readAt(entry.doc, conflict.path);
  const remote = conflict.remote?.value ?? null;
  const wanted = valueOf(context, { link, conflict, choice, before, remote });
  const next = canonicalDoc({ [field]: writeAt(entry.doc, conflict.path, wanted)[field] }, shape);

  const isChanged = !isSame(next[field], entry.doc[field] ?? null);
  if (isChanged) {
    const fileIds = await filesIn(context, next);
    await updateEntry(
      context.strapi,
      placeOf(link),
      toStrapi(next, { shape, raw: entry.raw, fileIds }),
    );
  }
  await saveBase(context, link, baseWith(link.base, conflict.path, remote, entry.doc));
  await recordAudit(context, {
    action: 'resolved',
    link,
    place: placeOf(link),
    before: { [field]: entry.doc[field] ?? null },
    after: { [field]: next[field] ?? null },
    lost: [
      ...(choice.choice !== 'local'
        ? [{ path: conflict.path, side: 'local' as const, value: before }]
        : []),
      ...(choice.choice !== 'remote'
        ? [{ path: conflict.path, side: 'remote' as const, value: remote }]
        : []),
    ],
    previous: link,
  });
  return { before, after: readAt({ ...entry.doc, ...next }, conflict.path), baseBefore: link.base };
}

function valueOf(
  context: SyncContext,
  {
    link,
    conflict,
    choice,
    before,
    remote,
  }: { link: LinkRow; conflict: ConflictRow; choice: Choice; before: unknown; remote: unknown },
): unknown {
  if (choice.choice === 'local') return before;
  if (choice.choice === 'remote') return remote;
  const { field, part } = split(conflict.path);
  const shape = context.shape(link.localUid)[field];
  const inner = part ? shape?.fields?.[part] : shape;
  return inner ? toField(choice.value ?? null, inner) : before;
}

/** A first meeting has no base for the field: then the rest of a component is taken from here. */
function baseWith(base: Doc | null, path: string, remote: unknown, local: Doc): Doc {
  const { field, part } = split(path);
  const start = base ?? {};
  if (part && !isObject(start[field])) {
    return writeAt({ ...start, [field]: local[field] ?? {} }, path, remote);
  }
  return writeAt(start, path, remote);
}

export async function saveBase(context: SyncContext, link: LinkRow, base: Doc | null) {
  await context.tables.links.update(
    { key: link.key },
    { base, baseHash: base ? hashOf(base) : '' },
  );
}

/** Gone there, edited here: keep it as an entry of our own, or let it go. */
export async function settleDeletedThere(
  context: SyncContext,
  link: LinkRow,
  choice: Choice,
): Promise<ConflictOutcome> {
  const outcome = { before: null, after: null, baseBefore: link.base };
  if (choice.choice === 'local') {
    await context.tables.links.update({ key: link.key }, { mode: 'detached' });
    await saveStatus(context, link, { status: 'detached' });
    return outcome;
  }
  const entry = await readLinked(context, link);
  if (entry) await removeEntry(context, link, { place: placeOf(link), entry });
  return outcome;
}

/** Deleted here, changed there: leave it deleted, or make it again with the same id. */
export async function settleDeletedHere(
  context: SyncContext,
  { conflict, link, choice }: { conflict: ConflictRow; link: LinkRow; choice: Choice },
): Promise<ConflictOutcome> {
  const remote = conflict.remote?.value;
  const doc = isObject(remote) ? remote : {};
  await saveBase(context, link, { ...link.base, ...doc });
  if (choice.choice === 'local') {
    await saveStatus(context, link, { status: 'deleted' });
    return { before: null, after: null, baseBefore: link.base };
  }
  await recreate(context, link, doc);
  await saveStatus(context, link, { status: 'synced' });
  return { before: null, after: doc, baseBefore: link.base };
}

/** The entry with its old id, so that whatever led to it leads to it again. */
export async function recreate(context: SyncContext, link: LinkRow, doc: Doc): Promise<void> {
  const shape = context.shape(link.localUid);
  const fileIds = await filesIn(context, doc);
  const data = toStrapi(doc, { shape, raw: null, fileIds });
  await createEntry(context.strapi, {
    uid: link.localUid,
    locale: link.localLocale,
    data: { ...data, documentId: link.localId },
  });
  await recordAudit(context, {
    action: 'created',
    link,
    place: placeOf(link),
    before: null,
    after: doc,
    previous: link,
  });
}
