import type { Core } from '@strapi/strapi';
import {
  createOverlayReviews,
  createOverlayStore,
  overlayStateOf,
  rowsOf,
  type StoredOverlay,
} from 'suite-kit/server';
import type {
  EntryVariantsQuery,
  ReviewVariantBody,
  TestVariant,
} from '../../../shared/contracts/variants';
import { UID } from '../../../shared/plugin';
import { errors } from '../errors';
import type { ExperimentRow } from './experiment-rows';
import { service } from './service';

const OPEN = ['draft', 'running'] as const;
const MOST = 100;

/** What the edit view says about an entry's tests: their variants, and what has to be reviewed. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const store = createOverlayStore({ strapi, layer: 'test', uid: UID.variant });
  const reviews = createOverlayReviews({ strapi, store });
  const experiments = () => rowsOf<ExperimentRow>(strapi, UID.experiment);

  const describe = async (
    overlay: StoredOverlay,
    { documentId, name, state }: ExperimentRow,
  ): Promise<TestVariant> => ({
    id: overlay.id,
    name: overlay.name,
    changes: overlay.changes.length,
    state: overlayStateOf(overlay),
    review: await reviews.partsOf(overlay),
    experiment: { id: documentId, name, state },
  });

  return {
    /** Of tests that are being made or run; what is over is on the page of the test. */
    async list({ uid, documentId, locale }: EntryVariantsQuery): Promise<TestVariant[]> {
      const entry = { entryUid: uid, entryDocumentId: documentId, entryLocale: locale };
      const open = await experiments().findMany({
        where: { ...entry, state: { $in: [...OPEN] } },
        orderBy: { id: 'asc' },
        limit: MOST,
      });
      const byId = new Map(open.map((row) => [row.documentId, row]));
      const overlays = await store.findMany({
        where: { experiment: { $in: [...byId.keys()] } },
        limit: MOST,
      });
      const described = overlays.flatMap((overlay) => {
        const experiment = byId.get(String(overlay.record.experiment));
        return experiment ? [describe(overlay, experiment)] : [];
      });
      return Promise.all(described);
    },

    /** The content type of a variant's entry, for the caller's rights. */
    async entryUidOf(id: string): Promise<string> {
      const overlay = await store.find(numberOf(id));
      if (!overlay) throw errors.VARIANT_NOT_FOUND();
      return overlay.entryUid;
    },

    /**
     * Ends the review of one part. In a running test the variant's value can be kept, which makes
     * visitors see it again; to take it away would measure something else from then on.
     */
    async review(id: string, { path, keep }: ReviewVariantBody): Promise<TestVariant> {
      const overlay = await store.find(numberOf(id));
      const experiment =
        overlay && (await experiments().findOne({ documentId: String(overlay.record.experiment) }));
      if (!overlay || !experiment) throw errors.VARIANT_NOT_FOUND();
      const { state } = experiment;
      const isRunning = state === 'running';
      if (!(OPEN as readonly string[]).includes(state) || (isRunning && keep === 'original')) {
        throw errors.EXPERIMENT_STATE({ details: { state } });
      }
      const settled = await reviews.settle(overlay.record.id, { path, keep, isLiveToo: isRunning });
      service(strapi, 'variants').changed();
      return describe(settled, experiment);
    },
  };
};

const numberOf = (id: string) => Number(id.replace(/^test\./, ''));
