import type { Core } from '@strapi/strapi';
import { handle } from 'suite-kit/server';
import { bindTokenBody, tokenParams } from '../../../shared/contracts/tokens';
import { NETWORK } from '../../../shared/plugin';
import { service } from '../services/service';

/** API tokens and the site each of them opens. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  find: handle({}, async () => ({ data: await service(strapi, 'tokens').list() })),

  bind: handle({ params: tokenParams, body: bindTokenBody }, async ({ params, body }) => {
    const { tokenId } = params;
    const isPlain = body.site === null || body.site === NETWORK;
    const wanted = isPlain ? null : await service(strapi, 'sites').get(body.site ?? '');
    const site = body.site === NETWORK ? 'network' : (wanted?.number ?? null);
    return { data: await service(strapi, 'tokens').bind({ tokenId, site }) };
  }),
});
