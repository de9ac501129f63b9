import { createHash } from 'node:crypto';
import { isObject, type Doc, type FieldShape, type Shape } from './shape';

/**
 * One form for what means the same: keys sorted, texts in Unicode NFC, no ids and timestamps of
 * rows. Absent stays apart from null: an absent field is one that the other side did not send.
 */
export function canonicalize(value: unknown): unknown {
  if (typeof value === 'string') return value.normalize('NFC');
  if (Array.isArray(value)) return value.map((item) => canonicalize(item ?? null));
  if (!isObject(value)) return value;
  const entries = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .map(([key, item]) => [key, canonicalize(item)] as const)
    .sort(([left], [right]) => (left < right ? -1 : 1));
  return Object.fromEntries(entries);
}

/** SHA-256 of the canonical form. */
export function hashOf(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(canonicalize(value ?? null)))
    .digest('hex');
}

export const isSame = (left: unknown, right: unknown): boolean =>
  left === right || hashOf(left) === hashOf(right);

/** Only what `shape` knows, and in its canonical form. */
export function canonicalDoc(doc: Doc, shape: Shape): Doc {
  const entries = Object.entries(shape)
    .filter(([name]) => doc[name] !== undefined)
    .map(([name, field]) => [name, canonicalField(doc[name], field)] as const);
  return canonicalize(Object.fromEntries(entries)) as Doc;
}

function canonicalField(value: unknown, field: FieldShape): unknown {
  if (value === null) return field.kind === 'components' || field.kind === 'zone' ? [] : null;
  switch (field.kind) {
    case 'component':
      return isObject(value) ? completeDoc(value, field.fields ?? {}) : null;
    case 'components':
      return toList(value).map((item) => completeDoc(item, field.fields ?? {}));
    case 'zone':
      return toList(value).map((item) => {
        const component = String(item.__component);
        return {
          __component: component,
          ...completeDoc(item, field.components?.[component] ?? {}),
        };
      });
    case 'scalar':
      return canonicalScalar(value, field.type);
    default:
      return value;
  }
}

/** In a component every field is there: both sides write it as a whole. */
function completeDoc(doc: Doc, shape: Shape): Doc {
  const entries = Object.entries(shape).map(
    ([name, field]) => [name, canonicalField(doc[name] ?? null, field)] as const,
  );
  return Object.fromEntries(entries);
}

const toList = (value: unknown): Doc[] => (Array.isArray(value) ? value.filter(isObject) : []);

function canonicalScalar(value: unknown, type: string): unknown {
  switch (type) {
    case 'datetime':
    case 'timestamp': {
      const date = new Date(String(value));
      return Number.isNaN(date.getTime()) ? null : date.toISOString();
    }
    case 'date':
      return (value instanceof Date ? value.toISOString() : String(value)).slice(0, 10);
    case 'time':
      return String(value).slice(0, 8);
    case 'integer':
    case 'float':
    case 'decimal': {
      const number = Number(value);
      return Number.isFinite(number) ? number : null;
    }
    case 'biginteger':
      return String(value);
    case 'boolean':
      return Boolean(value);
    default:
      return value;
  }
}
