import { kindOfFile } from './file-kind';

it.each([
  ['89504e470d0a1a0a', 'image/png'],
  ['ffd8ffe000104a46', 'image/jpeg'],
  ['524946460000000057454250', 'image/webp'],
  ['0000001c6674797061766966', 'image/avif'],
  ['0000001c6674797069736f6d', 'video/mp4'],
  [Buffer.from('<svg onload="x"/>').toString('hex'), undefined],
  [Buffer.from('<html>').toString('hex'), undefined],
  ['', undefined],
])('%s is %s', (hex, mime) => {
  expect(kindOfFile(Buffer.from(hex, 'hex'))?.mime).toBe(mime);
});
