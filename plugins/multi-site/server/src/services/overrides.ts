import type { Core } from '@strapi/strapi';
import {
  assertMayChangePath,
  createOverlayReviews,
  createOverlayStore,
  readVersions,
  rowsOf,
  schemaOf,
  type OverlayRecord,
  type StoredOverlay,
} from 'suite-kit/server';
import { resumeInheritance, suspendInheritance, underReview } from 'suite-kit/shared';
import type { OverrideDetails } from '../../../shared/contracts/overrides';
import type { EntryOverride } from '../../../shared/contracts/shares';
import { UID } from '../../../shared/plugin';
import { fieldsOf } from '../core/override-fields';
import { errors } from '../errors';
import { contentTypesOf } from '../isolation/strapi-parts';
import { service } from './service';

type Entry = { uid: string; documentId: string; locale: string };

/** How a site words shared entries in its own way. Narrowed to the site the code runs for. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const rows = rowsOf<OverlayRecord>(strapi, UID.override);
  const store = createOverlayStore({ strapi, layer: 'site', uid: UID.override });
  const reviews = createOverlayReviews({ strapi, store });

  const describeRow = (record: OverlayRecord): EntryOverride => ({
    id: `site.${record.id}`,
    locale: record.entryLocale ?? '',
    changes: record.changes?.length ?? 0,
    isLive: (record.live?.length ?? 0) > 0,
  });

  /** `site.7` */
  async function find(id: string): Promise<StoredOverlay> {
    const found = await store.find(Number(id.slice('site.'.length)));
    if (!found) throw errors.OVERRIDE_NOT_FOUND();
    return found;
  }

  async function originalOf({
    entryUid: uid,
    entryDocumentId,
    entryLocale,
    record,
  }: StoredOverlay) {
    const { site } = record;
    const entry = { uid, documentId: entryDocumentId, locale: entryLocale, site };
    const versions = await readVersions(strapi, entry);
    return versions && { versions, schema: schemaOf(strapi, uid) };
  }

  return {
    store,
    find,
    originalOf,

    async describe({ uid, documentId, locale }: Entry): Promise<EntryOverride | null> {
      const where = { entryUid: uid, entryDocumentId: documentId, entryLocale: locale };
      const record = await rows.findOne(where);
      return record && describeRow(record);
    },

    /** Which of these documents have one, in any language. */
    async which({
      uid,
      documentIds,
    }: {
      uid: string;
      documentIds: readonly string[];
    }): Promise<Set<string>> {
      if (documentIds.length === 0) return new Set();
      const found = await rows.findMany({
        where: { entryUid: uid, entryDocumentId: { $in: [...documentIds] } },
      });
      return new Set(found.map(({ entryDocumentId }) => entryDocumentId));
    },

    list: (limit: number) => rows.findMany({ orderBy: { id: 'asc' }, limit }),

    /** The one of the site for this entry and language; made where there is none. */
    async open({ uid, documentId, locale }: Entry): Promise<EntryOverride> {
      const entry = { entryUid: uid, entryDocumentId: documentId, entryLocale: locale };
      const known = await rows.findOne(entry);
      if (known) return describeRow(known);
      const context = service(strapi, 'context').current();
      const number = context.kind === 'site' ? context.number : 0;
      // One that names a language the entry does not have would never be laid.
      const isLocalized = contentTypesOf(strapi)[uid]?.pluginOptions?.i18n?.localized === true;
      const original = await readVersions(strapi, { uid, documentId, locale, site: number });
      if (!original || isLocalized !== (locale !== '')) throw errors.ENTRY_NOT_FOUND();
      const name = service(strapi, 'state').snapshot().sites.get(number)?.name ?? '';
      const { record } = await store.create({ ...entry, name: name.slice(0, 120) });
      return describeRow(record);
    },

    async details(id: string): Promise<OverrideDetails> {
      const overlay = await find(id);
      const original = await originalOf(overlay);
      const fields = original
        ? fieldsOf(overlay, {
            attributes: original.schema.attributes,
            review: underReview(overlay, original.versions.draft, original.schema),
          })
        : [];
      return {
        ...describeRow(overlay.record),
        name: overlay.name,
        contentType: overlay.entryUid,
        documentId: overlay.entryDocumentId,
        fields,
      };
    },

    /** Needs the right to change that field of the entry. */
    async setInheritance(id: string, path: string, inherits: boolean) {
      const overlay = await find(id);
      const original = await originalOf(overlay);
      if (!original) throw errors.ENTRY_NOT_FOUND();
      const { draft } = original.versions;
      await assertMayChangePath(strapi, { uid: overlay.entryUid, draft, path });
      const contents = inherits
        ? resumeInheritance(overlay, path)
        : suspendInheritance(overlay, path, original);
      if (!contents) throw errors.NOT_OVERRIDABLE();
      const { id: row, revision } = overlay.record;
      if (!(await store.save(row, contents, revision))) throw errors.OVERRIDE_CHANGED();
    },

    async settle(id: string, path: string, keep: 'original' | 'override') {
      const { record } = await find(id);
      const decision = { path, keep: keep === 'override' ? ('variant' as const) : keep };
      // What visitors get was published; a review does not ask to publish it once more.
      await reviews.settle(record.id, { ...decision, isLiveToo: true });
    },

    async remove(id: string) {
      const { record } = await find(id);
      await store.remove(record.id);
    },
  };
};
