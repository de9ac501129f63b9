type Kind = { mime: string; extension: string };

const SIGNATURES: (Kind & { at: number; bytes: string })[] = [
  { mime: 'image/png', extension: 'png', at: 0, bytes: '89504e47' },
  { mime: 'image/jpeg', extension: 'jpg', at: 0, bytes: 'ffd8ff' },
  { mime: 'image/gif', extension: 'gif', at: 0, bytes: '47494638' },
  { mime: 'image/webp', extension: 'webp', at: 8, bytes: '57454250' },
  { mime: 'image/avif', extension: 'avif', at: 4, bytes: '6674797061766966' },
  { mime: 'application/pdf', extension: 'pdf', at: 0, bytes: '25504446' },
  { mime: 'audio/mpeg', extension: 'mp3', at: 0, bytes: '494433' },
  { mime: 'video/mp4', extension: 'mp4', at: 4, bytes: '66747970' },
];

/** What a file is by its first bytes, whatever it says; null for what is not taken over (SVG acts). */
export function kindOfFile(body: Buffer): Kind | null {
  const found = SIGNATURES.find(({ at, bytes }) =>
    body.subarray(at, at + bytes.length / 2).equals(Buffer.from(bytes, 'hex')),
  );
  return found ? { mime: found.mime, extension: found.extension } : null;
}
