import { newModel, type RangeDecoder, type RangeEncoder } from './range-coder';

/** Whole numbers have at most 54 bits; one decision for each tells whether there are more. */
const LENGTHS = 55;
/** This many bits behind the first are learnt too; the rest is noise. */
const LEARNT_BITS = 2;
const LEARNT = 1 << LEARNT_BITS;
const CHUNK = 16;

/** What was learnt of one kind of whole numbers: how long they are, and how they begin. */
export class NumberModel {
  private readonly lengths = newModel(LENGTHS);
  private readonly beginnings = newModel(LENGTHS * LEARNT);

  /** A whole number from 0 to 2^53. */
  write(encoder: RangeEncoder, value: number): void {
    const length = lengthOf(value);
    for (let at = 0; at < length; at += 1) encoder.bit(this.lengths, at, 1);
    if (length < LENGTHS - 1) encoder.bit(this.lengths, length, 0);
    let left = length - 1;
    const learnt = Math.min(left, LEARNT_BITS);
    let node = 1;
    for (let done = 0; done < learnt; done += 1) {
      left -= 1;
      const bit = Math.floor(value / 2 ** left) % 2;
      encoder.bit(this.beginnings, length * LEARNT + node, bit);
      node = node * 2 + bit;
    }
    while (left > 0) {
      const bits = Math.min(left, CHUNK);
      left -= bits;
      encoder.even(Math.floor(value / 2 ** left) % 2 ** bits, bits);
    }
  }

  read(decoder: RangeDecoder): number {
    let length = 0;
    while (length < LENGTHS - 1 && decoder.bit(this.lengths, length) === 1) length += 1;
    if (length < 2) return length;
    let left = length - 1;
    const learnt = Math.min(left, LEARNT_BITS);
    let node = 1;
    for (let done = 0; done < learnt; done += 1) {
      node = node * 2 + decoder.bit(this.beginnings, length * LEARNT + node);
    }
    left -= learnt;
    let value = node;
    while (left > 0) {
      const bits = Math.min(left, CHUNK);
      left -= bits;
      value = value * 2 ** bits + decoder.even(bits);
    }
    return value;
  }

  /** A whole number of either sign. */
  writeSigned(encoder: RangeEncoder, value: number): void {
    this.write(encoder, value < 0 ? -2 * value - 1 : 2 * value);
  }

  readSigned(decoder: RangeDecoder): number {
    const value = this.read(decoder);
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }
}

/** How many bits a whole number has; 0 for 0. */
export const lengthOf = (value: number): number =>
  value < 2 ** 32 ? 32 - Math.clz32(value) : 64 - Math.clz32(Math.floor(value / 2 ** 32));
