import type { Core } from '@strapi/strapi';
import { rowsOf, runUnscoped } from 'suite-kit/server';
import { canonicalDoc, isSame } from '../core/canonical';
import { isObject, type Shape } from '../core/shape';
import { errors } from '../errors';
import { readEntry } from '../sync/entries';
import { isFederation } from '../sync/origin';
import type { LinkRow, SourceRow } from '../sync/rows';
import { shapeOf } from '../sync/shapes';
import { UID } from '../../../shared/plugin';

type Context = {
  uid: string;
  action: string;
  params: { documentId?: string; locale?: string; data?: unknown };
};

/** How long an instance may act on what it knows of locking sources. */
const MAX_AGE_MS = 2_000;

/** The preset "lock": mapped fields of an entry are changed at the source, not here. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  let known: { sources: SourceRow[]; at: number } | null = null;

  async function lockingSources(): Promise<SourceRow[]> {
    if (known && Date.now() - known.at < MAX_AGE_MS) return known.sources;
    const all = await runUnscoped(strapi, () => rowsOf<SourceRow>(strapi, UID.source).findMany());
    known = { sources: all.filter(({ policy }) => policy.preset === 'lock'), at: Date.now() };
    return known.sources;
  }

  /** Fields that are locked for this entry; empty for most. */
  async function lockedFields(uid: string, documentId: string): Promise<string[]> {
    const sources = (await lockingSources()).filter(({ mappings }) =>
      mappings.some((mapping) => mapping.uid === uid),
    );
    if (sources.length === 0) return [];
    const links = await rowsOf<LinkRow>(strapi, UID.content).findMany({
      where: { localUid: uid, localId: documentId, mode: 'synced' },
    });
    const sourceIds = new Set(links.map(({ sourceId }) => sourceId));
    return sources
      .filter((source) => sourceIds.has(source.documentId))
      .flatMap(({ mappings }) => mappings.filter((mapping) => mapping.uid === uid))
      .flatMap(({ fields }) => fields.map(({ field }) => field));
  }

  return {
    lockedFields,

    async forget() {
      known = null;
    },

    /** Refuses a save that changes a locked field; one that repeats it passes. */
    async assertUnlocked({ uid, action, params }: Context): Promise<void> {
      const { documentId, data } = params;
      if (action !== 'update' || isFederation() || !documentId || !isObject(data)) return;
      const locked = (await lockedFields(uid, documentId)).filter((name) => name in data);
      if (locked.length === 0) return;
      const shape = comparable(shapeOf(strapi, uid), locked);
      const entry = await readEntry(
        strapi,
        { uid, documentId, locale: params.locale ?? '' },
        { shape, hashes: async () => new Map() },
      );
      if (!entry) return;
      const wanted = canonicalDoc(data, shape);
      const changed = Object.keys(wanted).filter((name) => !isSame(wanted[name], entry.doc[name]));
      if (changed.length === 0) return;
      throw errors.FIELDS_LOCKED({
        message: `These fields come from a source and are locked here: ${changed.join(', ')}. Change them there, or detach the entry.`,
        details: { fields: changed },
      });
    },
  };
};

/** References are sent as commands (connect, set), so their lock is not told by comparing. */
const comparable = (shape: Shape, names: string[]): Shape =>
  Object.fromEntries(
    Object.entries(shape).filter(
      ([name, { kind }]) =>
        names.includes(name) && !['relation', 'relations', 'media', 'medias'].includes(kind),
    ),
  );
