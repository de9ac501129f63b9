import type { Core } from '@strapi/strapi';
import { rowsOf } from 'suite-kit/server';
import { diffDocument } from 'suite-kit/shared';
import type { ReviewVariantBody, Variant } from '../../../shared/contracts/variants';
import { UID } from '../../../shared/plugin';
import {
  createOverlayReviews,
  createOverlayStore,
  overlayStateOf,
  type StoredOverlay,
} from '../adapters/overlay-layer';
import { errors } from '../errors';
import { service } from './service';
import type { RuleRow } from './types';

type Row = Record<string, unknown>;
type Filter = {
  uid?: string | undefined;
  documentId?: string | undefined;
  locale?: string | undefined;
};

/** Variants of entries for audiences: edited in Strapi's own edit view, shown by rules. */
const variants = ({ strapi }: { strapi: Core.Strapi }) => {
  const store = createOverlayStore({ strapi, layer: 'audience', uid: UID.variant });
  const reviews = createOverlayReviews({ strapi, store });

  const numberOf = (id: string) => Number(id.replace(/^audience\./, ''));

  async function describe(
    overlays: readonly StoredOverlay[],
    { withReview }: { withReview: boolean },
  ): Promise<Variant[]> {
    const rules = await rowsOf<RuleRow>(strapi, UID.rule).findMany({
      where: { state: { $ne: 'archived' } },
      limit: 1_000,
    });
    const titles = await service(strapi, 'content').titles(
      overlays.map(({ entryUid, entryDocumentId }) => ({
        uid: entryUid,
        documentId: entryDocumentId,
      })),
    );
    return Promise.all(
      overlays.map(async (overlay) => ({
        id: overlay.id,
        name: overlay.name,
        uid: overlay.entryUid,
        documentId: overlay.entryDocumentId,
        locale: overlay.entryLocale,
        entry: titles.get(overlay.entryDocumentId) ?? null,
        changes: overlay.changes.length,
        isLive: (overlay.live?.length ?? 0) > 0,
        state: overlayStateOf(overlay),
        review: withReview ? await reviews.partsOf(overlay) : null,
        site: overlay.record.site,
        shownBy: shownBy(rules, overlay.id),
        updatedAt: overlay.record.updatedAt,
      })),
    );
  }

  return {
    async list({ uid, documentId, locale }: Filter): Promise<Variant[]> {
      const where = {
        ...(uid ? { entryUid: uid } : {}),
        ...(documentId ? { entryDocumentId: documentId } : {}),
        ...(locale ? { entryLocale: locale } : {}),
      };
      const found = await store.findMany({ where, limit: 500 });
      return describe(found, { withReview: documentId !== undefined });
    },

    async create(given: { uid: string; documentId: string; locale: string; name: string }) {
      const { uid, documentId, locale, name } = given;
      if (!(await service(strapi, 'content').exists(uid, documentId)))
        throw errors.ENTRY_NOT_FOUND();
      const entry = { entryUid: uid, entryDocumentId: documentId, entryLocale: locale };
      const made = await store.create({ ...entry, name });
      await service(strapi, 'state').changed();
      const [variant] = await describe([made], { withReview: true });
      return variant;
    },

    /**
     * A published variant with some attributes replaced, for samples. People make theirs in the
     * edit view. Null when the entry is not there.
     */
    async sample({
      values,
      ...given
    }: {
      uid: string;
      documentId: string;
      locale: string;
      name: string;
      values: Record<string, unknown>;
    }) {
      const { uid, documentId, locale, name } = given;
      const read = async (isPublished: boolean) =>
        (await strapi.db.query(uid).findOne({
          where: {
            documentId,
            ...(locale ? { locale } : {}),
            publishedAt: isPublished ? { $notNull: true } : null,
          },
        })) as Row | null;
      const [draft, published] = await Promise.all([read(false), read(true)]);
      const type = service(strapi, 'content').typeOf(uid);
      if (!draft || !type) return null;
      const schema = { attributes: type.attributes, component: () => undefined };
      const changes = diffDocument(draft, { ...draft, ...values }, schema, { published });
      const entry = { entryUid: uid, entryDocumentId: documentId, entryLocale: locale };
      const made = await store.create({ ...entry, name, changes, isSample: true });
      await store.save(made.record.id, { changes, live: changes }, made.record.revision);
      await service(strapi, 'state').changed();
      return { id: made.id };
    },

    /** With its changes, as the overlay layer takes it. */
    stored: (id: string) => store.find(numberOf(id)),

    /** Ends the review of one part: the variant's value stays, or the original's is taken. */
    async review(id: string, { path, keep }: ReviewVariantBody) {
      const number = numberOf(id);
      if (!Number.isInteger(number)) throw errors.VARIANT_NOT_FOUND();
      const settled = await reviews.settle(number, { path, keep });
      await service(strapi, 'state').changed();
      const [variant] = await describe([settled], { withReview: true });
      return variant;
    },

    async remove(id: string): Promise<void> {
      const number = numberOf(id);
      const isGone = Number.isInteger(number) && (await store.remove(number));
      if (!isGone) throw errors.VARIANT_NOT_FOUND();
      await service(strapi, 'state').changed();
    },
  };
};

const shownBy = (rules: readonly RuleRow[], id: string): Variant['shownBy'] =>
  rules
    .filter(({ actions }) =>
      actions.some((one) => one.type === 'showVariant' && one.variant === id),
    )
    .map(({ documentId, ruleName, state }) => ({ id: documentId, name: ruleName, state }));

export default variants;
