import type { Latency, Lines, Shares, Verdict } from '../../../shared/contracts/health';
import type { Series } from './frame';
import { Histogram } from './histogram';
import { labelOf, sumOf, type Metric } from './metrics';

/** A stored series and the point of the window it belongs to. */
export type Sample = { point: number; series: Series };

export const is = (metric: Metric) => (sample: Sample) => sample.series.metric === metric;

export const isError = (series: Series): boolean => labelOf('http', series, 'status') === '5xx';

export function latencyOf(histogram: Histogram, errors = 0): Latency {
  return {
    count: histogram.count,
    errors,
    p50: histogram.quantile(0.5),
    p95: histogram.quantile(0.95),
    p99: histogram.quantile(0.99),
  };
}

/** Histograms of samples by whatever `keyOf` says; samples without a key are left out. */
export function groupSamples(
  samples: readonly Sample[],
  keyOf: (sample: Sample) => string | number | null,
): Map<string | number, Histogram> {
  const groups = new Map<string | number, Histogram>();
  for (const sample of samples) {
    const key = keyOf(sample);
    if (key === null) continue;
    const known = groups.get(key);
    if (known) known.merge(sample.series.histogram);
    else groups.set(key, new Histogram().merge(sample.series.histogram));
  }
  return groups;
}

export type Times = { times: readonly number[] };

/** p50, p95, p99 and how many a minute, over time. */
export function latencyLines(
  samples: readonly Sample[],
  { times, stepMinutes }: Times & { stepMinutes: number },
): Lines {
  const byPoint = groupSamples(samples, ({ point }) => point);
  const errors = groupSamples(samples, ({ point, series }) =>
    series.metric === 'http' && isError(series) ? point : null,
  );
  const line = (read: (histogram: Histogram, point: number) => number | null) =>
    times.map((_time, point) => {
      const histogram = byPoint.get(point);
      return histogram ? read(histogram, point) : null;
    });
  return {
    times: [...times],
    lines: {
      p50: line((histogram) => histogram.quantile(0.5)),
      p95: line((histogram) => histogram.quantile(0.95)),
      p99: line((histogram) => histogram.quantile(0.99)),
      perMinute: line((histogram) => histogram.count / stepMinutes),
      errors: line((_histogram, point) => errors.get(point)?.count ?? 0),
    },
  };
}

/** One line a group, of whatever `read` takes from its histogram. */
export function groupedLines(
  samples: readonly Sample[],
  options: Times & {
    keyOf: (series: Series) => string | null;
    read: (histogram: Histogram) => number | null;
  },
): Lines {
  const { times, keyOf, read } = options;
  const keys = new Set<string>();
  const groups = groupSamples(samples, ({ point, series }) => {
    const key = keyOf(series);
    if (key === null) return null;
    keys.add(key);
    return `${point}\u0001${key}`;
  });
  const lines = [...keys].sort().map((key) => {
    const values = times.map((_time, point) => {
      const histogram = groups.get(`${point}\u0001${key}`);
      return histogram ? read(histogram) : null;
    });
    return [key, values] as const;
  });
  return { times: [...times], lines: Object.fromEntries(lines) };
}

/**
 * Where the time went. Statements side by side can take longer than their request: bounded. Added
 * up in whole microseconds, so that rolled-up rows tell the same as the rows they were made of.
 */
export function sharesOf(list: Iterable<Series>): Shares {
  let total = 0;
  let database = 0;
  let pool = 0;
  let queue = 0;
  for (const series of list) {
    total += series.histogram.sumThousandths;
    database += sumOf('http', series, 'dbMicros');
    pool += sumOf('http', series, 'poolMicros');
    queue += sumOf('http', series, 'queueMicros');
  }
  if (total <= 0) return { database: 0, pool: 0, queue: 0, application: 0 };
  const bounded = (part: number, room: number) => Math.max(0, Math.min(room, part / total));
  const queueShare = bounded(queue, 1);
  const poolShare = bounded(pool, 1 - queueShare);
  const databaseShare = bounded(database, 1 - queueShare - poolShare);
  const application = Math.max(0, 1 - queueShare - poolShare - databaseShare);
  return { database: databaseShare, pool: poolShare, queue: queueShare, application };
}

/** What to look at first. The wait for a connection is small until it is everything. */
export function verdictOf(shares: Shares, requests: number): Verdict {
  if (requests === 0) return 'quiet';
  if (shares.pool >= 0.25) return 'pool';
  if (shares.queue >= 0.35) return 'queue';
  return shares.database >= 0.5 ? 'database' : 'application';
}
