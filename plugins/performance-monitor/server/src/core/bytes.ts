/** Appends numbers and text to a growing array of bytes; whole numbers as LEB128 varints. */
export class ByteWriter {
  private bytes = new Uint8Array(256);
  private view = new DataView(this.bytes.buffer);
  private length = 0;

  /** A whole number from 0 to 2^53. */
  varint(value: number): void {
    let rest = value;
    while (rest >= 0x80) {
      this.byte((rest % 0x80) | 0x80);
      rest = Math.floor(rest / 0x80);
    }
    this.byte(rest);
  }

  /** A whole number of either sign. */
  signed(value: number): void {
    this.varint(value < 0 ? -2 * value - 1 : 2 * value);
  }

  double(value: number): void {
    this.reserve(8);
    this.view.setFloat64(this.length, value);
    this.length += 8;
  }

  text(value: string): void {
    const encoded = new TextEncoder().encode(value);
    this.varint(encoded.length);
    this.raw(encoded);
  }

  /** Bytes with their length. */
  part(bytes: Uint8Array): void {
    this.varint(bytes.length);
    this.raw(bytes);
  }

  raw(bytes: Uint8Array): void {
    this.reserve(bytes.length);
    this.bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  done(): Uint8Array {
    return this.bytes.slice(0, this.length);
  }

  private byte(value: number): void {
    this.reserve(1);
    this.bytes[this.length] = value;
    this.length += 1;
  }

  private reserve(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const grown = new Uint8Array(Math.max(this.bytes.length * 2, this.length + more));
    grown.set(this.bytes);
    this.bytes = grown;
    this.view = new DataView(grown.buffer);
  }
}

/** Reads what ByteWriter wrote. @throws RangeError when the bytes end too early. */
export class ByteReader {
  private position = 0;
  private readonly view: DataView;
  /** The same bytes: it reads a text without making a view of it first. */
  private readonly buffer: Buffer;

  constructor(private readonly bytes: Uint8Array) {
    this.buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get isAtEnd(): boolean {
    return this.position >= this.bytes.length;
  }

  varint(): number {
    // Most numbers are small.
    const first = this.bytes[this.position];
    if (first !== undefined && first < 0x80) {
      this.position += 1;
      return first;
    }
    let value = 0;
    let factor = 1;
    for (;;) {
      const byte = this.bytes[this.position];
      if (byte === undefined) throw new RangeError('The bytes end inside a number.');
      this.position += 1;
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
      factor *= 0x80;
    }
  }

  /** How many things follow: each takes a byte at least. @throws RangeError */
  count(): number {
    const count = this.varint();
    if (count > this.bytes.length) throw new RangeError('The bytes end before what they promise.');
    return count;
  }

  signed(): number {
    const value = this.varint();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  double(): number {
    const value = this.view.getFloat64(this.position);
    this.position += 8;
    return value;
  }

  text(): string {
    const length = this.varint();
    const end = this.position + length;
    if (end > this.bytes.length) throw new RangeError('The bytes end inside a text.');
    const text = this.buffer.toString('utf8', this.position, end);
    this.position = end;
    return text;
  }

  part(): Uint8Array {
    const length = this.varint();
    const end = this.position + length;
    if (end > this.bytes.length) throw new RangeError('The bytes end inside a part.');
    const part = this.bytes.subarray(this.position, end);
    this.position = end;
    return part;
  }

  skip(length: number): void {
    this.position += length;
  }
}
