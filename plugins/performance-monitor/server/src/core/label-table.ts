import { ByteReader, ByteWriter } from './bytes';

/**
 * Labels of many series, a column after the other: neighbours begin alike, so only where they begin
 * to differ is written, in bytes, and what follows there.
 */
export function writeLabels(lines: readonly (readonly string[])[]): Uint8Array {
  const writer = new ByteWriter();
  writer.varint(lines.length);
  for (const { length } of lines) writer.varint(length);
  for (let column = 0; column < columnsOf(lines); column += 1) {
    let before: Uint8Array = new Uint8Array(0);
    for (const { [column]: label } of lines) {
      if (label === undefined) continue;
      const bytes = new TextEncoder().encode(label);
      const shared = sharedStart(before, bytes);
      writer.varint(shared);
      writer.part(bytes.subarray(shared));
      before = bytes;
    }
  }
  return writer.done();
}

/** @throws RangeError on broken bytes. */
export function readLabels(bytes: Uint8Array): string[][] {
  const reader = new ByteReader(bytes);
  const sizes = Array.from({ length: reader.count() }, () => reader.varint());
  const lines: string[][] = sizes.map(() => []);
  for (let column = 0; lines.some((_, at) => column < (sizes[at] ?? 0)); column += 1) {
    let before = { bytes: new Uint8Array(0), text: '' };
    lines.forEach((line, at) => {
      if (column >= (sizes[at] ?? 0)) return;
      before = nextLabel(reader, before);
      line.push(before.text);
    });
  }
  return lines;
}

type Label = { bytes: Uint8Array<ArrayBuffer>; text: string };

function nextLabel(reader: ByteReader, before: Label): Label {
  const shared = reader.varint();
  const rest = reader.part();
  if (rest.length === 0 && shared === before.bytes.length) return before;
  const bytes = new Uint8Array(shared + rest.length);
  bytes.set(before.bytes.subarray(0, shared));
  bytes.set(rest, shared);
  return { bytes, text: new TextDecoder().decode(bytes) };
}

const columnsOf = (lines: readonly (readonly string[])[]) =>
  lines.reduce((most, { length }) => Math.max(most, length), 0);

function sharedStart(one: Uint8Array, other: Uint8Array): number {
  const length = Math.min(one.length, other.length);
  let at = 0;
  while (at < length && one[at] === other[at]) at += 1;
  return at;
}
