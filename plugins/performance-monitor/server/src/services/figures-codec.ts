import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import { encodeFrame, readFrame, type Series } from '../core/frame';
import { packFrame, unpackFrame, type Squeeze } from '../core/packed-frame';
import { bytesOf, textOf } from '../core/seven-bits';

/** A frame of a few kilobytes must not become gigabytes because somebody changed the row. */
const MAX_BYTES = 32 * 1024 * 1024;
const CHECK_BYTES = 4;

/** How a row begins that is not base64, as the first rows were. */
const PACKED = '~';
const PLAIN = '!';

const expand = (bytes: Uint8Array) => inflateRawSync(bytes, { maxOutputLength: MAX_BYTES });
const squeeze: Squeeze = { press: (bytes) => deflateRawSync(bytes), expand };

/** Figures of one stretch of time, or of minutes in a row: as small as they get. */
export const pack = (...points: readonly Iterable<Series>[]): string => {
  const bytes = packFrame(points, squeeze);
  const checked = Buffer.alloc(bytes.length + CHECK_BYTES);
  checked.set(bytes);
  checked.writeUInt32BE(crc32(bytes), bytes.length);
  return PACKED + textOf(checked);
};

/** Figures of one long stretch: there are few of them, and a year of them is read at once. */
export const packPlain = (series: Iterable<Series>): string =>
  PLAIN + textOf(deflateRawSync(encodeFrame(series)));

type Wanted = {
  metrics?: ReadonlySet<string> | undefined;
  /** The series that figures are added to, by the minute of the row; null leaves them out. */
  entry: (offset: number, metric: string, labels: readonly string[]) => Series | null;
};

/** Adds stored figures to others. @throws when the row was changed by somebody else. */
export const unpack = (data: string, { metrics, entry }: Wanted): void => {
  if (data.startsWith(PACKED)) {
    unpackFrame(checkedBytes(data.slice(1)), { squeeze, metrics }, entry);
    return;
  }
  const bytes = data.startsWith(PLAIN) ? bytesOf(data.slice(1)) : Buffer.from(data, 'base64');
  readFrame(expand(bytes), metrics, (metric, labels) => entry(0, metric, labels));
};

/** Whatever bytes there are would be read as some figures, so they are checked first. */
function checkedBytes(text: string): Uint8Array {
  const all = Buffer.from(bytesOf(text));
  const end = all.length - CHECK_BYTES;
  const bytes = all.subarray(0, Math.max(0, end));
  if (end < 0 || crc32(bytes) !== all.readUInt32BE(end)) {
    throw new RangeError('The figures do not fit their checksum.');
  }
  return bytes;
}
