import type { Core } from '@strapi/strapi';
import { service } from '../services/service';
import { isNetworkRequest } from './callers';

type Statistics = Record<string, number | null>;
type HomepageService = { getKeyStatistics?: () => Promise<Statistics> };

/**
 * The homepage counts admin users, API tokens and webhooks of the whole installation; a member
 * is told those of the own site. Where the service is not there, nothing is counted either.
 */
export function installHomepageLayer(strapi: Core.Strapi): () => void {
  const homepage = strapi.service('admin::homepage') as unknown as HomepageService | undefined;
  const original = homepage?.getKeyStatistics;
  if (!homepage || !original) return () => undefined;

  homepage.getKeyStatistics = async function () {
    const all = await original.call(this);
    const { isActive } = await service(strapi, 'state').fresh();
    const ctx = strapi.requestContext.get();
    if (!isActive || !ctx || (await isNetworkRequest(strapi, ctx))) return all;
    const context = service(strapi, 'context').current();
    const own =
      context.kind === 'site'
        ? {
            admins: (await service(strapi, 'members').list(context.number)).length,
            apiTokens: await service(strapi, 'tokens').countOn(context.number),
          }
        : { admins: 0, apiTokens: 0 };
    return { ...all, ...own, webhooks: 0 };
  };
  return () => {
    homepage.getKeyStatistics = original;
  };
}
