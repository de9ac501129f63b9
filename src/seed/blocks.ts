/** The part of Strapi's blocks format that the demo's texts use. */
type Inline =
  | { type: 'text'; text: string; bold?: true; italic?: true }
  | { type: 'link'; url: string; children: Inline[] };

type Item = { type: 'list-item'; children: Inline[] };

export type Block =
  | { type: 'paragraph' | 'quote'; children: Inline[] }
  | { type: 'heading'; level: number; children: Inline[] }
  | { type: 'list'; format: 'ordered' | 'unordered'; children: Item[] };

const MARKS = /\*\*(.+?)\*\*|\*(.+?)\*|\[(.+?)\]\((.+?)\)/g;

const inline = (source: string): Inline[] => {
  const parts: Inline[] = [];
  const addText = (text: string) => {
    if (text) parts.push({ type: 'text', text });
  };
  let end = 0;
  for (const match of source.matchAll(MARKS)) {
    const [whole, bold, italic, label, url] = match;
    addText(source.slice(end, match.index));
    if (bold) parts.push({ type: 'text', text: bold, bold: true });
    else if (italic) parts.push({ type: 'text', text: italic, italic: true });
    else if (label && url) {
      parts.push({ type: 'link', url, children: [{ type: 'text', text: label }] });
    }
    end = match.index + whole.length;
  }
  addText(source.slice(end));
  return parts;
};

const listOf = (lines: string[], bullet: RegExp, format: 'ordered' | 'unordered'): Block => ({
  type: 'list',
  format,
  children: lines.map((line) => ({
    type: 'list-item',
    children: inline(line.replace(bullet, '')),
  })),
});

const BULLET = /^- /;
const NUMBER = /^\d+\. /;
const HEADING = /^(#{2,6}) /;

const toBlock = (paragraph: string): Block => {
  const lines = paragraph.split('\n');
  if (lines.every((line) => BULLET.test(line))) return listOf(lines, BULLET, 'unordered');
  if (lines.every((line) => NUMBER.test(line))) return listOf(lines, NUMBER, 'ordered');
  const heading = HEADING.exec(paragraph);
  if (heading?.[1]) {
    const level = heading[1].length;
    return { type: 'heading', level, children: inline(paragraph.slice(level + 1)) };
  }
  if (paragraph.startsWith('> ')) return { type: 'quote', children: inline(paragraph.slice(2)) };
  return { type: 'paragraph', children: inline(lines.join(' ')) };
};

/** Small Markdown (headings, lists, quotes, bold, italic, links) as Strapi blocks. */
export const toBlocks = (markdown: string): Block[] =>
  markdown
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean)
    .map(toBlock);
