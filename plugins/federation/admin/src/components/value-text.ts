type Node = { type?: unknown; text?: unknown; children?: unknown };

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

const textOfNode = (node: unknown): string => {
  if (!isNode(node)) return '';
  if (typeof node.text === 'string') return node.text;
  return Array.isArray(node.children) ? node.children.map(textOfNode).join('') : '';
};

/** A value of a field as a text that can be read and compared by words. */
export function valueText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) {
    const isBlocks = value.every((item) => isNode(item) && Array.isArray(item.children));
    return isBlocks
      ? value.map(textOfNode).join('\n\n')
      : value.map(valueText).filter(Boolean).join('\n');
  }
  return Object.entries(value)
    .filter(([, item]) => item !== null && item !== '')
    .map(([key, item]) => `${key}: ${valueText(item)}`)
    .join('\n');
}

/** Blocks of a plain text, one for each paragraph. */
export const textToBlocks = (text: string) =>
  text
    .split(/\n{2,}/)
    .filter((part) => part.trim() !== '')
    .map((part) => ({ type: 'paragraph', children: [{ type: 'text', text: part }] }));

/** Types whose value can be written in a text field. */
const WRITABLE = new Set(['string', 'text', 'richtext', 'uid', 'email', 'blocks']);
export const isWritable = (type: string) => WRITABLE.has(type);
