import type { Core } from '@strapi/strapi';
import { runUnscoped } from 'suite-kit/server';
import { UID } from '../../../shared/plugin';
import { keyOf } from './runs';
import { service } from './service';

const WITH_SAMPLES = [
  UID.source,
  UID.content,
  UID.status,
  UID.checkpoint,
  UID.conflict,
  UID.media,
  UID.audit,
  UID.run,
] as const;

/** What the demo brought, to be taken away again. Entries it made are content and stay. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async remove(): Promise<Record<string, number>> {
    const removed = await runUnscoped(strapi, async () => {
      const sources: { documentId: string }[] = await strapi.db
        .query(UID.source)
        .findMany({ where: { isSample: true } });
      // Runs since then know of their source only.
      const dedupeKey = { $in: sources.map(({ documentId }) => keyOf(documentId)) };
      const counts: [string, number][] = [];
      for (const uid of WITH_SAMPLES) {
        const isOurs = uid === UID.run ? [{ isSample: true }, { dedupeKey }] : [{ isSample: true }];
        const { count } = await strapi.db.query(uid).deleteMany({ where: { $or: isOurs } });
        counts.push([uid.replace(/^.*\./, ''), count]);
      }
      return counts;
    });
    await service(strapi, 'locks').forget();
    return Object.fromEntries(removed);
  },
});
