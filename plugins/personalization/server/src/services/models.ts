import type { Core } from '@strapi/strapi';
import { rowsOf } from 'suite-kit/server';
import type { Model } from '../../../shared/contracts/recommendations';
import { UID } from '../../../shared/plugin';
import type { ItemModel } from '../core/recommender';

type ModelRow = {
  id: number;
  documentId: string;
  site: number;
  version: string;
  items: number;
  interactions: number;
  visitors: number;
  features: number;
  durationMs: number;
  trainedAt: string;
  isInUse: boolean;
  data: ItemModel | null;
};
type Facts = Pick<ModelRow, 'items' | 'interactions' | 'features'>;

/** Trained models: one a site is in use, in memory on every instance that needs it. */
const models = ({ strapi }: { strapi: Core.Strapi }) => {
  const rows = rowsOf<ModelRow>(strapi, UID.model);
  const loaded = new Map<number, ItemModel>();

  return {
    /** The model in use; null before the first training. */
    async of(site: number): Promise<ItemModel | null> {
      const row = (await strapi.db.query(UID.model).findOne({
        where: { site, isInUse: true },
        select: ['version'],
        orderBy: { id: 'desc' },
      })) as ModelRow | null;
      if (!row) return null;
      const known = loaded.get(site);
      if (known?.version === row.version) return known;
      const full = (await strapi.db.query(UID.model).findOne({
        where: { site, version: row.version },
      })) as ModelRow | null;
      if (full?.data) loaded.set(site, full.data);
      return full?.data ?? null;
    },

    /** Puts a model in use; former ones are kept as a line of history, without what they know. */
    async put(site: number, model: ItemModel, facts: Facts): Promise<{ id: number }> {
      const { version } = model;
      const row = await rows.create({
        site,
        version,
        ...facts,
        visitors: 0,
        trainedAt: new Date(version),
        durationMs: 0,
        isInUse: true,
        data: model,
      });
      await rows.updateMany({ id: { $ne: row.id } }, { isInUse: false, data: null });
      loaded.set(site, model);
      return row;
    },

    /** What is known of a training when it is over. */
    async note(id: number, facts: { durationMs: number; visitors: number }): Promise<void> {
      await rows.update({ id }, facts);
    },

    async list(): Promise<Model[]> {
      const found = await rows.findMany({
        orderBy: { id: 'desc' },
        limit: 20,
        select: [
          'documentId',
          'version',
          'items',
          'interactions',
          'features',
          'visitors',
          'trainedAt',
          'durationMs',
          'isInUse',
          'site',
        ],
      });
      return found.map(({ documentId, id: _id, data: _data, ...row }) => ({
        ...row,
        id: documentId,
      }));
    },
  };
};

export default models;
