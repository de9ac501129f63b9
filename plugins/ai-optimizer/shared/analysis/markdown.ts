import type { Link, Paragraph } from './types';

type Block = Omit<Paragraph, 'start'>;

const LINK = /!?\[([^\]]*)\]\(\s*<?([^)\s>]*)>?[^)]*\)/g;
const AUTO_LINK = /<(https?:\/\/[^>\s]+)>/g;

/** Plain blocks of a Markdown text, with its links; enough of CommonMark for prose. */
export function readMarkdown(source: string): { blocks: Block[]; links: Link[]; images: string[] } {
  const links: Link[] = [];
  const images: string[] = [];
  const blocks: Block[] = [];
  let open: string[] = [];
  let isCode = false;

  const plain = (text: string) =>
    text
      .replace(LINK, (whole, label: string, href: string) => {
        if (whole.startsWith('!')) images.push(label);
        else links.push({ href, text: label });
        return whole.startsWith('!') ? '' : label;
      })
      .replace(AUTO_LINK, (_whole, href: string) => {
        links.push({ href, text: href });
        return href;
      })
      .replace(/<[^>]{1,500}>/g, '')
      .replace(/(\*\*|__|~~|`)(.+?)\1/g, '$2')
      .replace(/(^|[\s(])[*_](.+?)[*_](?=[\s).,;:!?]|$)/g, '$1$2')
      .trim();
  const add = (block: Block) => {
    const text = plain(block.text);
    if (text !== '') blocks.push({ ...block, text });
  };
  const close = () => {
    if (open.length > 0) add({ kind: 'paragraph', text: open.join(' ') });
    open = [];
  };

  for (const line of source.split(/\r?\n/)) {
    if (/^\s*(```|~~~)/.test(line)) {
      close();
      isCode = !isCode;
      continue;
    }
    if (isCode) continue;
    const heading = /^\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*$/.exec(line);
    const item = /^\s*(?:[-*+]|\d{1,4}[.)])\s+(.*)$/.exec(line);
    const quote = /^\s{0,3}>\s?(.*)$/.exec(line);
    if (line.trim() === '' || /^\s*([-*_])(\s*\1){2,}\s*$/.test(line)) close();
    else if (heading) {
      close();
      add({ kind: 'heading', level: heading[1]?.length, text: heading[2] ?? '' });
    } else if (item) {
      close();
      add({ kind: 'item', text: item[1] ?? '' });
    } else if (quote) {
      close();
      add({ kind: 'quote', text: quote[1] ?? '' });
    } else open.push(line.trim());
  }
  close();
  return { blocks, links, images };
}
