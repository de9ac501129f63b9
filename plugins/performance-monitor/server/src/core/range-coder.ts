/**
 * An adaptive binary arithmetic coder: each decision costs as much as it was unlikely, and what is
 * likely is learnt on the way. Figures are small numbers that are much alike, so this takes half of
 * what deflate needs for them, which cannot spend less than a bit on a number.
 *
 * Two numbers enclose all that was decided so far; bytes they agree on are written. They have 31
 * bits, because V8 keeps such numbers in registers.
 */
const WORD = 0x7fff_ffff;
const TOP_BYTE = 0x7f80_0000;
const TOP_SHIFT = 23;

/** A model's cell: the chance of a 1, and how often it was asked, up to 15 times. */
const CHANCE_BITS = 16;
const COUNT_BITS = 4;
const MOST = (1 << COUNT_BITS) - 1;
const FRESH = 1 << (CHANCE_BITS - 1 + COUNT_BITS);
/** As many bits of a chance are used, and as many of the distance it is a share of are left. */
const USED_BITS = 12;
const UNUSED_BITS = CHANCE_BITS + COUNT_BITS - USED_BITS;
/** No decision is taken for certain: the other one must stay possible. */
const LEAST = 1 << (CHANCE_BITS - USED_BITS + 1);
const GREATEST = (1 << CHANCE_BITS) - LEAST;
/** What came moves a chance by one part in 2^n: far in the beginning, less the more is known. */
const RATES = [1, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 4, 4, 4, 4, 5];

/** What was learnt of some decisions, each as likely as not in the beginning. */
export const newModel = (size: number): Uint32Array => new Uint32Array(size).fill(FRESH);

const learn = (model: Uint32Array, at: number, bit: number): void => {
  const cell = model[at] ?? FRESH;
  const count = cell & MOST;
  const chance = cell >>> COUNT_BITS;
  const rate = RATES[count] ?? 0;
  const next = bit === 0 ? chance - (chance >> rate) : chance + ((GREATEST - chance) >> rate);
  model[at] = ((next < LEAST ? LEAST : next) << COUNT_BITS) | (count < MOST ? count + 1 : count);
};

const split = (low: number, high: number, cell: number): number =>
  low + Math.imul((high - low) >>> USED_BITS, cell >>> UNUSED_BITS);

export class RangeEncoder {
  private bytes = new Uint8Array(1024);
  private length = 0;
  private low = 0;
  private high = WORD;

  /** A decision a model knows something of. */
  bit(model: Uint32Array, at: number, bit: number): void {
    this.decide(split(this.low, this.high, model[at] ?? FRESH), bit);
    learn(model, at, bit);
  }

  /** Bits that nothing is known of, the highest first; at most 16. */
  even(value: number, bits: number): void {
    for (let at = bits - 1; at >= 0; at -= 1) {
      this.decide(this.low + ((this.high - this.low) >>> 1), (value >>> at) & 1);
    }
  }

  done(): Uint8Array {
    // Any number between the two will do; what a reader finds behind the end counts as zeros.
    if (this.low > 0) this.push((this.low >>> TOP_SHIFT) + 1);
    return this.bytes.slice(0, this.length);
  }

  private decide(middle: number, bit: number): void {
    if (bit === 1) this.high = middle;
    else this.low = middle + 1;
    while (((this.low ^ this.high) & TOP_BYTE) === 0) {
      this.push(this.high >>> TOP_SHIFT);
      this.low = (this.low << 8) & WORD;
      this.high = ((this.high << 8) & WORD) | 0xff;
    }
  }

  private push(byte: number): void {
    if (this.length === this.bytes.length) {
      const grown = new Uint8Array(this.bytes.length * 2);
      grown.set(this.bytes);
      this.bytes = grown;
    }
    this.bytes[this.length] = byte;
    this.length += 1;
  }
}

/** How far a reader looks behind the end. */
const AHEAD = 4;

/** @throws RangeError when more is read than was written. */
export class RangeDecoder {
  private position = 0;
  private low = 0;
  private high = WORD;
  private code = 0;

  constructor(private readonly bytes: Uint8Array) {
    const [first = 0, second = 0, third = 0, fourth = 0] = bytes;
    this.code = (first << 23) | (second << 15) | (third << 7) | (fourth >>> 1);
    this.position = AHEAD;
  }

  bit(model: Uint32Array, at: number): number {
    const bit = this.decide(split(this.low, this.high, model[at] ?? FRESH));
    learn(model, at, bit);
    return bit;
  }

  even(bits: number): number {
    let value = 0;
    for (let left = bits; left > 0; left -= 1) {
      value = value * 2 + this.decide(this.low + ((this.high - this.low) >>> 1));
    }
    return value;
  }

  private decide(middle: number): number {
    const bit = this.code <= middle ? 1 : 0;
    if (bit === 1) this.high = middle;
    else this.low = middle + 1;
    while (((this.low ^ this.high) & TOP_BYTE) === 0) this.shift();
    return bit;
  }

  private shift(): void {
    this.low = (this.low << 8) & WORD;
    this.high = ((this.high << 8) & WORD) | 0xff;
    // A word is a bit short of four bytes: its last bit is the first of the byte before the next.
    const { bytes, position } = this;
    const next = (((bytes[position - 1] ?? 0) & 1) << 7) | ((bytes[position] ?? 0) >>> 1);
    this.code = ((this.code << 8) & WORD) | next;
    this.position += 1;
    if (this.position > bytes.length + AHEAD) {
      throw new RangeError('The bytes end inside the figures.');
    }
  }
}
