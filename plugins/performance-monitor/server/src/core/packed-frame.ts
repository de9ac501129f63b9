import { NumberModel } from './adaptive-number';
import { ByteReader, ByteWriter } from './bytes';
import { seriesKey, type Series } from './frame';
import { readLabels, writeLabels } from './label-table';
import { HistogramModel } from './packed-histogram';
import { RangeDecoder, RangeEncoder } from './range-coder';

/** Squeezes texts, and brings them back: the labels, which repeat much. */
export type Squeeze = {
  press(bytes: Uint8Array): Uint8Array;
  expand(bytes: Uint8Array): Uint8Array;
};

type Line = { labels: readonly string[]; points: Map<number, Series> };

/**
 * The series of some minutes in a row as bytes, by metric, so that a reader can leave out what it
 * was not asked for. Labels stand there once for all minutes; what one minute was like foretells
 * the next.
 */
export function packFrame(points: readonly Iterable<Series>[], squeeze: Squeeze): Uint8Array {
  const metrics = new Map<string, Map<string, Line>>();
  points.forEach((list, point) => {
    for (const series of list) {
      const lines = metrics.get(series.metric) ?? new Map<string, Line>();
      metrics.set(series.metric, lines);
      const key = seriesKey(series.metric, series.labels);
      const line = lines.get(key) ?? { labels: series.labels, points: new Map() };
      lines.set(key, line);
      line.points.set(point, series);
    }
  });
  const writer = new ByteWriter();
  writer.varint(points.length);
  for (const metric of [...metrics.keys()].sort()) {
    writer.text(metric);
    const lines = [...(metrics.get(metric) ?? new Map<string, Line>())]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, line]) => line);
    writer.part(squeeze.press(writeLabels(lines.map(({ labels }) => labels))));
    writer.part(figureBytes(lines, points.length));
  }
  return writer.done();
}

/** Calls `entry` for each series of each minute and adds to what it names. @throws RangeError */
export function unpackFrame(
  bytes: Uint8Array,
  options: { squeeze: Squeeze; metrics?: ReadonlySet<string> | undefined },
  entry: (point: number, metric: string, labels: readonly string[]) => Series | null,
): void {
  const reader = new ByteReader(bytes);
  const points = reader.varint();
  while (!reader.isAtEnd) {
    const metric = reader.text();
    const isWanted = !options.metrics || options.metrics.has(metric);
    const labels = reader.part();
    const figures = reader.part();
    if (!isWanted) continue;
    readFigures(figures, {
      lines: readLabels(options.squeeze.expand(labels)),
      points,
      entry: (point, names) => entry(point, metric, names),
    });
  }
}

/** What was learnt of the figures of one metric. */
class BlockModel {
  readonly isThere = new NumberModel();
  readonly histogram = new HistogramModel();
  readonly sumCount = new NumberModel();
  private readonly first: NumberModel[] = [];
  private readonly next: NumberModel[] = [];

  /** By place, and by whether something is known of the series already. */
  sum(at: number, isKnown: boolean): NumberModel {
    const list = isKnown ? this.next : this.first;
    return (list[at] ??= new NumberModel());
  }
}

/** What a sum will be by what it was for each measurement of the series before. */
class Expected {
  private count = 0;
  private readonly sums: number[] = [];

  of(at: number, count: number): number {
    return this.count === 0 ? 0 : Math.round(((this.sums[at] ?? 0) / this.count) * count);
  }

  get isKnown(): boolean {
    return this.count > 0;
  }

  learn(count: number, sums: readonly number[]): void {
    this.count += count;
    sums.forEach((sum, at) => {
      this.sums[at] = (this.sums[at] ?? 0) + sum;
    });
  }
}

function figureBytes(lines: readonly Line[], points: number): Uint8Array {
  const encoder = new RangeEncoder();
  const model = new BlockModel();
  for (const line of lines) {
    const expected = new Expected();
    for (let point = 0; point < points; point += 1) {
      const series = line.points.get(point);
      model.isThere.write(encoder, series ? 1 : 0);
      if (!series) continue;
      const { histogram, sums } = series;
      model.histogram.write(encoder, histogram);
      model.sumCount.write(encoder, sums.length);
      sums.forEach((sum, at) => {
        const difference = sum - expected.of(at, histogram.count);
        model.sum(at, expected.isKnown).writeSigned(encoder, difference);
      });
      expected.learn(histogram.count, sums);
    }
  }
  return encoder.done();
}

function readFigures(
  bytes: Uint8Array,
  options: {
    lines: readonly string[][];
    points: number;
    entry: (point: number, labels: readonly string[]) => Series | null;
  },
): void {
  const decoder = new RangeDecoder(bytes);
  const model = new BlockModel();
  for (const labels of options.lines) {
    const expected = new Expected();
    for (let point = 0; point < options.points; point += 1) {
      if (model.isThere.read(decoder) === 0) continue;
      const into = options.entry(point, labels);
      const count = model.histogram.read(decoder, into?.histogram);
      const sums: number[] = [];
      for (let left = model.sumCount.read(decoder); left > 0; left -= 1) {
        const at = sums.length;
        const difference = model.sum(at, expected.isKnown).readSigned(decoder);
        sums.push(difference + expected.of(at, count));
      }
      expected.learn(count, sums);
      if (!into) continue;
      sums.forEach((sum, at) => {
        into.sums[at] = (into.sums[at] ?? 0) + sum;
      });
    }
  }
}
