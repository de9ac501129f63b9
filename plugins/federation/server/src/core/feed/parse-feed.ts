import { DomUtils, parseDocument } from 'htmlparser2';
import { hashOf } from '../canonical';
import { isObject } from '../shape';
import { toText } from '../map/apply-mapping';

export type FeedItem = {
  id: string;
  title: string;
  link: string;
  summary: string | null;
  content: string | null;
  author: string | null;
  published: string | null;
  updated: string | null;
  categories: string[];
  image: string | null;
};
export type Feed = { title: string; format: 'RSS' | 'Atom' | 'JSON Feed'; items: FeedItem[] };

export class NotAFeed extends Error {}

/** One element of the XML tree, as htmlparser2 gives it. */
type Element = {
  type: string;
  name: string;
  attribs: Record<string, string>;
  children: Element[];
  data?: string;
};

/**
 * RSS 0.9–2.0, RDF, Atom and JSON Feed. Lenient, since half of all feeds break a rule, and
 * without document types: entities that a feed declares itself are never expanded.
 *
 * @throws NotAFeed with a sentence for people.
 */
export function parseFeed(text: string, base: string): Feed {
  const trimmed = text.trimStart();
  const feed = trimmed.startsWith('{') ? parseJsonFeed(trimmed) : parseXmlFeed(trimmed);
  const seen = new Set<string>();
  const items = feed.items
    .map((item) => absolute(item, base))
    // The same id twice in one feed is the same item; the first one is the newer.
    .filter(({ id }) => !seen.has(id) && seen.add(id));
  return { ...feed, items };
}

function parseXmlFeed(text: string): Feed {
  const root = parseDocument(text, { xmlMode: true }) as unknown as Element;
  const atom = find(root, 'feed');
  if (atom) {
    const items = all(atom, 'entry').map(atomItem);
    return { title: textIn(atom, 'title'), format: 'Atom', items };
  }
  const rss = find(root, 'rss') ?? find(root, 'RDF');
  const channel = rss && find(rss, 'channel');
  if (!channel)
    throw new NotAFeed('This is no feed: neither RSS, Atom nor JSON Feed was found there.');
  // RDF has its items beside the channel, not in it.
  const items = [...all(channel, 'item'), ...all(rss, 'item')].map(rssItem);
  return { title: textIn(channel, 'title'), format: 'RSS', items };
}

const local = (name: string) => name.replace(/^.*:/, '');
const elements = (parent: Element) => parent.children.filter(({ type }) => type === 'tag');
const all = (parent: Element, name: string) =>
  elements(parent).filter((element) => local(element.name) === name);
const find = (parent: Element, name: string): Element | undefined => all(parent, name)[0];
const prefixed = (parent: Element, name: string) =>
  elements(parent).find((element) => element.name === name);

const rawText = (element: Element | undefined): string =>
  element
    ? element.children
        .map((child) => child.data ?? rawText(child))
        .join('')
        .trim()
    : '';
const textIn = (parent: Element, name: string) => rawText(find(parent, name));
const orNull = (text: string) => (text === '' ? null : text);

function rssItem(item: Element): FeedItem {
  const link = rawText(prefixed(item, 'link')) || textIn(item, 'link');
  const guid = textIn(item, 'guid');
  const title = rawText(prefixed(item, 'title')) || textIn(item, 'title');
  const published = dateOf(textIn(item, 'pubDate') || textIn(item, 'date'));
  const summary = orNull(rawText(prefixed(item, 'description')) || textIn(item, 'description'));
  const content = orNull(rawText(prefixed(item, 'content:encoded')));
  return {
    id: guid || link || hashOf([title, published]),
    title,
    link: link || (/^https?:/.test(guid) ? guid : ''),
    summary,
    content: content ?? summary,
    author: orNull(rawText(prefixed(item, 'dc:creator')) || textIn(item, 'author')),
    published,
    updated: dateOf(rawText(prefixed(item, 'atom:updated'))) ?? published,
    categories: all(item, 'category').map(rawText).filter(Boolean),
    image: imageOf(item) ?? imageInside(content ?? summary),
  };
}

function imageOf(item: Element): string | null {
  const group = find(item, 'group') ?? item;
  const media = [...all(item, 'enclosure'), ...all(group, 'content'), ...all(group, 'thumbnail')];
  const image = media.find(({ name, attribs }) => {
    const kind = attribs.type ?? attribs.medium ?? '';
    return attribs.url && (kind.startsWith('image') || local(name) === 'thumbnail');
  });
  return image?.attribs.url ?? null;
}

