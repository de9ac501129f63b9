import { randomBytes } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { rowsOf } from 'suite-kit/server';
import type { Trace, TraceHead, TraceSpan } from '../../../shared/contracts/health';
import { UID } from '../../../shared/plugin';
import type { Kept } from '../collect/kept-requests';
import type { Span } from '../collect/request-record';
import { errors } from '../errors';
import { optionsOf } from './options';
import { service } from './service';

type Row = Omit<TraceHead, 'id' | 'at'> & {
  traceId: string;
  at: string | number;
  queryKeys: string[] | null;
  spans: Span[] | null;
};

/** Requests that were kept: which statements and calls they were made of, and when. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const rows = () => rowsOf<Row>(strapi, UID.trace);

  return {
    async write(kept: readonly Kept[], instance: string): Promise<void> {
      if (kept.length === 0) return;
      await strapi.db.query(UID.trace).createMany({
        data: kept.map((one) => ({ ...toRow(one), instance, isSample: false })),
      });
    },

    async page(options: {
      from: number;
      to: number;
      route?: string;
      kind?: string;
      contentType?: string;
      sites?: readonly number[];
      page: number;
      pageSize: number;
    }) {
      const { from, to, route, kind, contentType, sites, page, pageSize } = options;
      const found = await rows().findPage({
        where: {
          at: { $gte: from, $lt: to },
          ...(route !== undefined && { route }),
          ...(kind !== undefined && { kind }),
          ...(contentType !== undefined && { contentType }),
          ...(sites && { site: { $in: [...sites] } }),
        },
        orderBy: [{ at: 'desc' }, { id: 'desc' }],
        page,
        pageSize,
      });
      return { traces: found.rows.map(toHead), pagination: found.pagination };
    },

    async find(traceId: string): Promise<Trace> {
      const row = await rows().findOne({ traceId });
      if (!row) throw errors.TRACE_NOT_FOUND();
      const spans = row.spans ?? [];
      const ids = spans.flatMap(({ kind, name }) => (kind === 'db' ? [name] : []));
      const statements = await service(strapi, 'statements').find(ids);
      return {
        ...toHead(row),
        queryKeys: row.queryKeys ?? [],
        hiddenSpans: Math.max(0, row.queries - ids.length),
        spans: [
          ...queueSpan(row),
          ...spans.map((span): TraceSpan => {
            const sql = span.kind === 'db' ? (statements.get(span.name)?.sql ?? null) : null;
            return {
              ...span,
              // What waited in the queue was not yet with us.
              startMs: span.startMs + row.queueMs,
              hasFailed: span.hasFailed ?? false,
              sql,
              fingerprint: span.kind === 'db' ? span.name : null,
            };
          }),
        ],
      };
    },

    async prune(now: number): Promise<void> {
      const { traceRetentionMs, maxTraces } = optionsOf(strapi);
      const query = strapi.db.query(UID.trace);
      await query.deleteMany({ where: { at: { $lt: now - traceRetentionMs } } });
      const [last]: { id: number }[] = await query.findMany({
        select: ['id'],
        orderBy: { id: 'desc' },
        offset: maxTraces,
        limit: 1,
      });
      if (last) await query.deleteMany({ where: { id: { $lte: last.id } } });
    },

    count: () => strapi.db.query(UID.trace).count(),
  };
};

function queueSpan({ queueMs }: Row): TraceSpan[] {
  if (queueMs < 1) return [];
  const rest = { startMs: 0, hasFailed: false, sql: null, fingerprint: null };
  return [{ kind: 'queue', name: '', durationMs: queueMs, ...rest }];
}

const round = (value: number) => Math.round(value * 100) / 100;

function toRow({ kind, record, labels, status, durationMs, queueMs, queryKeys, at }: Kept) {
  return {
    traceId: randomBytes(8).toString('hex'),
    at: Math.round(at),
    kind,
    route: labels.route,
    method: labels.method,
    status,
    durationMs: round(durationMs),
    queueMs: round(queueMs),
    dbMs: round(record.queries.totalMs),
    poolMs: round(record.poolMs),
    queries: record.queries.count,
    site: record.site,
    contentType: labels.contentType || null,
    action: labels.action || null,
    plugin: labels.plugin || null,
    queryKeys,
    spans: record.spans.map((span) => ({
      ...span,
      startMs: round(span.startMs),
      durationMs: round(span.durationMs),
    })),
  };
}

const toHead = (row: Row): TraceHead => ({
  id: row.traceId,
  at: Number(row.at),
  kind: row.kind,
  route: row.route,
  method: row.method,
  status: row.status,
  durationMs: row.durationMs,
  queueMs: row.queueMs,
  dbMs: row.dbMs,
  poolMs: row.poolMs,
  queries: row.queries,
  contentType: row.contentType,
  plugin: row.plugin,
  action: row.action,
});
