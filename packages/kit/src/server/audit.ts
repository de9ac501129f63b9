import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { contentTypeOf, type EntryRef } from './content';
import { changedAttributes, readImage, type EntryImage } from './entry-image';
import { runInSite } from './ports';
import { rowsOf } from './site-rows';

/** `<prefix>_audit`: who changed what, and what it was before. Content type `audit` of the plugin. */
export const auditContentType = (_pluginId: string, prefix: string) =>
  ({
    kind: 'collectionType',
    collectionName: `${prefix}_audit`,
    info: { singularName: 'audit', pluralName: 'audits', displayName: 'Audit' },
    options: { draftAndPublish: false },
    pluginOptions: {
      'content-manager': { visible: false },
      'content-type-builder': { visible: false },
    },
    attributes: {
      site: { type: 'integer', required: true, default: 0 },
      actor: { type: 'string', maxLength: 255 },
      action: { type: 'string', required: true, maxLength: 100 },
      batch: { type: 'string', maxLength: 100 },
      targetUid: { type: 'string', maxLength: 255 },
      targetId: { type: 'string', maxLength: 100 },
      targetLocale: { type: 'string', maxLength: 20 },
      before: { type: 'json' },
      after: { type: 'json' },
      note: { type: 'text' },
      undoneAt: { type: 'datetime' },
      isSample: { type: 'boolean', default: false },
    },
    indexes: [
      { name: `${prefix}_audit_target_idx`, columns: ['target_uid', 'target_id'] },
      { name: `${prefix}_audit_batch_idx`, columns: ['batch'] },
    ],
  }) as const;

export type AuditEntry = {
  id: number;
  site: number;
  actor: string | null;
  action: string;
  batch: string | null;
  targetUid: string | null;
  targetId: string | null;
  targetLocale: string | null;
  before: EntryImage | null;
  after: EntryImage | null;
  note: string | null;
  undoneAt: string | null;
  createdAt: string;
};

export type Refusal = { target: EntryRef; reason: string; changed: string[] };
type Actor = string | number | null;
type Target = EntryRef;
type Documents = {
  update(params: object): Promise<unknown>;
  create(params: object): Promise<unknown>;
  delete(params: object): Promise<unknown>;
};

export type Audit = ReturnType<typeof createAudit>;

/**
 * Whatever of ours changes content tells it here, with the entry as it was; then it can be taken
 * back as a draft, alone or with its batch, unless somebody has worked on it since.
 */
export function createAudit({ strapi, uid }: { strapi: Core.Strapi; uid: string }) {
  const rows = () => rowsOf<AuditEntry>(strapi, uid);

  async function record(given: {
    site?: number;
    actor: Actor;
    action: string;
    /** The same for everything that is to be taken back together. */
    batch?: string;
    target?: Target;
    before?: EntryImage | null;
    after?: EntryImage | null;
    note?: string;
  }): Promise<number> {
    const { target, actor, ...rest } = given;
    const row = await rows().create({
      ...rest,
      actor: actor === null ? null : String(actor),
      targetUid: target?.uid ?? null,
      targetId: target?.documentId ?? null,
      targetLocale: target?.locale ?? null,
    });
    return row.id;
  }

  const documentsOf = (target: Target) =>
    strapi.documents(target.uid as never) as unknown as Documents;

  /** Writes the image as the draft; without one the entry did not exist and goes again. */
  async function restore(target: Target, before: EntryImage | null): Promise<void> {
    const { documentId } = target;
    const isLocalized = contentTypeOf(strapi, target.uid)?.isLocalized ?? false;
    const locale = isLocalized && target.locale ? { locale: target.locale } : {};
    const documents = documentsOf(target);
    if (before === null) await documents.delete({ documentId, ...locale });
    else await documents.update({ documentId, ...locale, data: before });
  }

  async function undoOne(entry: AuditEntry, actor: Actor, batch: string): Promise<Refusal | null> {
    const target = targetOf(entry);
    if (!target) return null;
    const refuse = (reason: string, changed: string[] = []) => ({ target, reason, changed });
    if (entry.undoneAt) return refuse('This was undone already.');
    const now = await readImage(strapi, target);
    if (now === null) return refuse('The entry does not exist any more.');
    const changed = changedAttributes(now, entry.after);
    if (changed.length > 0) return refuse('Somebody has changed the entry since.', changed);

    await restore(target, entry.before);
    await rows().update({ id: entry.id }, { undoneAt: new Date() });
    const after = entry.before && (await readImage(strapi, target));
    const undo = { site: entry.site, actor, action: 'undo', batch, target };
    await record({ ...undo, before: now, after, note: entry.action });
    return null;
  }

  return {
    record,

    /** The entry as it is now: what to keep before a change, and to compare with after it. */
    image: (target: Target) => readImage(strapi, target),

    /** Does the change and writes down what it was before and after. */
    async change<T>(
      given: {
        site?: number;
        actor: Actor;
        action: string;
        batch?: string;
        target: Target;
        note?: string;
      },
      work: () => Promise<T>,
    ): Promise<T> {
      const before = await readImage(strapi, given.target);
      const result = await work();
      const after = await readImage(strapi, given.target);
      await record({ ...given, before, after });
      return result;
    },

    async list({
      target,
      batch,
      page = 1,
      pageSize = 20,
    }: { target?: Target; batch?: string; page?: number; pageSize?: number } = {}) {
      const where = {
        ...(target && { targetUid: target.uid, targetId: target.documentId }),
        ...(batch && { batch }),
      };
      return rows().findPage({ where, orderBy: { id: 'desc' }, page, pageSize });
    },

    /**
     * Takes changes back, the last one first. What somebody has worked on since stays, with the
     * names of the fields that differ. The undo is a change of its own and can be undone.
     */
    async undo({
      id,
      batch,
      actor,
    }: {
      id?: number;
      batch?: string;
      actor: Actor;
    }): Promise<{ undone: number; refused: Refusal[] }> {
      if (id === undefined && batch === undefined) return { undone: 0, refused: [] };
      const where = id === undefined ? { batch } : { id };
      const entries = await rows().findMany({ where, orderBy: { id: 'desc' } });
      const refused: Refusal[] = [];
      const undoBatch = randomUUID();
      for (const entry of entries) {
        const refusal = await runInSite(strapi, entry.site, () => undoOne(entry, actor, undoBatch));
        if (refusal) refused.push(refusal);
      }
      return { undone: entries.length - refused.length, refused };
    },
  };
}

function targetOf(entry: AuditEntry): Target | null {
  if (!entry.targetUid || !entry.targetId) return null;
  return { uid: entry.targetUid, documentId: entry.targetId, locale: entry.targetLocale };
}
