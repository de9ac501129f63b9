import { sanitizeBlocks, sanitizeMarkdown } from '../html/sanitize';
import { htmlToBlocks } from '../html/to-blocks';
import { htmlToMarkdown, htmlToText } from '../html/to-text';
import { isEmpty, isObject, type Doc, type FieldShape } from '../shape';
import { toText } from './apply-mapping';

/** A value from outside in the form that the field here takes; null where it does not fit. */
export function toField(value: unknown, field: FieldShape): unknown {
  const html = htmlOf(value);
  if (html !== null) return fromHtml(html, field);
  if (value === null) return null;
  switch (field.kind) {
    case 'blocks':
      return Array.isArray(value) ? sanitizeBlocks(value) : fromText(toText(value));
    case 'text':
      return shorten(sanitizeMarkdown(toText(value)), field);
    case 'json':
      return value;
    case 'component':
      return isObject(value) ? toComponent(value, field.fields ?? {}) : null;
    case 'components':
      return list(value).map((item) => toComponent(item, field.fields ?? {}));
    case 'zone':
      return list(value).flatMap((item) => {
        const component = toText(item.__component);
        const fields = field.components?.[component];
        return fields ? [{ __component: component, ...toComponent(item, fields) }] : [];
      });
    default:
      return toScalar(value, field);
  }
}

const HTML_STEPS = ['html-to-blocks', 'html-to-markdown', 'html-to-text'] as const;

/** The HTML steps leave a note of what the text is; the field decides what becomes of it. */
function htmlOf(value: unknown): string | null {
  if (!isObject(value)) return null;
  const step = HTML_STEPS.find((name) => typeof value[name] === 'string');
  return step ? (value[step] as string) : null;
}

function fromHtml(html: string, field: FieldShape): unknown {
  if (field.kind === 'blocks') return htmlToBlocks(html);
  if (field.type === 'richtext') return htmlToMarkdown(html);
  return shorten(htmlToText(html), field);
}

const fromText = (text: string) =>
  text
    .split(/\n{2,}/)
    .filter((part) => part.trim() !== '')
    .map((part) => ({ type: 'paragraph', children: [{ type: 'text', text: part }] }));

const list = (value: unknown): Doc[] => (Array.isArray(value) ? value : [value]).filter(isObject);

/** Pictures and relations inside components are left out: they would need ids of this side. */
function toComponent(value: Doc, fields: Record<string, FieldShape>): Doc {
  const entries = Object.entries(fields).map(
    ([name, field]) =>
      [name, value[name] === undefined ? null : toField(value[name], field)] as const,
  );
  return Object.fromEntries(entries);
}

function toScalar(value: unknown, field: FieldShape): unknown {
  switch (field.type) {
    case 'integer':
    case 'float':
    case 'decimal': {
      const number = typeof value === 'number' ? value : Number.parseFloat(toText(value));
      if (!Number.isFinite(number)) return null;
      return field.type === 'integer' ? Math.round(number) : number;
    }
    case 'biginteger':
      return /^-?\d+$/.test(toText(value)) ? toText(value) : null;
    case 'boolean':
      return typeof value === 'boolean' ? value : /^(true|yes|1|on)$/i.test(toText(value));
    case 'datetime':
    case 'date':
    case 'timestamp': {
      const date = new Date(toText(value));
      if (isEmpty(value) || Number.isNaN(date.getTime())) return null;
      return field.type === 'date' ? date.toISOString().slice(0, 10) : date.toISOString();
    }
    case 'enumeration': {
      const text = toText(value);
      return field.enum?.find((option) => option.toLowerCase() === text.toLowerCase()) ?? null;
    }
    default:
      return shorten(toText(value), field);
  }
}

function shorten(text: string, { maxLength }: FieldShape): string {
  if (maxLength === undefined || text.length <= maxLength) return text;
  return `${text.slice(0, Math.max(0, maxLength - 1)).trimEnd()}…`;
}
