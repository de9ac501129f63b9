import { canonicalDoc, isSame } from '../core/canonical';
import { mergeDocument, type Merge } from '../core/merge/document';
import type { Doc } from '../core/shape';
import type { FieldRule } from '../../../shared/contracts/policies';
import type { PreviewAction } from '../../../shared/contracts/sources';
import type { SyncContext } from './context';
import { findByField, readEntry, type Entry } from './entries';
import type { Prepared, Resolved } from './prepare';

/** What is to be done with a record. Made the same way for a preview and for a run. */
export type Decision = {
  action: PreviewAction;
  kind: 'none' | 'create' | 'merge' | 'deleted-here';
  /** The entry here, if there is one or was one. */
  documentId: string | null;
  local: Entry | null;
  merge: Merge | null;
  remote: Doc;
  note: string | null;
};

/** Settles what needs no look at the entry: most records of most runs. */
export function decideByHash({ link, remoteHash }: Prepared): PreviewAction | null {
  if (!link) return null;
  if (link.mode === 'detached') return 'skipped';
  return link.remoteHash === remoteHash ? 'unchanged' : null;
}

export async function decide(
  context: SyncContext,
  prepared: Prepared,
  { doc }: Resolved,
): Promise<Decision> {
  const { strapi, source, media } = context;
  const { link, uid, locale, record, mapping } = prepared;
  const shape = context.shape(uid);
  const remote = canonicalDoc(doc, shape);
  const documentId = link?.localId || (await findHere(context, prepared, remote));
  const local = documentId
    ? await readEntry(
        strapi,
        { uid, documentId, locale },
        { shape, hashes: (ids) => media.hashesOf(ids) },
      )
    : null;
  const result: Decision = {
    action: 'created',
    kind: 'create',
    documentId: documentId ?? null,
    local,
    merge: null,
    remote,
    note: null,
  };

  if (!local) {
    const wasHere = Boolean(link?.localId);
    if (!wasHere) return result;
    // Deleted here. It stays so while nothing new comes from there.
    const isNews = !isSame(remote, pick(link?.base ?? {}, Object.keys(remote)));
    return isNews
      ? { ...result, kind: 'deleted-here', action: 'conflict' }
      : { ...result, kind: 'none', action: 'unchanged' };
  }

  const merge = mergeDocument({
    base: link?.base ?? null,
    local: local.doc,
    remote,
    shape,
    preset: source.policy.preset,
    rules: rulesOf(mapping.fields),
    newer: newerOf(local.updatedAt, record.updatedAt),
  });
  const isOpen = merge.conflicts.length > 0;
  const action = isOpen ? 'conflict' : merge.changed.length > 0 ? 'updated' : 'unchanged';
  return { ...result, kind: 'merge', merge, action };
}

/** Another language of a linked entry, or one that was here before the source was connected. */
async function findHere(context: SyncContext, prepared: Prepared, remote: Doc) {
  const { tables, source, strapi } = context;
  const { record, uid, locale, mapping } = prepared;
  const [sibling] = await tables.links.findMany({
    where: {
      sourceId: source.documentId,
      remoteType: record.type,
      remoteId: record.id,
      localUid: uid,
      localId: { $ne: '' },
    },
    limit: 1,
  });
  if (sibling) return sibling.localId;
  if (!mapping.matchBy) return null;
  const value = remote[mapping.matchBy];
  const found = await findByField(strapi, { uid, locale, field: mapping.matchBy, value });
  if (!found) return null;
  const isTaken = await tables.links.count({
    sourceId: source.documentId,
    localUid: uid,
    localId: found,
    localLocale: locale,
  });
  return isTaken > 0 ? null : found;
}

const rulesOf = (fields: { field: string; rule?: FieldRule }[]): Record<string, FieldRule> =>
  Object.fromEntries(fields.flatMap(({ field, rule }) => (rule ? [[field, rule]] : [])));

const newerOf = (local: string | null, remote: string | null) =>
  remote !== null && (local === null || remote > local) ? 'remote' : 'local';

const pick = (doc: Doc, names: string[]): Doc =>
  Object.fromEntries(names.flatMap((name) => (name in doc ? [[name, doc[name]]] : [])));
