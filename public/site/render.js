import { el, safeHref } from './dom.js';

/** Leaves of Strapi's blocks: text with its marks, and links. */
function inline(node) {
  if (node.type === 'link') {
    return el('a', { href: safeHref(node.url) }, node.children.map(inline));
  }
  const marks = [
    ['code', 'code'],
    ['bold', 'strong'],
    ['italic', 'em'],
    ['underline', 'u'],
    ['strikethrough', 's'],
  ];
  return marks.reduce(
    (inner, [mark, tag]) => (node[mark] ? el(tag, {}, inner) : inner),
    node.text ?? '',
  );
}

const inlines = (block) => (block.children ?? []).map(inline);

const BLOCKS = {
  paragraph: (block) => el('p', {}, inlines(block)),
  heading: (block) => el(`h${Math.min(6, Math.max(2, block.level ?? 2))}`, {}, inlines(block)),
  quote: (block) => el('blockquote', {}, inlines(block)),
  code: (block) => el('pre', {}, el('code', {}, inlines(block))),
  image: (block) =>
    el('figure', {}, el('img', { src: block.image.url, alt: block.image.alternativeText ?? '' })),
  'list-item': (block) => el('li', {}, inlines(block)),
  list: (block) =>
    el(block.format === 'ordered' ? 'ol' : 'ul', {}, block.children.map(renderBlock)),
};

/** What this page does not know yet is shown as its text. */
const renderBlock = (block) => (BLOCKS[block.type] ?? BLOCKS.paragraph)(block);

export const renderBlocks = (blocks) => (blocks ?? []).map(renderBlock);

/** Paragraphs of a Markdown text; its marks stay as they were written. */
const plain = (text) => text.split(/\n{2,}/).map((part) => el('p', {}, part));

const SECTIONS = {
  'sections.text': ({ heading, text }) => [heading && el('h2', {}, heading), plain(text)],
  'sections.quote': ({ text, source }) =>
    el('blockquote', {}, el('p', {}, text), source && el('footer', {}, source)),
  'sections.gallery': ({ caption, images }) =>
    el('figure', {}, (images ?? []).map(image), caption && el('figcaption', {}, caption)),
  'sections.call-to-action': ({ heading, text, link }) =>
    el(
      'div',
      { class: 'box' },
      el('h2', {}, heading),
      text && el('p', {}, text),
      link && el('a', { class: 'button', href: safeHref(link.url) }, link.label),
    ),
};

export const renderSections = (sections) =>
  (sections ?? []).map((section) => SECTIONS[section.__component]?.(section));

export function image(file, isFirst = false) {
  if (!file) return null;
  const { url, alternativeText, width, height } = file;
  return el('img', {
    src: file.formats?.medium?.url ?? url,
    alt: alternativeText ?? '',
    width,
    height,
    loading: isFirst ? undefined : 'lazy',
  });
}
