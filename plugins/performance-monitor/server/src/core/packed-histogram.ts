import { lengthOf, NumberModel } from './adaptive-number';
import { HIGHEST_BUCKET, LOWEST_BUCKET, roughMiddleOf, upperBound } from './buckets';
import { placeIn, valueAt } from './ends';
import type { Bucket, Histogram } from './histogram';
import { newModel, type RangeDecoder, type RangeEncoder } from './range-coder';

/** Few values lie further apart than many: what is learnt is learnt by how many are left. */
const MOST_SIZES = 24;
const INDEX_BITS = 12;

/** What was learnt of the histograms of one block. */
export class HistogramModel {
  private readonly total = new NumberModel();
  private readonly zeros = new NumberModel();
  private readonly firsts = newModel(1 << INDEX_BITS);
  private readonly gaps: NumberModel[] = [];
  private readonly counts: NumberModel[] = [];
  private readonly rest: NumberModel[] = [];
  private readonly place = new NumberModel();
  private readonly onlyZeros = new NumberModel();
  /** The same each time: reading a day would make ten thousands of them. */
  private readonly buckets: Bucket[] = [];

  /** Its figures; of the two ends only what a quantile depends on. */
  write(encoder: RangeEncoder, histogram: Histogram): void {
    const { count, zeros, min, max } = histogram;
    this.total.write(encoder, count);
    if (count === 0) return;
    this.zeros.write(encoder, zeros);
    const buckets = histogram.buckets();
    const { first, last } = endsOf(buckets);
    let largest = 0;
    if (first === null) this.onlyZeros.writeSigned(encoder, Math.floor(max * 1000 + 1e-6));
    else {
      this.writeBuckets(encoder, buckets, count - zeros);
      const place = placeIn(last, max);
      this.place.write(encoder, place);
      largest = valueAt(last, place);
      if (zeros === 0 && first === last && count > 1) {
        this.place.write(encoder, placeIn(first, min));
      }
    }
    const rest = histogram.sumThousandths - aboutSum(buckets, largest);
    modelOf(this.rest, count).writeSigned(encoder, rest);
  }

  /** Adds what was written to a histogram, if one is given, and says how many values it had. */
  read(decoder: RangeDecoder, into: Histogram | undefined): number {
    const count = this.total.read(decoder);
    if (count === 0) return 0;
    const zeros = this.zeros.read(decoder);
    if (zeros > count) throw new RangeError('There are more zeros than values.');
    const buckets = this.readBuckets(decoder, count - zeros);
    const { first, last } = endsOf(buckets);
    let min: number;
    let max: number;
    if (first === null) {
      max = this.onlyZeros.readSigned(decoder) / 1000;
      min = max;
    } else {
      max = valueAt(last, this.place.read(decoder));
      if (zeros > 0) min = 0;
      else if (first !== last) min = upperBound(first - 1);
      else min = count > 1 ? valueAt(first, this.place.read(decoder)) : max;
    }
    const about = aboutSum(buckets, first === null ? 0 : max);
    const sumThousandths = about + modelOf(this.rest, count).readSigned(decoder);
    into?.addStored({ count, zeros, sumThousandths, min, max, buckets });
    return count;
  }

  private writeBuckets(encoder: RangeEncoder, buckets: readonly Bucket[], values: number): void {
    let left = values;
    let before: number | null = null;
    for (const { index, count } of buckets) {
      if (before === null) writeIndex(encoder, this.firsts, index - LOWEST_BUCKET);
      else modelOf(this.gaps, left).write(encoder, index - before - 1);
      if (left > 1) modelOf(this.counts, left).write(encoder, count - 1);
      left -= count;
      before = index;
    }
  }

  private readBuckets(decoder: RangeDecoder, values: number): Bucket[] {
    const { buckets } = this;
    buckets.length = 0;
    let left = values;
    let index = 0;
    while (left > 0) {
      index =
        buckets.length === 0
          ? readIndex(decoder, this.firsts) + LOWEST_BUCKET
          : index + 1 + modelOf(this.gaps, left).read(decoder);
      const count = left > 1 ? 1 + modelOf(this.counts, left).read(decoder) : 1;
      if (index > HIGHEST_BUCKET || count > left) throw new RangeError('There is no such bucket.');
      buckets.push({ index, count });
      left -= count;
    }
    return buckets;
  }
}

const modelOf = (models: NumberModel[], left: number): NumberModel =>
  (models[Math.min(MOST_SIZES, lengthOf(left))] ??= new NumberModel());

const endsOf = (buckets: readonly Bucket[]): { first: number | null; last: number } => ({
  first: buckets[0]?.index ?? null,
  last: buckets.at(-1)?.index ?? 0,
});

/** Near enough that only the difference is written; the largest value is known better. */
function aboutSum(buckets: readonly Bucket[], largest: number): number {
  const last = buckets.at(-1);
  if (!last) return 0;
  let sum = largest - roughMiddleOf(last.index);
  for (const { index, count } of buckets) sum += roughMiddleOf(index) * count;
  return Math.round(sum * 1000);
}

function writeIndex(encoder: RangeEncoder, model: Uint32Array, index: number): void {
  let node = 1;
  for (let at = INDEX_BITS - 1; at >= 0; at -= 1) {
    const bit = (index >> at) & 1;
    encoder.bit(model, node, bit);
    node = node * 2 + bit;
  }
}

function readIndex(decoder: RangeDecoder, model: Uint32Array): number {
  let node = 1;
  for (let left = INDEX_BITS; left > 0; left -= 1) node = node * 2 + decoder.bit(model, node);
  return node - (1 << INDEX_BITS);
}
