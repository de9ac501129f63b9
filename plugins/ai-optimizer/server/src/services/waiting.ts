import type { Core } from '@strapi/strapi';
import { siteScope } from 'suite-kit/server';
import { service } from './service';

const DECIDABLE = new Set(['winner', 'worse', 'split-broken']);
/** From this share of the month's budget on somebody should know. */
const NEARLY_SPENT = 0.8;

/** What waits for a person here. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** Running tests whose figures allow a decision. */
  async tests(): Promise<number> {
    const { data } = await service(strapi, 'experiments').list({
      state: 'running',
      page: 1,
      pageSize: 100,
    });
    return data.filter(({ verdict }) => verdict !== null && DECIDABLE.has(verdict)).length;
  },

  /** 1 when the site's budget of this month is nearly used up. */
  async budgets(): Promise<number> {
    if (siteScope(strapi).kind === 'network') return 0;
    const { spent, limit } = await service(strapi, 'usage').find(1);
    return limit !== null && limit > 0 && spent >= limit * NEARLY_SPENT ? 1 : 0;
  },
});
