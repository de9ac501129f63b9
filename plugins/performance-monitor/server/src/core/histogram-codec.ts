import type { ByteReader, ByteWriter } from './bytes';
import type { Histogram } from './histogram';

/** Writes a histogram: its figures, then filled buckets as distances and counts. */
export function writeHistogram(writer: ByteWriter, histogram: Histogram): void {
  writer.varint(histogram.count);
  if (histogram.count === 0) return;
  writer.varint(histogram.zeros);
  writer.signed(histogram.sumThousandths);
  writer.double(histogram.min);
  writer.double(histogram.max);
  const buckets = histogram.buckets();
  writer.varint(buckets.length);
  let before = 0;
  for (const { index, count } of buckets) {
    writer.signed(index - before);
    writer.varint(count);
    before = index;
  }
}

/** Used again for each histogram: reading a month makes ten thousands of them. */
const indexes: number[] = [];
const counts: number[] = [];

/** Reads one and adds it to the given one, which may be empty. */
export function readHistogram(reader: ByteReader, into: Histogram): void {
  const count = reader.varint();
  if (count === 0) return;
  into.count += count;
  into.zeros += reader.varint();
  into.sumThousandths += reader.signed();
  into.min = Math.min(into.min, reader.double());
  into.max = Math.max(into.max, reader.double());
  indexes.length = 0;
  counts.length = 0;
  let index = 0;
  for (let left = reader.varint(); left > 0; left -= 1) {
    index += reader.signed();
    indexes.push(index);
    counts.push(reader.varint());
  }
  into.addBuckets(indexes, counts);
}