const imageInside = (html: string | null): string | null =>
  html ? (/<img\b[^>]*?\bsrc\s*=\s*["']([^"']+)["']/i.exec(html)?.[1] ?? null) : null;

function atomItem(entry: Element): FeedItem {
  const links = all(entry, 'link');
  const alternate = links.find(({ attribs }) => (attribs.rel ?? 'alternate') === 'alternate');
  const enclosure = links.find(
    ({ attribs }) => attribs.rel === 'enclosure' && attribs.type?.startsWith('image'),
  );
  const link = alternate?.attribs.href ?? '';
  const author = find(entry, 'author');
  const summary = orNull(atomText(find(entry, 'summary')));
  const content = orNull(atomText(find(entry, 'content')));
  const updated = dateOf(textIn(entry, 'updated'));
  return {
    id: textIn(entry, 'id') || link || hashOf([textIn(entry, 'title'), updated]),
    title: DomUtils.textContent(parseDocument(atomText(find(entry, 'title')))).trim(),
    link,
    summary,
    content: content ?? summary,
    author: author ? orNull(textIn(author, 'name')) : null,
    published: dateOf(textIn(entry, 'published')) ?? updated,
    updated,
    categories: all(entry, 'category')
      .map(({ attribs }) => attribs.label ?? attribs.term ?? '')
      .filter(Boolean),
    image: enclosure?.attribs.href ?? imageOf(entry) ?? imageInside(content ?? summary),
  };
}

/** Text, HTML in text, or HTML as XML; comes out as HTML. */
function atomText(element: Element | undefined): string {
  if (!element) return '';
  const type = element.attribs.type ?? 'text';
  if (type === 'xhtml') {
    const inner = find(element, 'div') ?? element;
    return inner.children.map(toHtml).join('').trim();
  }
  const text = rawText(element);
  return type === 'text' ? escapeHtml(text) : text;
}

function toHtml(node: Element): string {
  if (node.data !== undefined) return escapeHtml(node.data);
  const inner = node.children.map(toHtml).join('');
  if (node.type !== 'tag') return inner;
  const attributes = Object.entries(node.attribs).map(
    ([key, value]) => ` ${key}="${escapeHtml(value).replace(/"/g, '&quot;')}"`,
  );
  return `<${node.name}${attributes.join('')}>${inner}</${node.name}>`;
}

const escapeHtml = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

function parseJsonFeed(text: string): Feed {
  let feed: unknown;
  try {
    feed = JSON.parse(text);
  } catch {
    throw new NotAFeed('The feed is broken: its JSON cannot be read.');
  }
  if (!isObject(feed) || !Array.isArray(feed.items)) {
    throw new NotAFeed('This is no feed: the JSON there has no "items".');
  }
  const items = feed.items.filter(isObject).map((item): FeedItem => {
    const html = orNull(toText(item.content_html)) ?? orNull(escapeHtml(toText(item.content_text)));
    const [author] = Array.isArray(item.authors) ? item.authors : [item.author];
    const published = dateOf(toText(item.date_published));
    return {
      id: toText(item.id) || toText(item.url) || hashOf([item.title, published]),
      title: toText(item.title),
      link: toText(item.url) || toText(item.external_url),
      summary: orNull(escapeHtml(toText(item.summary))) ?? html,
      content: html,
      author: isObject(author) ? orNull(toText(author.name)) : null,
      published,
      updated: dateOf(toText(item.date_modified)) ?? published,
      categories: Array.isArray(item.tags) ? item.tags.map(toText).filter(Boolean) : [],
      image: orNull(toText(item.image) || toText(item.banner_image)) ?? imageInside(html),
    };
  });
  return { title: toText(feed.title), format: 'JSON Feed', items };
}

function dateOf(text: string): string | null {
  if (!text) return null;
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

function absolute(item: FeedItem, base: string): FeedItem {
  const resolve = (url: string | null) => {
    if (!url) return url;
    try {
      return new URL(url, base).href;
    } catch {
      return null;
    }
  };
  return { ...item, link: resolve(item.link) ?? '', image: resolve(item.image) };
}

/** Text of a response in the encoding that its header or its XML declaration names. */
export function decodeBody(body: Uint8Array, contentType: string): string {
  const declared =
    /charset=["']?([\w-]+)/i.exec(contentType)?.[1] ??
    /<\?xml[^>]*encoding=["']([\w-]+)["']/i.exec(
      Buffer.from(body.subarray(0, 200)).toString('latin1'),
    )?.[1];
  try {
    return new TextDecoder(declared ?? 'utf-8').decode(body);
  } catch {
    return new TextDecoder().decode(body);
  }
}
