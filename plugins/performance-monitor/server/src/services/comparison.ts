import type { Core } from '@strapi/strapi';
import type { Comparison, ComparisonQuery } from '../../../shared/contracts/health';
import { routeChanges, sidesOf, totalOf } from '../core/comparison';
import type { Window } from '../core/windows';
import { filterFor, scopeOf } from './scope';
import { service } from './service';

const MOST_ROWS = 50;
const MINUTE_MS = 60_000;

/** What a deploy or a publish changed: answers before and after it. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async ofMarker(id: string, query: ComparisonQuery): Promise<Comparison> {
    const { minutes, ...rest } = query;
    const marker = await service(strapi, 'markers').find(id);
    const now = Date.now();
    const scope = await scopeOf(strapi, rest, now);
    const takes = filterFor(strapi, scope);
    const read = async (window: Window) =>
      (await service(strapi, 'store').read(window, ['http'])).filter(({ series }) => takes(series));
    const sides = sidesOf({
      minute: Math.floor(marker.at / MINUTE_MS),
      minutes,
      now: Math.floor(now / MINUTE_MS),
    });
    const before = sides ? await read(sides.before) : [];
    const after = sides ? await read(sides.after) : [];
    return {
      marker,
      minutes: sides ? sides.before.to - sides.before.from : 0,
      before: totalOf(before),
      after: totalOf(after),
      routes: routeChanges(before, after).slice(0, MOST_ROWS),
    };
  },
});
