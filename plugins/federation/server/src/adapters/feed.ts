import type { RemoteField } from '../../../shared/contracts/remote';
import { decodeBody, NotAFeed, parseFeed, type Feed, type FeedItem } from '../core/feed/parse-feed';
import { htmlToText } from '../core/html/to-text';
import { isObject } from '../core/shape';
import { SourceProblem, type Connector, type Http, type Page } from './connector';

const TYPE = 'items';

const FIELDS: { path: keyof FeedItem; type: RemoteField['type'] }[] = [
  { path: 'title', type: 'text' },
  { path: 'summary', type: 'html' },
  { path: 'content', type: 'html' },
  { path: 'link', type: 'text' },
  { path: 'image', type: 'media' },
  { path: 'author', type: 'text' },
  { path: 'published', type: 'date' },
  { path: 'updated', type: 'date' },
  { path: 'categories', type: 'list' },
  { path: 'id', type: 'text' },
];

/** RSS, Atom and JSON Feed. What is no longer in a feed is old, not deleted. */
export function createFeedConnector({ url, http }: { url: string; http: Http }): Connector {
  async function load(headers: Record<string, string> = {}, signal?: AbortSignal) {
    const accept =
      'application/feed+json, application/atom+xml, application/rss+xml, application/json;q=0.9, text/xml;q=0.9, */*;q=0.5';
    const answer = await http.request(url, { headers: { accept, ...headers }, signal });
    if (answer.status === 304) return { feed: null, answer };
    if (answer.status >= 400) {
      throw new SourceProblem(`The feed answered with ${answer.status} instead of its items.`);
    }
    return { feed: parse(answer.body, answer.headers['content-type'] ?? '', answer.url), answer };
  }

  return {
    deletes: 'never',

    async check() {
      const { feed } = await load();
      if (!feed) throw new SourceProblem('The feed answered without items.');
      const count = feed.items.length;
      return {
        title: feed.title || url,
        detail: `${feed.format}, ${count} ${count === 1 ? 'item' : 'items'}`,
      };
    },

    async discover() {
      const { feed } = await load();
      const items = feed?.items ?? [];
      const fields = FIELDS.map(({ path, type }) => ({
        path,
        type,
        ...sampleOf(items, path, type),
      }));
      return {
        types: [{ name: TYPE, label: feed?.title || 'Items', count: items.length, fields }],
        needsNames: false,
      };
    },

    async *read({ cursor, isFull, signal }) {
      const { feed, answer } = await load(isFull ? {} : conditions(cursor), signal);
      if (!feed) {
        yield { records: [], cursor, total: 0, isUnchanged: true };
        return;
      }
      const page: Page = {
        records: feed.items.map((item) => ({
          type: TYPE,
          id: item.id,
          locale: '',
          title: item.title,
          url: item.link || null,
          updatedAt: item.updated,
          data: item,
        })),
        cursor: validators(answer.headers),
        total: feed.items.length,
      };
      yield page;
    },

    listIds: async () => null,
  };
}

function parse(body: Buffer, contentType: string, url: string): Feed {
  try {
    return parseFeed(decodeBody(body, contentType), url);
  } catch (error) {
    if (error instanceof NotAFeed) throw new SourceProblem(error.message);
    throw error;
  }
}

/** Both, because servers differ in which one they honour. */
const validators = (headers: Record<string, string>) => ({
  etag: headers.etag ?? null,
  lastModified: headers['last-modified'] ?? null,
});

function conditions(cursor: unknown): Record<string, string> {
  if (!isObject(cursor)) return {};
  return {
    ...(typeof cursor.etag === 'string' && { 'if-none-match': cursor.etag }),
    ...(typeof cursor.lastModified === 'string' && { 'if-modified-since': cursor.lastModified }),
  };
}

function sampleOf(items: FeedItem[], path: keyof FeedItem, type: RemoteField['type']) {
  const value = items.map((item) => item[path]).find((item) => item !== null && item.length > 0);
  if (!value) return {};
  const text = Array.isArray(value) ? value.join(', ') : value;
  return { sample: (type === 'html' ? htmlToText(text) : text).slice(0, 120) };
}
