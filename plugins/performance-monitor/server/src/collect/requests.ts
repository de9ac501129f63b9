import type { Core } from '@strapi/strapi';
import { NO_SITE, siteScope } from 'suite-kit/server';
import { PLUGIN_ID } from '../../../shared/plugin';
import { labelsFor, sumsFor } from '../core/metrics';
import type { Repetition } from '../core/request-queries';
import {
  freshnessOf,
  labelRoute,
  proxyWaitMs,
  statusClass,
  type RouteLabels,
} from '../core/routes';
import type { Collector } from './collector';
import type { Kept } from './kept-requests';
import { attachRecord, IGNORED, RequestRecord } from './request-record';

type Ctx = Parameters<Core.MiddlewareHandler>[0];

export type RequestLimits = {
  /** From how many ms on an answer is slow. */
  slowMs: number;
  /** Share of all requests that is kept for a waterfall, whatever they were. */
  sampleShare: number;
  tracesPerMinute: number;
  trustsProxy: boolean;
  excludedPaths: readonly string[];
};

type Parts = {
  strapi: Core.Strapi;
  collector: Collector;
  limits: () => RequestLimits;
  /** How long work now waits for its turn in this process, in ms. */
  loopDelayMs: () => number;
  random: () => number;
};

const OWN_PATHS = [`/${PLUGIN_ID}/`, `/api/${PLUGIN_ID}/`, `/admin/plugins/${PLUGIN_ID}`];

/**
 * The outermost middleware: measures every answer until its last byte is out (or the visitor
 * left). Fails open: whatever goes wrong in here, the request does not feel it. It never touches
 * `ctx.length` or `ctx.body`, which would write the answer to JSON a second time.
 */
export function requestMiddleware(parts: Parts): Core.MiddlewareHandler {
  const { strapi, collector, limits } = parts;
  const isExcluded = (path: string) =>
    OWN_PATHS.some((own) => path.startsWith(own)) ||
    limits().excludedPaths.some((excluded) => path.startsWith(excluded));

  return async (ctx, next) => {
    if (!collector.switches.requests || isExcluded(ctx.path)) {
      attachRecord(ctx, IGNORED);
      return next();
    }
    const record = new RequestRecord();
    attachRecord(ctx, record);
    const written = ctx.req.socket.bytesWritten;
    ctx.res.once('close', () => collector.safely(() => finish({ ...parts, ctx, record, written })));
    try {
      return await next();
    } finally {
      record.site = siteNow(strapi);
    }
  };
}

/** The site the request was settled for; 0 while there are no sites or it never was. */
function siteNow(strapi: Core.Strapi): number {
  try {
    const scope = siteScope(strapi);
    return scope.kind === 'site' ? scope.number : NO_SITE;
  } catch {
    // Refused before its site was known: it counts for nobody's site.
    return NO_SITE;
  }
}

type Finished = Parts & { ctx: Ctx; record: RequestRecord; written: number };

function finish(parts: Finished): void {
  const { ctx, record, collector, limits, loopDelayMs } = parts;
  const ownMs = performance.now() - record.startedAt;
  const now = Date.now();
  const proxyMs = limits().trustsProxy
    ? proxyWaitMs(ctx.req.headers['x-request-start'], now - ownMs)
    : null;
  const queueMs = (proxyMs ?? 0) + loopDelayMs();
  const labels = labelsOf(ctx);
  const route = collector.routes.of(labels.route);
  const site = String(record.site);
  const { statusCode } = ctx.res;

  const bytes = bytesOf(parts);
  collector.recorder.record(
    'http',
    labelsFor('http', { ...labels, route, site, status: statusClass(statusCode) }),
    ownMs + queueMs,
    sumsFor('http', {
      bytes,
      dbMicros: Math.round(record.queries.totalMs * 1000),
      dbQueries: record.queries.count,
      poolMicros: Math.round(record.poolMs * 1000),
      queueMicros: Math.round(queueMs * 1000),
      aborted: ctx.res.writableFinished ? 0 : 1,
    }),
  );
  if (collector.switches.delivery) {
    const cacheControl = String(ctx.res.getHeader('cache-control') ?? '');
    const freshness = freshnessOf(statusCode, cacheControl);
    collector.recorder.record('delivery', [labels.kind, freshness, site], bytes);
  }
  const repetitions = record.queries.repetitions(ownMs);
  recordQueries({ collector, record, route, site, repetitions });
  const isRepetitive = repetitions.length > 0;
  keepTrace(parts, { labels: { ...labels, route }, ownMs, queueMs, now, isRepetitive });
}

function labelsOf(ctx: Ctx): RouteLabels {
  const { route } = ctx.state as {
    route?: { handler?: unknown; info?: { apiName?: unknown; pluginName?: unknown } };
  };
  return labelRoute({
    path: ctx.path,
    method: ctx.method,
    matched: ctx._matchedRoute as unknown,
    handler: route?.handler,
    apiName: route?.info?.apiName,
    pluginName: route?.info?.pluginName,
    model: (ctx.params as Record<string, unknown> | undefined)?.model,
  });
}

/** From the header; for an answer in pieces what went over the wire, head included. */
function bytesOf({ ctx, written }: Finished): number {
  const header = Number(ctx.res.getHeader('content-length'));
  if (Number.isFinite(header) && header >= 0) return header;
  if (ctx.res.statusCode === 304 || ctx.res.statusCode === 204) return 0;
  return Math.max(0, (ctx.res.socket?.bytesWritten ?? written) - written);
}

function recordQueries(parts: {
  collector: Collector;
  record: RequestRecord;
  route: string;
  site: string;
  repetitions: readonly Repetition[];
}): void {
  const { collector, record, route, site, repetitions } = parts;
  for (const { fingerprint, durationMs, hasFailed } of record.durations) {
    const sums = hasFailed ? [1] : [];
    collector.recorder.record('db', [fingerprint, route, site], durationMs, sums);
  }
  for (const { fingerprint, count, totalMs } of repetitions) {
    const micros = Math.round(totalMs * 1000);
    collector.recorder.record('repeat', [route, fingerprint, site], count, [micros]);
  }
  if (record.queries.isDeep()) {
    collector.recorder.record('deep', [route, site], record.queries.count);
  }
}

function keepTrace(
  { ctx, record, collector, limits, random }: Finished,
  facts: {
    labels: Kept['labels'];
    ownMs: number;
    queueMs: number;
    now: number;
    isRepetitive: boolean;
  },
): void {
  if (!collector.switches.traces) return;
  const { slowMs, sampleShare, tracesPerMinute } = limits();
  const { labels, ownMs, queueMs, now, isRepetitive } = facts;
  const status = ctx.res.statusCode;
  const kind = kindOfTrace();
  if (!kind) return;
  collector.kept.add(
    {
      kind,
      record,
      labels,
      status,
      durationMs: ownMs + queueMs,
      queueMs,
      // Names of parameters only: their values may be anything, also somebody's name.
      queryKeys: [...new URLSearchParams(ctx.querystring).keys()].slice(0, 20),
      at: now - ownMs,
    },
    tracesPerMinute,
  );

  function kindOfTrace(): Kept['kind'] | null {
    if (status >= 500) return 'error';
    if (ownMs + queueMs >= slowMs) return 'slow';
    if (isRepetitive) return 'repeat';
    return random() < sampleShare ? 'sample' : null;
  }
}
