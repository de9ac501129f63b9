import type { Link, Paragraph } from './types';

type Block = Omit<Paragraph, 'start'>;
type BlockNode = {
  type?: unknown;
  level?: unknown;
  text?: unknown;
  url?: unknown;
  image?: { alternativeText?: unknown; name?: unknown } | null;
  children?: unknown;
};

const isNode = (value: unknown): value is BlockNode => typeof value === 'object' && value !== null;
const childrenOf = (node: BlockNode): BlockNode[] =>
  Array.isArray(node.children) ? node.children.filter(isNode) : [];

type Picture = { alt: string; name: string };

/** Plain blocks of Strapi's blocks format. What is no legal node is passed over. */
export function readBlocks(value: unknown): { blocks: Block[]; links: Link[]; images: Picture[] } {
  const links: Link[] = [];
  const images: Picture[] = [];
  const blocks: Block[] = [];

  const textOf = (node: BlockNode): string => {
    if (typeof node.text === 'string') return node.text;
    const text = childrenOf(node).map(textOf).join('');
    if (node.type === 'link') links.push({ href: asText(node.url), text });
    return text;
  };
  const add = (block: Block) => {
    if (block.text.trim() !== '') blocks.push(block);
  };
  const readList = (list: BlockNode) => {
    for (const child of childrenOf(list)) {
      if (child.type === 'list') readList(child);
      else add({ kind: 'item', text: textOf(child) });
    }
  };

  for (const node of Array.isArray(value) ? value.filter(isNode) : []) {
    if (node.type === 'list') readList(node);
    else if (node.type === 'image') {
      images.push({ alt: asText(node.image?.alternativeText), name: asText(node.image?.name) });
    } else if (node.type === 'heading') {
      const level = typeof node.level === 'number' ? node.level : 2;
      add({ kind: 'heading', level, text: textOf(node) });
    } else if (node.type === 'quote') add({ kind: 'quote', text: textOf(node) });
    else if (node.type !== 'code') add({ kind: 'paragraph', text: textOf(node) });
  }
  return { blocks, links, images };
}

const asText = (value: unknown) => (typeof value === 'string' ? value : '');
