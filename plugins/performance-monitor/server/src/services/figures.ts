import type { Core } from '@strapi/strapi';
import type {
  Ai,
  Delivery,
  Overview,
  QueryDetail,
  QueryRow,
  RouteRow,
  WindowQuery,
} from '../../../shared/contracts/health';
import { isPlainSelect } from '../core/fingerprint';
import {
  groupedLines,
  is,
  isError,
  latencyLines,
  latencyOf,
  sharesOf,
  verdictOf,
  type Sample,
} from '../core/insights';
import { mergeAll } from '../core/histogram';
import { labelOf, RUNTIME, sumOf, type Metric } from '../core/metrics';
import { deliveryRows, outgoingRows, runtimeNow, timingRows, vitalRows } from '../core/other-rows';
import { findingsOf, queryRows, type Known } from '../core/query-rows';
import { routeRows } from '../core/route-rows';
import { dialectOf } from '../collect/database';
import { errors } from '../errors';
import { filterFor, scopeOf, tablesOfContent, type Scope } from './scope';
import { service } from './service';

type Reading = { scope: Scope; samples: Sample[]; known: Known };

const SLOWEST = 5;
const MOST_ROWS = 100;
const MINUTE_MS = 60_000;

/** What the pages show: stored figures of a window, for the site and content type asked for. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  async function read(
    query: WindowQuery,
    metrics: readonly Metric[],
    more: { route?: string } = {},
  ): Promise<Reading> {
    const scope = await scopeOf(strapi, query, Date.now());
    // What was measured a moment ago belongs to the picture too.
    const all = await service(strapi, 'store').read(scope.window, metrics);
    const ids = all.flatMap(({ series }) =>
      series.metric === 'db'
        ? [labelOf('db', series, 'fingerprint')]
        : series.metric === 'repeat'
          ? [labelOf('repeat', series, 'fingerprint')]
          : [],
    );
    const statements = await service(strapi, 'statements').find([...new Set(ids)]);
    const takes = filterFor(strapi, scope, {
      ...more,
      tablesOf: (fingerprint) => statements.get(fingerprint)?.tables ?? [],
    });
    const samples = all.filter(({ series }) => takes(series));
    return { scope, samples, known: { statements, contentTypes: tablesOfContent(strapi) } };
  }

  const stretchOf = ({ window }: Scope) => ({
    from: window.from * MINUTE_MS,
    to: window.to * MINUTE_MS,
    stepMs: window.step * MINUTE_MS,
  });
  const points = ({ times, window }: Scope) => ({ times, stepMinutes: window.step });

  function markersOf({ window, contentType }: Scope) {
    const from = window.from * MINUTE_MS;
    const to = window.to * MINUTE_MS;
    return service(strapi, 'markers').inWindow({ from, to, ...(contentType && { contentType }) });
  }

  return {
    async overview(query: WindowQuery): Promise<Overview> {
      const { scope, samples, known } = await read(query, ['http', 'repeat', 'deep', 'runtime']);
      const http = samples.filter(is('http'));
      const list = http.map(({ series }) => series);
      const all = mergeAll(list.map(({ histogram }) => histogram));
      const bad = mergeAll(list.filter(isError).map(({ histogram }) => histogram));
      const shares = sharesOf(list);
      const runtime = samples.filter(is('runtime'));
      const isWhole = scope.sites === undefined;
      const { collector } = service(strapi, 'monitor');
      const { failures, recorder } = collector();
      const nowMinute = Math.floor(Date.now() / MINUTE_MS);
      const instances = await service(strapi, 'store').instancesSince(nowMinute - 3);
      return {
        stretch: stretchOf(scope),
        totals: {
          ...latencyOf(all, bad.count),
          totalMs: all.sum,
          shares,
          verdict: verdictOf(shares, all.count),
        },
        chart: latencyLines(http, points(scope)),
        slowest: routeRows(samples, scope.times.length, SLOWEST),
        findings: findingsOf(samples, known).slice(0, SLOWEST),
        runtime: isWhole ? runtimeNow(runtime, scope.window.step) : null,
        runtimeChart: isWhole
          ? groupedLines(runtime, {
              times: scope.times,
              keyOf: ({ labels: [what = ''] }) => (what === RUNTIME.loopDelay ? what : null),
              read: (histogram) => histogram.quantile(0.95),
            })
          : null,
        markers: await markersOf(scope),
        firing: await service(strapi, 'events').countFiring(),
        collecting: {
          instances: instances.length,
          failures,
          overflow: recorder.overflow,
          isEmpty: all.count === 0,
        },
      };
    },

    async routes(query: WindowQuery) {
      const { scope, samples } = await read(query, ['http']);
      const rows = routeRows(samples, scope.times.length);
      return {
        rows: rows.slice(0, MOST_ROWS),
        total: rows.length,
        stretch: stretchOf(scope),
        chart: latencyLines(samples, points(scope)),
        markers: await markersOf(scope),
      };
    },

    async route(query: WindowQuery & { route: string; method?: string | undefined }) {
      const { route, method: asked, ...rest } = query;
      const { scope, samples, known } = await read(rest, ['http', 'db', 'repeat', 'deep'], {
        route,
      });
      const ofRoute = samples.filter(is('http'));
      const method = asked ?? routeRows(ofRoute, scope.times.length)[0]?.method;
      const http = ofRoute.filter(({ series }) => labelOf('http', series, 'method') === method);
      const [row]: (RouteRow | undefined)[] = routeRows(http, scope.times.length);
      return {
        row: row ?? null,
        stretch: stretchOf(scope),
        chart: latencyLines(http, points(scope)),
        queries: queryRows(samples, known).slice(0, 20),
        findings: findingsOf(samples, known),
        markers: await markersOf(scope),
      };
    },

    async queries(query: WindowQuery) {
      const { scope, samples, known } = await read(query, ['db', 'repeat', 'deep', 'pool']);
      const rows: QueryRow[] = queryRows(samples, known);
      const pool = mergeAll(samples.filter(is('pool')).map(({ series }) => series.histogram));
      return {
        rows: rows.slice(0, MOST_ROWS),
        total: rows.length,
        stretch: stretchOf(scope),
        chart: latencyLines(samples.filter(is('db')), points(scope)),
        pool: scope.sites === undefined ? latencyOf(pool) : null,
        findings: findingsOf(samples, known),
        markers: await markersOf(scope),
      };
    },

    async query(query: WindowQuery, fingerprint: string): Promise<QueryDetail> {
      const { scope, samples, known } = await read(query, ['db', 'repeat']);
      const own = samples.filter(({ series }) =>
        series.metric === 'db'
          ? labelOf('db', series, 'fingerprint') === fingerprint
          : labelOf('repeat', series, 'fingerprint') === fingerprint,
      );
      const [row] = queryRows(own, known);
      if (!row) throw errors.STATEMENT_NOT_FOUND();
      const all = queryRows(samples, known).find((one) => one.fingerprint === fingerprint);
      return {
        ...row,
        share: all?.share ?? row.share,
        stretch: stretchOf(scope),
        chart: latencyLines(own.filter(is('db')), points(scope)),
        canExplain: row.sql !== '' && isPlainSelect(row.sql, dialectOf(strapi)),
      };
    },

    async delivery(query: WindowQuery): Promise<Delivery> {
      const { scope, samples } = await read(query, ['delivery', 'http', 'vital']);
      const rows = routeRows(samples, scope.times.length);
      return {
        stretch: stretchOf(scope),
        chart: groupedLines(samples.filter(is('delivery')), {
          times: scope.times,
          keyOf: (series) => labelOf('delivery', series, 'kind'),
          read: (histogram) => histogram.sum,
        }),
        rows: deliveryRows(samples),
        heaviest: rows
          .map(({ route, method, bytes, count }) => ({
            route,
            method,
            bytes,
            requests: count,
            perRequest: count > 0 ? bytes / count : 0,
          }))
          .sort((a, b) => b.bytes - a.bytes)
          .slice(0, 10),
        vitals: vitalRows(samples),
        markers: await markersOf(scope),
      };
    },

    async ai(query: WindowQuery): Promise<Ai> {
      const { scope, samples } = await read(query, ['timing', 'firstToken', 'outgoing']);
      return {
        stretch: stretchOf(scope),
        chart: groupedLines(samples.filter(is('timing')), {
          times: scope.times,
          keyOf: (series) => labelOf('timing', series, 'area'),
          read: (histogram) => histogram.quantile(0.95),
        }),
        rows: timingRows(samples),
        outgoing: scope.sites === undefined ? outgoingRows(samples) : null,
        markers: await markersOf(scope),
      };
    },

    /** Requests and errors of the last minutes, for the homepage. */
    async glance(query: WindowQuery) {
      const { scope, samples } = await read(query, ['http']);
      const all = mergeAll(samples.map(({ series }) => series.histogram));
      const bytes = samples.reduce((sum, { series }) => sum + sumOf('http', series, 'bytes'), 0);
      const bad = mergeAll(
        samples.filter(({ series }) => isError(series)).map(({ series }) => series.histogram),
      );
      return {
        ...latencyOf(all, bad.count),
        bytes,
        chart: latencyLines(samples, points(scope)),
        firing: await service(strapi, 'events').countFiring(),
        stretch: stretchOf(scope),
      };
    },
  };
};
