import { canonicalOf, contentHash, isRow } from './canonical';
import { kindOf, type OverlayKind } from './kinds';
import type { OverlayAttribute, OverlaySchema, Row } from './types';

export type Place = {
  /** The attribute of the entry. */
  top: string;
  topAttribute: OverlayAttribute;
  /** The field of a single component, when the path names one. */
  field: string | null;
  /** What the path points at. */
  attribute: OverlayAttribute;
  kind: OverlayKind;
};

/** What a path means in this schema; null when it cannot be overridden (any more). */
export function placeOf(path: string, schema: OverlaySchema): Place | null {
  const [top = '', field] = path.split('.');
  const topAttribute = schema.attributes[top];
  const topKind = kindOf(top, topAttribute);
  if (!topAttribute || !topKind) return null;
  if (field === undefined)
    return { top, topAttribute, field: null, attribute: topAttribute, kind: topKind };

  if (topKind !== 'component') return null;
  const attribute = schema.component(topAttribute.component ?? '')?.[field];
  const kind = kindOf(field, attribute);
  return attribute && kind ? { top, topAttribute, field, attribute, kind } : null;
}

/** The value there; undefined where a component that should hold it is missing. */
export function valueAt(row: Row, place: Place): unknown {
  if (place.field === null) return row[place.top];
  const component = row[place.top];
  return isRow(component) ? component[place.field] : undefined;
}

/** Null where the component that should hold the field is missing. */
export function hashAt(
  row: Row | null | undefined,
  place: Place,
  schema: OverlaySchema,
): string | null {
  if (!row) return null;
  if (place.field !== null && !isRow(row[place.top])) return null;
  const name = place.field ?? place.top;
  const value = valueAt(row, place);
  return contentHash(canonicalOf(name, { value, attribute: place.attribute, schema }));
}
