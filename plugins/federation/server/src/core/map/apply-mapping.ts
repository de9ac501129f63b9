import type { FieldMapping, Step, TypeMapping } from '../../../../shared/contracts/mappings';
import { isEmpty, isObject, type FieldShape, type Shape } from '../shape';
import { toField } from './to-field';

/** A value that only the database or the network can turn into the real one. */
export type Wanted =
  | { kind: 'remote'; type: string; id: string }
  | { kind: 'lookup'; uid: string; field: string; value: string }
  | { kind: 'media'; url: string; version: string; name: string; alt: string | null };

/** A mapped record: plain values, and what is still to be resolved, by field. */
export type Mapped = { values: Record<string, unknown>; wanted: Record<string, Wanted[]> };

export function applyMapping(record: unknown, mapping: TypeMapping, shape: Shape): Mapped {
  const mapped: Mapped = { values: {}, wanted: {} };
  for (const fieldMapping of mapping.fields) {
    const field = shape[fieldMapping.field];
    if (!field) continue;
    const value = valueOf(record, fieldMapping);
    if (value === undefined) continue;
    const lookup = fieldMapping.steps.find((step) => step.op === 'lookup');
    if (isReference(field)) {
      mapped.wanted[fieldMapping.field] = wantedOf(value, field, lookup?.field);
    } else {
      mapped.values[fieldMapping.field] = toField(value, field);
    }
  }
  return mapped;
}

const isReference = ({ kind }: FieldShape) =>
  kind === 'relation' || kind === 'relations' || kind === 'media' || kind === 'medias';

function valueOf(record: unknown, { from, steps }: FieldMapping): unknown {
  let value = from ? readPath(record, from) : undefined;
  for (const step of steps) value = applyStep(value, step, record);
  return value;
}

/** `a.b.0.c`; a list in between gives a list of what its entries have. */
export function readPath(record: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => {
    if (Array.isArray(value)) {
      return /^\d+$/.test(key)
        ? value[Number(key)]
        : value.map((item) => readPath(item, key)).filter((item) => item !== undefined);
    }
    return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  }, record);
}

function applyStep(value: unknown, step: Step, record: unknown): unknown {
  switch (step.op) {
    case 'const':
      return step.value;
    case 'template':
      return step.text.replace(/\{([\w.-]+)\}/g, (_place, path: string) =>
        toText(readPath(record, path)),
      );
    case 'default':
      return isEmpty(value) ? step.value : value;
    case 'date': {
      if (isEmpty(value)) return null;
      const date = new Date(
        typeof value === 'number' && value < 1e11 ? value * 1000 : toText(value),
      );
      return Number.isNaN(date.getTime()) ? null : date.toISOString();
    }
    case 'slug':
      return value === undefined ? undefined : slugify(toText(value));
    case 'html-to-blocks':
    case 'html-to-markdown':
    case 'html-to-text':
      return value == null ? value : { [step.op]: toText(value) };
    case 'split':
      return typeof value === 'string'
        ? value
            .split(step.separator)
            .map((part) => part.trim())
            .filter(Boolean)
        : value;
    case 'lookup':
      return value;
  }
}

export function toText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.map(toText).filter(Boolean).join(', ');
  return JSON.stringify(value);
}

export const slugify = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/ß/g, 'ss')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80);

function wantedOf(value: unknown, field: FieldShape, lookupField?: string): Wanted[] {
  const list = (Array.isArray(value) ? value : [value]).filter((item) => !isEmpty(item));
  const wanted = list.flatMap((item): Wanted[] => {
    if (field.kind === 'media' || field.kind === 'medias') return mediaOf(item);
    const uid = field.target ?? '';
    if (lookupField) return [{ kind: 'lookup', uid, field: lookupField, value: toText(item) }];
    const id = isObject(item) ? item.documentId : item;
    return typeof id === 'string' ? [{ kind: 'remote', type: uid, id }] : [];
  });
  return field.kind === 'relation' || field.kind === 'media' ? wanted.slice(0, 1) : wanted;
}

function mediaOf(item: unknown): Wanted[] {
  if (typeof item === 'string')
    return [{ kind: 'media', url: item, version: '', name: '', alt: null }];
  if (!isObject(item) || typeof item.url !== 'string') return [];
  return [
    {
      kind: 'media',
      url: item.url,
      version: [item.hash, item.updatedAt, item.size].map(toText).join(),
      name: toText(item.name),
      alt: typeof item.alternativeText === 'string' ? item.alternativeText : null,
    },
  ];
}
