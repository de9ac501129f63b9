import { addSums, seriesKey, type Series } from '../core/frame';
import { Histogram } from '../core/histogram';
import { METRICS, OTHER, type Metric } from '../core/metrics';

/** What was measured in this process since it was last taken away to be written. */
export class Recorder {
  private current = new Map<string, Series>();
  /** Taken away, but not yet known to be written. */
  private underWay = new Map<string, Series>();
  private total: Map<string, Series> | null = null;
  /** Measurements that went to `other` because there were too many series. */
  overflow = 0;

  constructor(private readonly maxSeries: number) {}

  record(
    metric: Metric,
    labels: readonly string[],
    value: number,
    sums: readonly number[] = [],
  ): void {
    const series = this.seriesFor(metric, labels);
    series.histogram.record(value);
    if (sums.length > 0) addSums(series.sums, sums);
  }

  /** Everything since the last call; then comes `written` or `putBack`. */
  take(): Series[] {
    addTo(this.underWay, this.current.values());
    this.current = new Map();
    return [...this.underWay.values()];
  }

  written(): void {
    if (this.total) addTo(this.total, this.underWay.values());
    this.underWay = new Map();
  }

  /** Writing failed: what was taken is written with the next batch. */
  putBack(): void {
    const later = this.current;
    this.current = this.underWay;
    this.underWay = new Map();
    addTo(this.current, later.values());
  }

  /** Keeps sums since the start too, for Prometheus, which wants counters that never go down. */
  keepTotals(isWanted: boolean): void {
    if (isWanted) this.total ??= new Map();
    else this.total = null;
  }

  /** Since totals are kept, what is not written yet included. */
  totals(): Series[] {
    const all = new Map<string, Series>();
    for (const part of [this.total, this.underWay, this.current]) addTo(all, part?.values() ?? []);
    return [...all.values()];
  }

  private seriesFor(metric: Metric, labels: readonly string[]): Series {
    const key = seriesKey(metric, labels);
    const known = this.current.get(key);
    if (known) return known;
    if (this.current.size >= this.maxSeries) return this.overflowFor(metric);
    return this.make({ key, metric, labels });
  }

  private overflowFor(metric: Metric): Series {
    this.overflow += 1;
    const names: readonly string[] = METRICS[metric].labels;
    const labels = names.map((_name, at) => (at === 0 ? OTHER : ''));
    const key = seriesKey(metric, labels);
    return this.current.get(key) ?? this.make({ key, metric, labels });
  }

  private make({
    key,
    metric,
    labels,
  }: {
    key: string;
    metric: Metric;
    labels: readonly string[];
  }) {
    const series: Series = { metric, labels: [...labels], histogram: new Histogram(), sums: [] };
    this.current.set(key, series);
    return series;
  }
}

function addTo(map: Map<string, Series>, list: Iterable<Series>) {
  for (const one of list) {
    const key = seriesKey(one.metric, one.labels);
    const known = map.get(key);
    if (known) {
      known.histogram.merge(one.histogram);
      addSums(known.sums, one.sums);
    } else {
      const histogram = new Histogram().merge(one.histogram);
      map.set(key, { ...one, histogram, sums: [...one.sums] });
    }
  }
}
