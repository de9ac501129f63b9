import { seededRandom } from './random-fixture';
import { bytesOf, textOf } from './seven-bits';

const random = seededRandom(2);
const LENGTHS = [0, 1, 2, 6, 7, 8, 13, 14, 15, 100, 1001];

it.each(LENGTHS)('gives back %s bytes', (length) => {
  const noise = Uint8Array.from({ length }, () => Math.floor(random() * 256));
  for (const bytes of [noise, noise.map(() => 0), noise.map(() => 255)]) {
    expect(bytesOf(textOf(bytes))).toEqual(bytes);
  }
});

it('has no character that a database does not take, and is an eighth longer', () => {
  const text = textOf(Uint8Array.from({ length: 7000 }, (_, at) => at % 256));
  expect(text).not.toContain('\u0000');
  expect(text.length).toBe(8000);
  expect(Buffer.byteLength(text)).toBeLessThan(8100);
});
