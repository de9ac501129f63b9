import { Parser } from 'htmlparser2';
import { isObject } from '../shape';
import { isSafeUrl } from './safe-url';

/** Elements that act, load or take over the page; with what is inside them. */
const FORBIDDEN = new Set([
  'script',
  'style',
  'iframe',
  'object',
  'embed',
  'form',
  'svg',
  'math',
  'template',
  'base',
  'meta',
  'link',
  'frame',
  'frameset',
  'applet',
  'noscript',
  'textarea',
  'button',
  'input',
]);
const VOID = new Set(['base', 'meta', 'link', 'frame', 'input', 'embed']);

const ADDRESSES = new Set(['href', 'src', 'action', 'formaction', 'poster', 'background']);

/**
 * Markdown from outside: what acts is cut out, every other character stays as it is (a sanitiser
 * for HTML would turn the `>` of a quote into `&gt;`).
 */
export function sanitizeMarkdown(text: string): string {
  const cuts: [from: number, to: number][] = [];
  const open: { name: string; from: number }[] = [];
  const parser: Parser = new Parser({
    onopentag(name, attributes) {
      const from = parser.startIndex;
      if (FORBIDDEN.has(name)) {
        if (VOID.has(name)) cuts.push([from, parser.endIndex + 1]);
        else open.push({ name, from });
      } else if (Object.entries(attributes).some(([key, value]) => isDangerous(key, value))) {
        cuts.push([from, parser.endIndex + 1]);
      }
    },
    onclosetag(name, isImplied) {
      const at = open.findLastIndex((element) => element.name === name);
      const [element] = at < 0 ? [] : open.splice(at);
      if (element) cuts.push([element.from, isImplied ? text.length : parser.endIndex + 1]);
    },
  });
  parser.end(text);
  return disarmLinks(without(text, cuts));
}

const isDangerous = (name: string, value: string) =>
  name.startsWith('on') || name === 'style' || (ADDRESSES.has(name) && !isSafeUrl(value));

function without(text: string, cuts: [number, number][]): string {
  let result = '';
  let at = 0;
  for (const [from, to] of cuts.sort(([left], [right]) => left - right)) {
    if (from > at) result += text.slice(at, from);
    at = Math.max(at, to);
  }
  return result + text.slice(at);
}

/** `[text](javascript:…)`, `<javascript:…>` and `[name]: javascript:…`. */
const disarmLinks = (text: string) =>
  text.replace(
    /(\]\(\s*<?|^\s*\[[^\]\n]+\]:\s*<?|<)(\s*(?:javascript|vbscript|data|file)\s*:[^\s)>]*)/gim,
    (_match, before: string) => `${before}#`,
  );

const BLOCK_TYPES = new Set([
  'paragraph',
  'heading',
  'list',
  'list-item',
  'quote',
  'code',
  'image',
  'link',
  'text',
]);

/** Blocks from outside: known nodes only, links that lead somewhere. Anything else is dropped. */
export function sanitizeBlocks(value: unknown, depth = 0): unknown[] {
  if (!Array.isArray(value) || depth > 20) return [];
  return value.filter(isObject).flatMap((node): unknown[] => {
    const type = String(node.type);
    if (!BLOCK_TYPES.has(type)) return [];
    if (type === 'text') {
      const { text, ...marks } = node;
      const kept = Object.entries(marks).filter(([, mark]) => typeof mark === 'boolean');
      return [{ ...Object.fromEntries(kept), type, text: typeof text === 'string' ? text : '' }];
    }
    const children = sanitizeBlocks(node.children, depth + 1);
    if (type === 'link' && !isSafeUrl(String(node.url))) return children;
    return [{ ...node, children }];
  });
}
