import type { Core } from '@strapi/strapi';
import { UID } from '../../../shared/plugin';
import { service } from '../services/service';

type Event = { model: { uid: string }; result?: { id?: number } | null };

const OWNERS: Record<string, { uid: string; field: string }> = {
  'admin::user': { uid: UID.siteUser, field: 'userId' },
  'admin::api-token': { uid: UID.siteToken, field: 'tokenId' },
};

/**
 * A deleted admin user is no member any more, a deleted token opens nothing: an id that a
 * database gives out again must not inherit them.
 *
 * @returns a function that ends it.
 */
export function installForgetting(strapi: Core.Strapi): () => void {
  return strapi.db.lifecycles.subscribe({
    models: Object.keys(OWNERS),

    async afterDelete({ model, result }: Event) {
      const owner = OWNERS[model.uid];
      if (!owner || !result?.id) return;
      const where = { [owner.field]: result.id };
      const { count } = await strapi.db.query(owner.uid).deleteMany({ where });
      if (count > 0) await service(strapi, 'state').changed();
    },
  });
}
