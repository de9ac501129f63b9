import http, { type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Received = {
  path: string;
  headers: IncomingHttpHeaders;
  text: string;
  body: Record<string, unknown>;
};

export type Receiver = {
  url: string;
  received: Received[];
  /** Statuses of the next answers; 200 when there are none left. */
  answers: number[];
  /** Waits until something fits. @throws with everything that came instead. */
  waitFor: (isWanted: (one: Received) => boolean, limitMs?: number) => Promise<Received>;
  close: () => Promise<void>;
};

/** A web server that takes what is posted to it. */
export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  const answers: number[] = [];
  const waiting = new Set<() => void>();
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString('utf8');
      const { url = '', headers } = request;
      // Everything that is posted to it in these tests is a JSON object.
      const body = JSON.parse(text || '{}') as Record<string, unknown>;
      received.push({ path: url, headers, text, body });
      response.writeHead(answers.shift() ?? 200).end();
      for (const look of waiting) look();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}`,
    received,
    answers,
    waitFor: (isWanted, limitMs = 20_000) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = received.find(isWanted);
          if (!found) return;
          clearTimeout(limit);
          waiting.delete(look);
          resolve(found);
        };
        const limit = setTimeout(() => {
          waiting.delete(look);
          reject(new Error(`It did not come. What came: ${JSON.stringify(received)}`));
        }, limitMs);
        waiting.add(look);
        look();
      }),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
