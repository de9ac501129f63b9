import type { Core } from '@strapi/strapi';
import { rowsOf } from 'suite-kit/server';
import { UID } from '../../../shared/plugin';
import { service } from './service';

const WITH_SAMPLES = {
  visitors: UID.profile,
  events: UID.event,
  recommendations: UID.recommendation,
  rules: UID.rule,
  audiences: UID.audience,
  variants: UID.variant,
  figures: UID.counter,
  keys: UID.browserKey,
} as const;

/** Rows that the demo made, for taking them away again. */
const samples = ({ strapi }: { strapi: Core.Strapi }) => ({
  async remove(): Promise<Record<string, number>> {
    const removed: Record<string, number> = {};
    for (const [what, uid] of Object.entries(WITH_SAMPLES)) {
      const { count } = await rowsOf(strapi, uid).deleteMany({ isSample: true });
      removed[what] = count;
    }
    await service(strapi, 'state').changed();
    return removed;
  },
});

export default samples;
