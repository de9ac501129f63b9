import type { Core } from '@strapi/strapi';
import { listSites, siteScope } from 'suite-kit/server';
import type { Choices } from '../../../shared/contracts/health';
import { labelOf, OTHER, UNMATCHED } from '../core/metrics';
import { filterFor, scopeOf } from './scope';
import { service } from './service';

type Type = { uid: string; info: { displayName?: string } };
const DAY_MS = 86_400_000;

/** What the filters offer: sites, content types, routes of the last day. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async list(): Promise<Choices> {
    const isNetwork = siteScope(strapi).kind === 'network';
    const now = Date.now();
    const scope = await scopeOf(strapi, { from: now - DAY_MS, to: now }, now);
    const takes = filterFor(strapi, scope);
    const samples = await service(strapi, 'store').read(scope.window, ['http']);
    const routes = new Set(
      samples.flatMap(({ series }) => (takes(series) ? [labelOf('http', series, 'route')] : [])),
    );
    [OTHER, UNMATCHED].forEach((route) => routes.delete(route));
    const sites = isNetwork ? await listSites(strapi) : [];
    return {
      sites: sites.map(({ number, name }) => ({ number, name })),
      contentTypes: (Object.values(strapi.contentTypes) as unknown as Type[])
        .filter(({ uid }) => uid.startsWith('api::'))
        .map(({ uid, info }) => ({ uid, name: info.displayName ?? uid }))
        .sort((a, b) => a.name.localeCompare(b.name)),
      routes: [...routes].sort(),
    };
  },
});
