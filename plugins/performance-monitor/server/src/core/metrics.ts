import type { Series } from './frame';

/**
 * What is measured. Labels and sums stand in this order in every stored series: append, never
 * reorder, because stored figures know positions only.
 */
export const METRICS = {
  /** Answers to requests: the time their caller waited, in ms. */
  http: {
    labels: ['route', 'method', 'status', 'site', 'contentType', 'plugin', 'action'],
    sums: ['bytes', 'dbMicros', 'dbQueries', 'poolMicros', 'queueMicros', 'aborted'],
  },
  /** Statements, in ms as the application waited for them. */
  db: { labels: ['fingerprint', 'route', 'site'], sums: ['errors'] },
  /** How often one request repeated one statement (N+1). */
  repeat: { labels: ['route', 'fingerprint', 'site'], sums: ['totalMicros'] },
  /** How many statements a request needed that populated too deeply. */
  deep: { labels: ['route', 'site'], sums: [] },
  /** Waits for a database connection, in ms. */
  pool: { labels: [], sums: [] },
  /** The process, sampled: see RUNTIME. */
  runtime: { labels: ['what'], sums: [] },
  /** Bytes of answers by kind and by what a cache could do with them. */
  delivery: { labels: ['kind', 'freshness', 'site'], sums: [] },
  /** Requests this server made, in ms. */
  outgoing: { labels: ['host', 'status'], sums: [] },
  /** What neighbours tell of their work, in ms. */
  timing: {
    labels: ['area', 'name', 'outcome', 'model', 'site'],
    sums: ['inputTokens', 'outputTokens', 'costMicros'],
  },
  /** Until the first token of an AI answer, in ms. */
  firstToken: { labels: ['area', 'name', 'model', 'site'], sums: [] },
  /** Real users: LCP, INP, FCP, TTFB in ms, CLS in thousandths. */
  vital: { labels: ['name', 'route', 'site'], sums: [] },
} as const satisfies Record<string, { labels: readonly string[]; sums: readonly string[] }>;

export type Metric = keyof typeof METRICS;
export type LabelOf<M extends Metric> = (typeof METRICS)[M]['labels'][number];
export type SumOf<M extends Metric> = (typeof METRICS)[M]['sums'][number];

export const RUNTIME = {
  loopDelay: 'loop-delay',
  loopUtilisation: 'loop-utilisation',
  heap: 'heap-mb',
  poolUsed: 'pool-used',
  poolFree: 'pool-free',
  poolPending: 'pool-pending',
  gc: 'gc',
} as const;

/** Stands for every route, statement or host beyond the cap. */
export const OTHER = 'other';
/** The one route of all addresses nobody registered. */
export const UNMATCHED = 'unmatched';

/** The label of a series by its name; '' where an older series has none. */
export const labelOf = <M extends Metric>(metric: M, series: Series, name: LabelOf<M>): string => {
  const names: readonly string[] = METRICS[metric].labels;
  return series.labels[names.indexOf(name)] ?? '';
};

export const sumOf = <M extends Metric>(metric: M, series: Series, name: SumOf<M>): number => {
  const names: readonly string[] = METRICS[metric].sums;
  return series.sums[names.indexOf(name)] ?? 0;
};

/** `labels` and `sums` by name, in stored order. */
export const labelsFor = <M extends Metric>(
  metric: M,
  values: Partial<Record<LabelOf<M>, string>>,
): string[] => (METRICS[metric].labels as readonly LabelOf<M>[]).map((name) => values[name] ?? '');

export const sumsFor = <M extends Metric>(
  metric: M,
  values: Partial<Record<SumOf<M>, number>>,
): number[] => (METRICS[metric].sums as readonly SumOf<M>[]).map((name) => values[name] ?? 0);
