import type { Filters, Signal } from '../../../shared/contracts/alerts';
import { Histogram } from './histogram';
import { isError, type Sample } from './insights';
import { labelOf, METRICS, RUNTIME, sumOf, type Metric } from './metrics';
import type { Series } from './frame';

export type Unit = 'ms' | '%' | '1/min' | 'MB' | 'bytes' | 'usd' | '×';

type Definition = {
  metrics: readonly Metric[];
  unit: Unit;
  /** Which series of the metric count. */
  takes?: (series: Series) => boolean;
  read: (group: Group, options: { quantile: number; minutes: number }) => number | null;
};

export type Group = { labels: Record<string, string>; list: Series[]; histogram: Histogram };

const quantile: Definition['read'] = ({ histogram }, options) =>
  histogram.quantile(options.quantile);

const share =
  (isBad: (series: Series) => boolean): Definition['read'] =>
  ({ list, histogram }) => {
    if (histogram.count === 0) return null;
    const bad = list.filter(isBad).reduce((sum, series) => sum + series.histogram.count, 0);
    return (bad / histogram.count) * 100;
  };

const runtime = (what: string) => (series: Series) => series.labels[0] === what;

/** What a rule can watch. */
export const SIGNAL_TABLE: Record<Signal, Definition> = {
  'api-latency': { metrics: ['http'], unit: 'ms', read: quantile },
  'api-errors': { metrics: ['http'], unit: '%', read: share(isError) },
  'api-traffic': {
    metrics: ['http'],
    unit: '1/min',
    read: ({ histogram }, { minutes }) => histogram.count / minutes,
  },
  'db-latency': { metrics: ['db'], unit: 'ms', read: quantile },
  'pool-wait': { metrics: ['pool'], unit: 'ms', read: quantile },
  'loop-delay': {
    metrics: ['runtime'],
    unit: 'ms',
    takes: runtime(RUNTIME.loopDelay),
    read: quantile,
  },
  heap: { metrics: ['runtime'], unit: 'MB', takes: runtime(RUNTIME.heap), read: quantile },
  'ai-latency': { metrics: ['timing'], unit: 'ms', read: quantile },
  'ai-errors': {
    metrics: ['timing'],
    unit: '%',
    read: share((series) => labelOf('timing', series, 'outcome') === 'failed'),
  },
  'ai-cost': {
    metrics: ['timing'],
    unit: 'usd',
    read: ({ list }) =>
      list.reduce((sum, series) => sum + sumOf('timing', series, 'costMicros'), 0) / 1e6,
  },
  'delivery-bytes': {
    metrics: ['delivery'],
    unit: 'bytes',
    read: ({ histogram }) => histogram.sum,
  },
};

export type GroupBy = 'none' | 'route' | 'contentType' | 'site';

/** Samples of a signal in groups: one without grouping, even if it is empty. */
export function groupsOf(
  samples: readonly Sample[],
  { signal, groupBy }: { signal: Signal; groupBy: GroupBy },
): Group[] {
  const { metrics, takes } = SIGNAL_TABLE[signal];
  const groups = new Map<string, Group>();
  if (groupBy === 'none') groups.set('', { labels: {}, list: [], histogram: new Histogram() });
  for (const { series } of samples) {
    const metric = series.metric as Metric;
    if (!metrics.includes(metric) || (takes && !takes(series))) continue;
    const names: readonly string[] = METRICS[metric].labels;
    const value = groupBy === 'none' ? '' : (series.labels[names.indexOf(groupBy)] ?? '');
    // Without a content type there is nothing to name in an alert about content types.
    if (groupBy !== 'none' && value === '') continue;
    const group = groups.get(value) ?? {
      labels: { [groupBy]: value },
      list: [],
      histogram: new Histogram(),
    };
    groups.set(value, group);
    group.list.push(series);
    group.histogram.merge(series.histogram);
  }
  return [...groups.values()];
}

export type Measured = { labels: Record<string, string>; value: number | null; count: number };

/** The value of a signal for each group; null where there are too few measurements. */
export function measure(
  samples: readonly Sample[],
  options: {
    signal: Signal;
    groupBy: GroupBy;
    quantile: number;
    minutes: number;
    minCount: number;
  },
): Measured[] {
  const { read } = SIGNAL_TABLE[options.signal];
  return groupsOf(samples, options).map((group) => {
    const { count } = group.histogram;
    const value = count < options.minCount ? null : read(group, options);
    return { labels: group.labels, value, count };
  });
}

/** Metrics that have to be read for a rule, and which of their series it looks at. */
export const filterOf = (filters: Filters) => ({
  ...(filters.route !== undefined && { route: filters.route }),
  ...(filters.contentType !== undefined && { contentType: filters.contentType }),
  ...(filters.area !== undefined && { area: filters.area }),
});
