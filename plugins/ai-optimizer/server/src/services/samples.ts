import type { Core } from '@strapi/strapi';
import { runUnscoped } from 'suite-kit/server';
import { UID } from '../../../shared/plugin';

const WITH_SAMPLES = [
  UID.score,
  UID.keyphrase,
  UID.suggestion,
  UID.budget,
  UID.variant,
  UID.event,
  UID.tally,
  UID.performance,
  UID.experiment,
] as const;

/** What the demo made. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  remove: (): Promise<Record<string, number>> =>
    runUnscoped(strapi, async () => {
      const removed: Record<string, number> = {};
      for (const uid of WITH_SAMPLES) {
        const { count } = await strapi.db.query(uid).deleteMany({ where: { isSample: true } });
        removed[uid.split('.')[1] ?? uid] = count;
      }
      return removed;
    }),
});
