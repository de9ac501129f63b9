import type {
  DeliveryRow,
  OutgoingRow,
  RuntimeNow,
  TimingRow,
  VitalRow,
} from '../../../shared/contracts/health';
import type { Series } from './frame';
import { mergeAll, type Histogram } from './histogram';
import { latencyOf, type Sample } from './insights';
import { labelOf, RUNTIME, sumOf } from './metrics';

const collect = (samples: readonly Sample[], keyOf: (series: Series) => string | null) => {
  const groups = new Map<string, Series[]>();
  for (const { series } of samples) {
    const key = keyOf(series);
    if (key === null) continue;
    const list = groups.get(key);
    if (list) list.push(series);
    else groups.set(key, [series]);
  }
  return groups;
};

const merged = (list: readonly Series[]) => mergeAll(list.map(({ histogram }) => histogram));

/** Answers by kind: how many, how heavy, and what caches could do. */
export function deliveryRows(samples: readonly Sample[]): DeliveryRow[] {
  const groups = collect(samples, (series) =>
    series.metric === 'delivery' ? labelOf('delivery', series, 'kind') : null,
  );
  const countOf = (list: readonly Series[], freshness: string) =>
    list
      .filter((series) => labelOf('delivery', series, 'freshness') === freshness)
      .reduce((sum, { histogram }) => sum + histogram.count, 0);
  return [...groups]
    .map(([kind, list]) => {
      const all = merged(list);
      return {
        kind,
        requests: all.count,
        bytes: all.sum,
        p95Bytes: all.quantile(0.95),
        notModified: countOf(list, 'not-modified'),
        cacheable: countOf(list, 'cacheable'),
      };
    })
    .sort((a, b) => b.bytes - a.bytes);
}

/** Google's limits: good up to the first, poor above the second. */
const VITAL_LIMITS: Record<string, readonly [number, number]> = {
  LCP: [2500, 4000],
  INP: [200, 500],
  CLS: [0.1, 0.25],
  FCP: [1800, 3000],
  TTFB: [800, 1800],
};

/** What real users felt, at the 75th percentile. CLS is stored in thousandths. */
export function vitalRows(samples: readonly Sample[]): VitalRow[] {
  const groups = collect(samples, (series) =>
    series.metric === 'vital' ? labelOf('vital', series, 'name') : null,
  );
  return Object.entries(VITAL_LIMITS).map(([name, [good, poor]]) => {
    const histogram = merged(groups.get(name) ?? []);
    const raw = histogram.quantile(0.75);
    const p75 = raw === null ? null : name === 'CLS' ? raw / 1000 : raw;
    const rating = p75 === null ? null : p75 <= good ? 'good' : p75 <= poor ? 'middling' : 'poor';
    return { name, p75, count: histogram.count, rating };
  });
}

/** Work of the neighbours, by what it was, the dearest first. */
export function timingRows(samples: readonly Sample[]): TimingRow[] {
  const separator = '\u0001';
  const keyOf = (series: Series, metric: 'timing' | 'firstToken') =>
    [
      labelOf(metric, series, 'area'),
      labelOf(metric, series, 'name'),
      labelOf(metric, series, 'model'),
    ].join(separator);
  const groups = collect(samples, (series) =>
    series.metric === 'timing' ? keyOf(series, 'timing') : null,
  );
  const firsts = collect(samples, (series) =>
    series.metric === 'firstToken' ? keyOf(series, 'firstToken') : null,
  );
  return [...groups]
    .map(([key, list]) => {
      const [area = '', name = '', model = ''] = key.split(separator);
      const sum = (what: 'inputTokens' | 'outputTokens' | 'costMicros') =>
        list.reduce((total, series) => total + sumOf('timing', series, what), 0);
      const failed = list.filter((series) => labelOf('timing', series, 'outcome') === 'failed');
      const all = merged(list);
      return {
        ...latencyOf(all, merged(failed).count),
        area,
        name,
        model: model || null,
        totalMs: all.sum,
        firstTokenP50: merged(firsts.get(key) ?? []).quantile(0.5),
        inputTokens: sum('inputTokens'),
        outputTokens: sum('outputTokens'),
        costUsd: sum('costMicros') / 1e6,
      };
    })
    .sort((a, b) => b.totalMs - a.totalMs);
}

export function outgoingRows(samples: readonly Sample[]): OutgoingRow[] {
  const groups = collect(samples, (series) =>
    series.metric === 'outgoing' ? labelOf('outgoing', series, 'host') : null,
  );
  return [...groups]
    .map(([host, list]) => {
      const all = merged(list);
      const failed = list.filter((series) =>
        ['5xx', 'failed'].includes(labelOf('outgoing', series, 'status')),
      );
      return { ...latencyOf(all, merged(failed).count), host, totalMs: all.sum };
    })
    .sort((a, b) => b.totalMs - a.totalMs);
}

/** The process in the last point that was measured. */
export function runtimeNow(samples: readonly Sample[], stepMinutes: number): RuntimeNow {
  const runtime = samples.filter(({ series }) => series.metric === 'runtime');
  const last = runtime.reduce((latest, { point }) => Math.max(latest, point), -1);
  const read = (what: string): Histogram =>
    mergeAll(
      runtime
        .filter(({ point, series }) => point === last && series.labels[0] === what)
        .map(({ series }) => series.histogram),
    );
  const gc = read(RUNTIME.gc);
  return {
    loopDelayMs: read(RUNTIME.loopDelay).quantile(0.95),
    loopUtilisation: read(RUNTIME.loopUtilisation).mean,
    heapMb: read(RUNTIME.heap).mean,
    poolUsed: read(RUNTIME.poolUsed).mean,
    poolPending: read(RUNTIME.poolPending).quantile(1),
    gcMsPerMinute: gc.count > 0 ? gc.sum / stepMinutes : null,
  };
}
