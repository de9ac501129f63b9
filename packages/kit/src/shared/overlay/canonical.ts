import { createHash } from 'node:crypto';
import { kindOf } from './kinds';
import type { OverlayAttribute, OverlayAttributes, OverlaySchema, Row } from './types';

/*
 * The canonical form of a value is what it says, without what Strapi needs to store it: no row
 * ids (publishing makes new rows), relations as documentIds, media as file ids, empty fields of a
 * component left out, so that an attribute added to it later changes no hash.
 */

type Canonical = { value: unknown; attribute: OverlayAttribute; schema: OverlaySchema };

export function canonicalOf(name: string, { value, attribute, schema }: Canonical): unknown {
  switch (kindOf(name, attribute)) {
    case 'scalar':
      return canonicalScalar(value, attribute.type);
    case 'media':
      return fileIdOf(value);
    case 'media-list':
      return asList(value).map(fileIdOf).filter(isSomething);
    case 'relation':
      return documentIdOf(value);
    case 'relation-list':
      return asList(value).map(documentIdOf).filter(isSomething);
    case 'component': {
      const attributes = schema.component(attribute.component ?? '');
      return isRow(value) && attributes ? canonicalItem(value, attributes, schema) : null;
    }
    case 'component-list':
      return asRows(value).map((item) =>
        canonicalItem(item, schema.component(attribute.component ?? '') ?? {}, schema),
      );
    case 'zone':
      return asRows(value).map((item) => canonicalZoneItem(item, schema));
    case null:
      return null;
  }
}

/** A component without row id and empty fields. */
export function canonicalItem(
  item: Row,
  attributes: OverlayAttributes,
  schema: OverlaySchema,
): Row {
  const canonical: Row = {};
  for (const [name, attribute] of Object.entries(attributes)) {
    if (kindOf(name, attribute) === null) continue;
    const value = canonicalOf(name, { value: item[name], attribute, schema });
    if (!isEmpty(value)) canonical[name] = value;
  }
  return canonical;
}

export function canonicalZoneItem(item: Row, schema: OverlaySchema): Row {
  const component = String(item.__component);
  const fields = canonicalItem(item, schema.component(component) ?? {}, schema);
  return { __component: component, ...fields };
}

/** 128 bits of SHA-256 over JSON with sorted keys. */
export function contentHash(canonical: unknown): string {
  return createHash('sha256').update(stableJson(canonical)).digest('hex').slice(0, 32);
}

export const isSame = (one: unknown, other: unknown): boolean =>
  stableJson(one) === stableJson(other);

/** JSON with sorted keys; what is undefined counts as null. */
export function stableJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(stableJson).join(',')}]`;
  if (isRow(value) && typeof value.toJSON !== 'function') {
    const members = Object.keys(value)
      .sort()
      .filter((key) => value[key] !== undefined)
      .map((key) => `${JSON.stringify(key)}:${stableJson(value[key])}`);
    return `{${members.join(',')}}`;
  }
  return JSON.stringify(value ?? null);
}

/** Databases and forms spell the same number or moment differently. */
function canonicalScalar(value: unknown, type: string): unknown {
  if (value === undefined || value === null) return null;
  switch (type) {
    case 'integer':
    case 'float':
    case 'decimal':
      return Number(value);
    case 'biginteger':
      return typeof value === 'string' ? value : Number(value).toFixed(0);
    case 'boolean':
      return value === true || value === 1 || value === 'true';
    case 'datetime':
    case 'timestamp': {
      const moment = new Date(value as string);
      return Number.isNaN(moment.getTime()) ? value : moment.toISOString();
    }
    case 'date':
      return typeof value === 'string' ? value.slice(0, 10) : value;
    case 'time':
      return typeof value === 'string' ? value.split('.')[0] : value;
    default:
      return value;
  }
}

/** A file as Strapi's form sends it (object) or as an API client does (id). */
export function fileIdOf(value: unknown): number | null {
  const id = isRow(value) ? value.id : value;
  const number = typeof id === 'string' ? Number(id) : id;
  return typeof number === 'number' && Number.isInteger(number) ? number : null;
}

export function documentIdOf(value: unknown): string | null {
  const id = isRow(value) ? value.documentId : value;
  return typeof id === 'string' && id !== '' ? id : null;
}

export const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const asList = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : isSomething(value) ? [value] : [];

export const asRows = (value: unknown): Row[] => asList(value).filter(isRow);

const isSomething = (value: unknown) => value !== null && value !== undefined;

const isEmpty = (value: unknown) => !isSomething(value) || (Array.isArray(value) && !value.length);
