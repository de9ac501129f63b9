import type { Core } from '@strapi/strapi';
import {
  changesFor,
  inLayerOrder,
  mergePlans,
  planOverlay,
  type OverlayRow,
  type PlannedFields,
} from '../../../shared/overlay';
import { readRow, schemaOf } from '../content';
import { transactionsOf } from '../strapi-parts';
import type { StoredOverlay } from '../types';

/** How long a held plan counts when another instance may have changed the original. */
const MAX_AGE_MS = 10_000;
const MAX_PLANS = 1000;

export type Chosen = { overlay: StoredOverlay; isPreview: boolean };

type Held = { fields: PlannedFields; updatedAt: unknown; until: number };

/**
 * What overlays do to one row of an original. Needs the whole original, of which an answer holds
 * only a part, so the result is kept: for seconds, and until something is written here.
 */
export function createPlans(strapi: Core.Strapi) {
  const held = new Map<string, Held>();

  async function make(uid: string, row: OverlayRow, chosen: Chosen[]): Promise<PlannedFields> {
    const [first] = chosen;
    const site = first?.overlay.record.site ?? 0;
    const base = await readRow(strapi, { uid, id: row.id, site });
    if (!base) return {};
    const schema = schemaOf(strapi, uid);
    const plans = inLayerOrder(
      chosen.map(({ overlay, isPreview }) => ({ ...overlay, isPreview })),
    ).map((overlay) => {
      const changes = changesFor(overlay, overlay.isPreview ? 'draft' : 'published');
      return planOverlay(base, { id: overlay.id, changes }, schema);
    });
    return mergePlans(plans).fields;
  }

  return {
    async planFor(uid: string, row: OverlayRow, chosen: Chosen[]): Promise<PlannedFields> {
      const parts = chosen.map(
        ({ overlay, isPreview }) =>
          `${overlay.id}@${overlay.record.revision}${isPreview ? 'p' : ''}`,
      );
      const key = `${uid}:${String(row.id)}:${parts.join()}`;
      const known = held.get(key);
      const isSame = row.updatedAt === undefined || known?.updatedAt === row.updatedAt;
      if (known && isSame && known.until > Date.now()) return known.fields;

      const fields = await make(uid, row, chosen);
      const [oldest] = held.keys();
      if (held.size >= MAX_PLANS && oldest !== undefined) held.delete(oldest);
      held.set(key, { fields, updatedAt: row.updatedAt, until: Date.now() + MAX_AGE_MS });
      return fields;
    },

    /** Something was written: in a transaction others see it only after the commit. */
    forget() {
      held.clear();
      if (!strapi.db.inTransaction()) return;
      void transactionsOf(strapi).transaction(({ onCommit }) => {
        onCommit(() => held.clear());
      });
    },
  };
}

export type Plans = ReturnType<typeof createPlans>;
