import { htmlToBlocks, type Block, type Inline } from './to-blocks';

/** HTML as plain text: paragraphs become lines. */
export const htmlToText = (html: string): string =>
  htmlToBlocks(html).map(blockText).join('\n').trim();

function blockText(block: Block): string {
  if (block.type === 'list') return block.children.map((item) => `• ${blockText(item)}`).join('\n');
  return block.children.map(inlineText).join('');
}

const inlineText = (item: Inline): string =>
  item.type === 'link' ? item.children.map(({ text }) => text).join('') : item.text;

/** HTML as Markdown, by way of blocks, so that only what blocks can hold gets through. */
export const htmlToMarkdown = (html: string): string =>
  htmlToBlocks(html)
    .map((block) => blockMarkdown(block, 0))
    .join('\n\n')
    .trim();

function blockMarkdown(block: Block, depth: number): string {
  switch (block.type) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${inlineMarkdown(block.children)}`;
    case 'quote':
      return inlineMarkdown(block.children).replace(/^/gm, '> ');
    case 'code':
      return `\`\`\`\n${block.children.map(inlineText).join('')}\n\`\`\``;
    case 'list':
      return block.children
        .map((item, index) => {
          if (item.type === 'list') return blockMarkdown(item, depth + 1);
          const bullet = block.format === 'ordered' ? `${index + 1}.` : '-';
          return `${'  '.repeat(depth)}${bullet} ${blockMarkdown(item, depth)}`;
        })
        .join('\n');
    default:
      return inlineMarkdown(block.children);
  }
}

const inlineMarkdown = (items: Inline[]): string =>
  items
    .map((item) => {
      if (item.type === 'link') return `[${inlineMarkdown(item.children)}](${item.url})`;
      const { text, bold, italic, code } = item;
      if (text.trim() === '') return text;
      if (code) return `\`${text}\``;
      const marked = italic ? `*${escapeMarkdown(text)}*` : escapeMarkdown(text);
      return bold ? `**${marked}**` : marked;
    })
    .join('');

const escapeMarkdown = (text: string) => text.replace(/([\\`*_[\]<>])/g, '\\$1');
