import { ByteReader, ByteWriter } from './bytes';
import { Histogram } from './histogram';
import { readHistogram, writeHistogram } from './histogram-codec';

/** One series of a stretch of time: what was measured under one name with one set of labels. */
export type Series = {
  metric: string;
  labels: readonly string[];
  histogram: Histogram;
  /** Whole numbers that only grow: bytes, microseconds in the database, aborted answers. */
  sums: number[];
};

const VERSION = 1;

/** A key that two series share only if metric and labels are equal. */
export const seriesKey = (metric: string, labels: readonly string[]): string =>
  `${metric}\u0001${labels.join('\u0001')}`;

/** Many series as bytes, by metric, so that a reader can leave out what it was not asked for. */
export function encodeFrame(series: Iterable<Series>): Uint8Array {
  const byMetric = new Map<string, Series[]>();
  for (const one of series) {
    const list = byMetric.get(one.metric);
    if (list) list.push(one);
    else byMetric.set(one.metric, [one]);
  }
  const writer = new ByteWriter();
  writer.varint(VERSION);
  for (const metric of [...byMetric.keys()].sort()) {
    writer.text(metric);
    const block = encodeBlock(byMetric.get(metric) ?? []);
    writer.varint(block.length);
    writer.raw(block);
  }
  return writer.done();
}

function encodeBlock(list: Series[]): Uint8Array {
  const writer = new ByteWriter();
  writer.varint(list.length);
  for (const { labels, histogram, sums } of list) {
    writer.varint(labels.length);
    for (const label of labels) writer.text(label);
    writer.varint(sums.length);
    for (const sum of sums) writer.signed(sum);
    writeHistogram(writer, histogram);
  }
  return writer.done();
}

/** The series of the wanted metrics; all of them without a list. @throws RangeError on broken bytes. */
export function decodeFrame(bytes: Uint8Array, metrics?: ReadonlySet<string>): Series[] {
  const found: Series[] = [];
  readFrame(bytes, metrics, (metric, labels) => {
    const series = newSeries(metric, labels);
    found.push(series);
    return series;
  });
  return found;
}

type Entry = (metric: string, labels: readonly string[]) => Series | null;

/** Adds each series of a frame to the one that `entry` names for it. @throws RangeError */
export function readFrame(
  bytes: Uint8Array,
  metrics: ReadonlySet<string> | undefined,
  entry: Entry,
): void {
  const reader = new ByteReader(bytes);
  const version = reader.varint();
  if (version !== VERSION) throw new RangeError(`Figures of version ${version} cannot be read.`);
  while (!reader.isAtEnd) {
    const metric = reader.text();
    const length = reader.varint();
    if (metrics && !metrics.has(metric)) reader.skip(length);
    else readBlock(reader, metric, entry);
  }
}

function readBlock(reader: ByteReader, metric: string, entry: Entry) {
  for (let left = reader.varint(); left > 0; left -= 1) {
    const labels: string[] = [];
    for (let more = reader.varint(); more > 0; more -= 1) labels.push(reader.text());
    const { sums, histogram } = entry(metric, labels) ?? newSeries(metric, labels);
    const count = reader.varint();
    for (let at = 0; at < count; at += 1) sums[at] = (sums[at] ?? 0) + reader.signed();
    readHistogram(reader, histogram);
  }
}

const newSeries = (metric: string, labels: readonly string[]): Series => ({
  metric,
  labels,
  histogram: new Histogram(),
  sums: [],
});

/** Series that are added up as they come: equal names and labels become one. */
export class SeriesSet {
  private readonly map = new Map<string, Series>();

  add({ metric, labels, histogram, sums }: Series): void {
    const known = this.seriesOf(metric, labels);
    known.histogram.merge(histogram);
    addSums(known.sums, sums);
  }

  /** Adds what a frame holds without making its series first. @throws RangeError on broken bytes. */
  addFrame(bytes: Uint8Array, metrics?: ReadonlySet<string>): void {
    readFrame(bytes, metrics, (metric, labels) => this.seriesOf(metric, labels));
  }

  values(): Series[] {
    return [...this.map.values()];
  }

  /** The series of that name, made if there is none yet. */
  seriesOf(metric: string, labels: readonly string[]): Series {
    const key = seriesKey(metric, labels);
    const known = this.map.get(key);
    if (known) return known;
    const made = newSeries(metric, labels);
    this.map.set(key, made);
    return made;
  }
}

export function addSums(into: number[], more: readonly number[]): void {
  more.forEach((value, at) => {
    into[at] = (into[at] ?? 0) + value;
  });
}
