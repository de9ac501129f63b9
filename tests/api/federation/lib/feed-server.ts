import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { solidPng } from '../../../harness';

export type FeedItem = { id: string; title: string; content: string; image?: string };

/** A feed that a test changes; counts what it was asked. */
export type FeedServer = {
  url: string;
  host: string;
  items: FeedItem[];
  requests: string[];
  /** Answers the next requests with this instead. */
  answer: ((request: http.IncomingMessage, response: http.ServerResponse) => boolean) | null;
  stop: () => Promise<void>;
};

const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

const render = (items: FeedItem[]) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Test feed</title>${items
    .map(
      ({ id, title, content, image }) =>
        `<item><guid>${id}</guid><title>${escape(title)}</title><description>${escape(content)}</description>${
          image ? `<enclosure url="${image}" type="image/png" length="1"/>` : ''
        }</item>`,
    )
    .join('')}</channel></rss>`;

export async function startFeed(items: FeedItem[] = []): Promise<FeedServer> {
  const feed: FeedServer = {
    url: '',
    host: '',
    items,
    requests: [],
    answer: null,
    stop: async () => undefined,
  };
  const picture = solidPng([10, 20, 30]);
  const server = http.createServer((request, response) => {
    feed.requests.push(request.url ?? '');
    if (feed.answer?.(request, response)) return;
    if (request.url?.endsWith('.png')) {
      response.setHeader('content-type', 'image/png');
      response.end(picture);
      return;
    }
    const body = render(feed.items);
    const etag = `"${Buffer.from(body).length}-${body.length > 0 ? hash(body) : 0}"`;
    response.setHeader('etag', etag);
    if (request.headers['if-none-match'] === etag) {
      response.statusCode = 304;
      response.end();
      return;
    }
    response.setHeader('content-type', 'application/rss+xml');
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // listening on TCP
  feed.host = `127.0.0.1:${port}`;
  feed.url = `http://${feed.host}/feed.xml`;
  feed.stop = () =>
    new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return feed;
}

const hash = (text: string) =>
  [...text].reduce((sum, character) => (sum * 31 + character.charCodeAt(0)) % 1_000_000_007, 7);
