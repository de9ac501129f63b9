import { readBlocks } from './blocks';
import { readMarkdown } from './markdown';
import { MAX_CHARACTERS } from './text';
import type { Attribute, Attributes, ContentNode, ContentSchema, Paragraph, Role } from './types';

const TITLE = /^(title|name|headline|heading)$/i;
const META_TITLE = /^(meta|seo|og)_?title$/i;
const META_DESCRIPTION = /^(meta|seo|og)_?description$/i;
const SUMMARY = /^(summary|excerpt|intro|lead|teaser|abstract|description)$/i;
/** Strings that are no prose. */
const NO_PROSE = /(^|_)(url|href|link|color|icon|code|id|key|token|email|phone|path)$/i;
const MAX_DEPTH = 6;

type Values = Record<string, unknown>;
const isObject = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const asText = (value: unknown) => (typeof value === 'string' ? value : '');

/** The attribute that names an entry: `title`, else `name`, else its first short text. */
export function titleAttribute(attributes: Attributes): string | undefined {
  const strings = Object.keys(attributes).filter((name) => attributes[name]?.type === 'string');
  return strings.find((name) => TITLE.test(name)) ?? strings[0];
}

/**
 * Every text of an entry as a node with its path: fields, rich texts, components, repeatable
 * ones, dynamic zones, alternative texts of media, titles of related entries.
 */
export function extract(document: unknown, schema: ContentSchema): ContentNode[] {
  const nodes: ContentNode[] = [];
  let left = MAX_CHARACTERS;

  const add = (
    node: Omit<ContentNode, 'text' | 'paragraphs'>,
    blocks: Omit<Paragraph, 'start'>[],
  ) => {
    let text = '';
    const paragraphs: Paragraph[] = [];
    for (const block of blocks) {
      if (left <= 0) break;
      const kept = block.text.slice(0, left);
      left -= kept.length;
      if (text !== '') text += '\n\n';
      paragraphs.push({ ...block, text: kept, start: text.length });
      text += kept;
    }
    nodes.push({ ...node, text, paragraphs });
  };

  const addImages = (path: string, images: { alt: string; name: string }[]) =>
    images.forEach(({ alt, name }, index) =>
      nodes.push({
        path: `${path}.${index}`,
        kind: 'media',
        role: 'alt',
        text: alt,
        paragraphs: [],
        links: [],
        name,
      }),
    );

  const readField = (field: Field) => {
    const { value, attribute, path, role } = field;
    const base = { path, role, links: [] };
    if (attribute.type === 'string' || attribute.type === 'uid' || attribute.type === 'text') {
      const kind = attribute.type === 'text' ? 'text' : 'string';
      const parts = asText(value)
        .split(/\n{2,}/)
        .filter((part) => part.trim() !== '');
      const isHeading = role === 'body' && kind === 'string' && field.isHeading;
      add(
        { ...base, kind },
        parts.map((text) =>
          isHeading ? { kind: 'heading', level: 2, text } : { kind: 'paragraph', text },
        ),
      );
    } else if (attribute.type === 'richtext') {
      const { blocks, links, images } = readMarkdown(asText(value).slice(0, MAX_CHARACTERS));
      add({ ...base, kind: 'markdown', links }, blocks);
      addImages(
        path,
        images.map((alt) => ({ alt, name: '' })),
      );
    } else if (attribute.type === 'blocks') {
      const { blocks, links, images } = readBlocks(value);
      add({ ...base, kind: 'blocks', links }, blocks);
      addImages(path, images);
    }
  };

  const readMedia = (value: unknown, path: string) => {
    const files = (Array.isArray(value) ? value : [value]).filter(isObject);
    for (const [index, file] of files.entries()) {
      if (file.mime !== undefined && !asText(file.mime).startsWith('image/')) continue;
      nodes.push({
        path: Array.isArray(value) ? `${path}.${index}` : path,
        kind: 'media',
        role: 'alt',
        text: asText(file.alternativeText),
        paragraphs: [],
        links: [],
        name: asText(file.name),
      });
    }
  };

  const readRelation = (value: unknown, path: string) => {
    const entries = (Array.isArray(value) ? value : [value]).filter(isObject);
    for (const [index, entry] of entries.entries()) {
      const text = asText(entry.title) || asText(entry.name);
      if (text === '') continue;
      const at = Array.isArray(value) ? `${path}.${index}` : path;
      nodes.push({ path: at, kind: 'relation', role: 'relation', text, paragraphs: [], links: [] });
    }
  };

  const readComponent = (value: unknown, uid: string | undefined, path: string, depth: number) => {
    const attributes = uid === undefined ? undefined : schema.components[uid];
    if (attributes && isObject(value))
      readAttributes(value, attributes, { path: `${path}.`, depth });
  };

  const readAttributes = (
    values: Values,
    attributes: Attributes,
    { path: prefix, depth }: { path: string; depth: number },
  ) => {
    if (depth > MAX_DEPTH) return;
    const title = depth === 0 ? titleAttribute(attributes) : undefined;
    for (const [name, attribute] of Object.entries(attributes)) {
      const value = values[name];
      const path = `${prefix}${name}`;
      if (attribute.type === 'media') readMedia(value, path);
      else if (attribute.type === 'relation') readRelation(value, path);
      else if (attribute.type === 'component') {
        const items = attribute.repeatable ? (Array.isArray(value) ? value : []) : [value];
        items.forEach((item, index) =>
          readComponent(
            item,
            attribute.component,
            attribute.repeatable ? `${path}.${index}` : path,
            depth + 1,
          ),
        );
      } else if (attribute.type === 'dynamiczone') {
        (Array.isArray(value) ? value : []).forEach((item: unknown, index) => {
          const uid = isObject(item) ? asText(item.__component) : undefined;
          readComponent(item, uid, `${path}.${index}`, depth + 1);
        });
      } else {
        const role = roleOf(name, attribute, { isTitle: name === title, depth });
        if (role) readField({ value, attribute, path, role, isHeading: TITLE.test(name) });
      }
    }
  };

  if (isObject(document)) readAttributes(document, schema.attributes, { path: '', depth: 0 });
  return nodes;
}

type Field = { value: unknown; attribute: Attribute; path: string; role: Role; isHeading: boolean };

function roleOf(
  name: string,
  attribute: Attribute,
  { isTitle, depth }: { isTitle: boolean; depth: number },
): Role | null {
  if (attribute.type === 'uid' || (name === 'slug' && attribute.type === 'string')) return 'slug';
  if (META_TITLE.test(name)) return 'metaTitle';
  if (META_DESCRIPTION.test(name)) return 'metaDescription';
  if (isTitle) return 'title';
  if (attribute.type === 'string' && NO_PROSE.test(name)) return null;
  if (depth === 0 && SUMMARY.test(name)) return 'summary';
  return ['string', 'text', 'richtext', 'blocks'].includes(attribute.type) ? 'body' : null;
}
