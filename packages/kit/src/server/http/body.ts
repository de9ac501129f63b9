import type { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { HttpClientError } from './addresses';

const DECODERS: Partial<Record<string, () => Transform>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/** What is offered to the other side. */
export const ACCEPT_ENCODING = 'gzip, deflate, br';

/**
 * The body as it was meant, decompressed, at most so many bytes of it: counted where they come
 * out, so that a small file that unpacks to gigabytes ends early.
 */
export async function readBody({
  body,
  encoding,
  maxBytes,
  signal,
}: {
  body: Readable;
  encoding: string;
  maxBytes: number;
  signal: AbortSignal;
}): Promise<Buffer> {
  const names = encoding
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity');
  const decoders = names.reverse().map((name) => DECODERS[name]?.());
  if (names.length > 2 || decoders.includes(undefined)) {
    throw new HttpClientError('NO_CONNECTION', `The answer is compressed as “${encoding}”.`);
  }

  const chunks: Buffer[] = [];
  let size = 0;
  let tooLarge: HttpClientError | null = null;
  const collect = async (source: AsyncIterable<Buffer>) => {
    for await (const chunk of source) {
      size += chunk.length;
      if (size > maxBytes) {
        const text = `The answer has more than ${maxBytes} bytes.`;
        tooLarge = new HttpClientError('TOO_LARGE', text);
        throw tooLarge;
      }
      chunks.push(chunk);
    }
  };
  // Two streams at most, so the list is spelled out by pipeline's loosest form.
  const streams = [body, ...(decoders as Transform[]), collect];
  await pipeline(streams as never, { signal }).catch((error: unknown) => {
    // Which stream reports first is up to chance; the reason is not.
    throw tooLarge ?? error;
  });
  return Buffer.concat(chunks);
}
