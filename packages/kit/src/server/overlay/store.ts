import type { Core } from '@strapi/strapi';
import type { Overlay, OverlayLayer } from '../../shared/overlay';
import { rowsOf } from '../site-rows';
import { registryOf, runBare } from './registry';
import { transactionsOf } from './strapi-parts';
import type { OverlayRecord, StoredOverlay } from './types';

export const overlayId = (layer: OverlayLayer, rowId: number) => `${layer}.${rowId}`;

export const toOverlay = (layer: OverlayLayer, record: OverlayRecord): StoredOverlay => ({
  id: overlayId(layer, record.id),
  layer,
  name: record.name,
  entryUid: record.entryUid,
  entryDocumentId: record.entryDocumentId,
  entryLocale: record.entryLocale ?? '',
  changes: record.changes ?? [],
  live: record.live,
  record,
});

type NewOverlay = {
  entryUid: string;
  entryDocumentId: string;
  entryLocale?: string;
} & { name: string; site?: number } & Record<string, unknown>;
type Contents = { changes?: Overlay['changes']; live?: Overlay['live'] };

export type OverlayStore = ReturnType<typeof createOverlayStore>;

/**
 * The overlays of one layer, narrowed to the site the code runs for. Every write goes through
 * here: it is what tells delivery that something changed.
 */
export function createOverlayStore({
  strapi,
  layer,
  uid,
}: {
  strapi: Core.Strapi;
  layer: OverlayLayer;
  uid: string;
}) {
  const rows = rowsOf<OverlayRecord>(strapi, uid);

  /** What delivery reads is renewed after the commit, not when somebody reads in between. */
  const changing = <T>(work: () => Promise<T>): Promise<T> =>
    runBare(strapi, () =>
      transactionsOf(strapi).transaction(async ({ onCommit }) => {
        const result = await work();
        onCommit(() => {
          registryOf(strapi).isDirty = true;
        });
        return result;
      }),
    );

  return {
    layer,
    uid,

    async find(id: number): Promise<StoredOverlay | null> {
      const record = await rows.findOne({ id });
      return record && toOverlay(layer, record);
    },

    async findMany(given: {
      where: Record<string, unknown>;
      limit: number;
    }): Promise<StoredOverlay[]> {
      const records = await rows.findMany({ ...given, orderBy: { id: 'asc' } });
      return records.map((record) => toOverlay(layer, record));
    },

    async create({ entryLocale = '', ...data }: NewOverlay): Promise<StoredOverlay> {
      const record = await changing(() =>
        rows.create({ changes: [], live: null, revision: 0, ...data, entryLocale }),
      );
      return toOverlay(layer, record);
    },

    /** The plugin's own attributes and the name. Null when there is no such overlay. */
    async update(id: number, data: Record<string, unknown>): Promise<StoredOverlay | null> {
      const record = await changing(() => rows.update({ id }, data));
      return record && toOverlay(layer, record);
    },

    /**
     * Stores changes.
     * @param revision what was read; null is answered when somebody has saved since.
     */
    async save(
      id: number,
      { changes, live }: Contents,
      revision: number,
    ): Promise<StoredOverlay | null> {
      const data = {
        ...(changes === undefined ? {} : { changes }),
        ...(live === undefined ? {} : liveColumns(live)),
        revision: revision + 1,
      };
      return changing(async () => {
        const { count } = await rows.updateMany({ id, revision }, data);
        const record = count === 0 ? null : await rows.findOne({ id });
        return record && toOverlay(layer, record);
      });
    },

    async remove(id: number): Promise<boolean> {
      const record = await changing(() => rows.delete({ id }));
      return record !== null;
    },
  };
}

const liveColumns = (live: Overlay['live']) => ({
  live,
  liveAt: live && new Date(),
});
