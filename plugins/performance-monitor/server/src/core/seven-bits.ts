/**
 * Bytes as text, seven bits a character, because every database keeps text and a column of bytes is
 * none of Strapi's types: an eighth more, where base64 takes a third more. The one character no
 * database takes, NUL, is written as the one behind ASCII.
 */
const NUL = 0x80;

export function textOf(bytes: Uint8Array): string {
  const text = Buffer.allocUnsafe(Math.ceil((bytes.length * 8) / 7));
  let bits = 0;
  let held = 0;
  let at = 0;
  const push = (value: number) => {
    text[at] = value === 0 ? NUL : value;
    at += 1;
  };
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 7) {
      bits -= 7;
      push((held >>> bits) & 0x7f);
    }
    held &= 0x7f;
  }
  if (bits > 0) push((held << (7 - bits)) & 0x7f);
  return text.toString('latin1');
}

export function bytesOf(text: string): Uint8Array {
  const bytes = new Uint8Array(Math.floor((text.length * 7) / 8));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const character of Buffer.from(text, 'latin1')) {
    held = ((held << 7) | (character === NUL ? 0 : character & 0x7f)) & 0x3fff;
    bits += 7;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at] = (held >>> bits) & 0xff;
    at += 1;
  }
  return bytes;
}
