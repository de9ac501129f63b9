import type { Core } from '@strapi/strapi';
import { errors } from '../errors';
import { service } from '../services/service';
import type { Guard } from './guard';

type Event = {
  model: { uid: string };
  params: { where?: object };
  state: { documentIds?: string[] };
  result?: unknown;
};
const FILE = 'plugin::upload.file';

type Created = { id: number; documentId?: string };

/**
 * Keeps the registry `site_content` in step with the content: a row for every document (media
 * and folders too) written on a site, in the transaction of that write, gone with its last row.
 *
 * @returns a function that ends it.
 */
export function installRegistering(strapi: Core.Strapi, guard: Guard): () => void {
  const registry = () => service(strapi, 'registry');
  const siteNow = () => {
    if (!guard.state().isActive) return null;
    const context = service(strapi, 'context').current();
    return context.kind === 'site' ? context.number : null;
  };

  async function assertOwnFile(where: object = {}) {
    const id = Number((where as { id?: unknown }).id);
    if (!Number.isInteger(id) || !guard.decide(FILE, 'read')?.shared) return;
    const [documentId] = await registry().documentIdsOf(FILE, [id]);
    if (documentId && guard.ownerOfShared(FILE, documentId) !== null) {
      throw errors.SHARED_BY_SITE();
    }
  }

  return strapi.db.lifecycles.subscribe({
    models: guard.tables.list.filter((entry) => entry.scope === 'site').map((entry) => entry.uid),

    async afterCreate({ model: { uid }, result }: Event) {
      const site = siteNow();
      if (site === null) return;
      const { id, documentId } = result as Created;
      // A caller's `select` may have left the documentId out.
      const documentIds = documentId ? [documentId] : await registry().documentIdsOf(uid, [id]);
      await registry().add({ uid, site, documentIds });
    },

    async afterCreateMany({ model: { uid }, result }: Event) {
      const site = siteNow();
      const { ids = [] } = result as { ids?: number[] };
      if (site === null || ids.length === 0) return;
      const documentIds = await registry().documentIdsOf(uid, ids);
      await registry().add({ uid, site, documentIds });
    },

    async afterDelete({ model: { uid }, result }: Event) {
      const { documentId } = (result ?? {}) as Partial<Created>;
      if (guard.state().isActive && documentId) await registry().removeIfGone(uid, documentId);
    },

    async beforeDeleteMany({ model: { uid }, params, state }: Event) {
      if (!guard.state().isActive) return;
      const rows: Created[] = await strapi.db
        .query(uid)
        .findMany({ where: params.where ?? {}, select: ['id', 'documentId'] });
      state.documentIds = [...new Set(rows.flatMap((row) => row.documentId ?? []))];
    },

    /** Of the media library: it writes by id, and would answer as if it had. */
    beforeUpdate({ model: { uid }, params }: Event) {
      if (uid === FILE && guard.hasShares()) return assertOwnFile(params.where);
      return undefined;
    },

    async afterDeleteMany({ model: { uid }, state }: Event) {
      for (const documentId of state.documentIds ?? []) {
        await registry().removeIfGone(uid, documentId);
      }
    },
  });
}
