import { parseDocument } from 'htmlparser2';
import { isSafeUrl } from './safe-url';

/** As much of a node of htmlparser2 as is read here. */
type Node = {
  type: string;
  name?: string;
  data?: string;
  attribs?: Record<string, string>;
  children?: Node[];
};

type Marks = { bold?: true; italic?: true; underline?: true; strikethrough?: true; code?: true };
export type TextNode = { type: 'text'; text: string } & Marks;
type Link = { type: 'link'; url: string; children: TextNode[] };
export type Inline = TextNode | Link;
export type Block =
  | { type: 'paragraph' | 'quote' | 'code' | 'list-item'; children: Inline[] }
  | { type: 'heading'; level: number; children: Inline[] }
  | { type: 'list'; format: 'ordered' | 'unordered'; children: Block[] };

const MARKS: Record<string, Marks> = {
  b: { bold: true },
  strong: { bold: true },
  i: { italic: true },
  em: { italic: true },
  u: { underline: true },
  s: { strikethrough: true },
  del: { strikethrough: true },
  code: { code: true },
};

/** Their content is no text for readers. */
const DROPPED = new Set([
  'script',
  'style',
  'iframe',
  'object',
  'embed',
  'form',
  'svg',
  'math',
  'template',
  'noscript',
  'head',
  'title',
  'button',
  'select',
  'textarea',
]);

/** Deeper nesting is cut off: a page from outside decides nothing about our stack. */
const MAX_DEPTH = 60;

export const nodesOf = (html: string): Node[] => parseDocument(html).children;

/** HTML as Strapi's blocks: structure and text are kept, everything that could act is dropped. */
export function htmlToBlocks(html: string): Block[] {
  const blocks: Block[] = [];
  collect(nodesOf(html), blocks, 0);
  return blocks.length > 0
    ? blocks
    : [{ type: 'paragraph', children: [{ type: 'text', text: '' }] }];
}

function collect(nodes: Node[], blocks: Block[], depth: number): void {
  if (depth > MAX_DEPTH) return;
  let loose: Inline[] = [];
  const flush = () => {
    const children = tidy(loose);
    loose = [];
    if (children.length > 0) blocks.push({ type: 'paragraph', children });
  };
  for (const node of nodes) {
    const name = node.name ?? '';
    if (DROPPED.has(name)) continue;
    const level = /^h([1-6])$/.exec(name)?.[1];
    if (level) {
      flush();
      const children = tidy(inlineOf(node, {}, depth));
      if (children.length > 0) blocks.push({ type: 'heading', level: Number(level), children });
    } else if (name === 'ul' || name === 'ol') {
      flush();
      blocks.push(...listOf(node, depth));
    } else if (name === 'blockquote') {
      flush();
      const children = tidy(inlineOf(node, {}, depth));
      if (children.length > 0) blocks.push({ type: 'quote', children });
    } else if (name === 'pre') {
      flush();
      blocks.push({ type: 'code', children: [{ type: 'text', text: textOf(node).trimEnd() }] });
    } else if (isBlock(name)) {
      flush();
      collect(node.children ?? [], blocks, depth + 1);
    } else if (name === 'br') {
      loose.push({ type: 'text', text: '\n' });
    } else {
      loose.push(...inlineOf(node, {}, depth));
    }
  }
  flush();
}

const BLOCKS = new Set(
  'p div section article main header footer aside figure figcaption table tbody thead tr td th dl dt dd hr body html address'.split(
    ' ',
  ),
);
const isBlock = (name: string) => BLOCKS.has(name);

function listOf(node: Node, depth: number): Block[] {
  if (depth > MAX_DEPTH) return [];
  const children = (node.children ?? []).flatMap((item): Block[] => {
    if (item.name !== 'li') return [];
    const nested = (item.children ?? []).filter(({ name }) => name === 'ul' || name === 'ol');
    const own = (item.children ?? []).filter((child) => !nested.includes(child));
    const text = tidy(own.flatMap((child) => inlineOf(child, {}, depth + 1)));
    const entry: Block[] = text.length > 0 ? [{ type: 'list-item', children: text }] : [];
    return [...entry, ...nested.flatMap((list) => listOf(list, depth + 1))];
  });
  if (children.length === 0) return [];
  return [{ type: 'list', format: node.name === 'ol' ? 'ordered' : 'unordered', children }];
}

function inlineOf(node: Node, marks: Marks, depth: number): Inline[] {
  if (depth > MAX_DEPTH) return [];
  if (node.type === 'text')
    return [{ type: 'text', text: (node.data ?? '').replace(/\s+/g, ' '), ...marks }];
  const name = node.name ?? '';
  if (!node.children || DROPPED.has(name)) return [];
  if (name === 'br') return [{ type: 'text', text: '\n', ...marks }];
  const inner = node.children.flatMap((child) =>
    inlineOf(child, { ...marks, ...MARKS[name] }, depth + 1),
  );
  const href = node.attribs?.href?.trim() ?? '';
  if (name === 'a' && isSafeUrl(href)) {
    const texts = inner.filter((item): item is TextNode => item.type === 'text');
    return texts.length > 0 ? [{ type: 'link', url: href, children: texts }] : [];
  }
  return isBlock(name) && inner.length > 0 ? [...inner, { type: 'text', text: ' ' }] : inner;
}

/** Neighbours with the same marks become one text; spaces at the edges go. */
function tidy(items: Inline[]): Inline[] {
  const merged: Inline[] = [];
  for (const item of items) {
    const last = merged[merged.length - 1];
    if (last?.type === 'text' && item.type === 'text' && marksOf(last) === marksOf(item)) {
      merged[merged.length - 1] = {
        ...last,
        text: `${last.text}${item.text}`.replace(/ {2,}/g, ' '),
      };
    } else {
      merged.push(item);
    }
  }
  const first = merged[0];
  if (first?.type === 'text') merged[0] = { ...first, text: first.text.trimStart() };
  const last = merged[merged.length - 1];
  if (last?.type === 'text') merged[merged.length - 1] = { ...last, text: last.text.trimEnd() };
  return merged.filter((item) => item.type === 'link' || item.text !== '');
}

const marksOf = ({ text: _text, type: _type, ...marks }: TextNode) =>
  Object.keys(marks).sort().join();

export function textOf(node: Node): string {
  if (node.type === 'text') return node.data ?? '';
  if (DROPPED.has(node.name ?? '')) return '';
  if (node.name === 'br') return '\n';
  return (node.children ?? []).map(textOf).join('');
}
