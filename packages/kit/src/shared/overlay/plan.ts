import { asList, asRows, canonicalItem, canonicalZoneItem, contentHash, isRow } from './canonical';
import { kindOf } from './kinds';
import { hashAt, placeOf, type Place } from './paths';
import type {
  OverlayAttribute,
  OverlayAttributes,
  OverlayChange,
  OverlayItem,
  OverlayListEntry,
  OverlaySchema,
  Row,
} from './types';

/*
 * A plan is a list of changes held against one version of the original: what is to be laid where,
 * and what has to be reviewed because the original changed below it. It names the original's
 * components by row id, so it can be laid on an answer that holds only a part of the entry.
 */

export type PlannedFields = Record<string, Planned>;

export type PlannedItem = {
  component: string;
  isZone: boolean;
  /** Row id of the original's component; null for a new one. */
  baseId: unknown;
  key: number;
  fields: PlannedFields;
};

/** `by` is the overlay it comes from. */
export type Planned = { by: string } & (
  | { kind: 'value'; value: unknown }
  | { kind: 'media'; many: boolean; refs: number[] }
  | { kind: 'relation'; many: boolean; target: string; refs: string[] }
  /** Some fields of a single component, whichever component is there. */
  | { kind: 'patch'; component: string; fields: PlannedFields }
  | { kind: 'item'; item: PlannedItem | null }
  | { kind: 'items'; items: PlannedItem[] }
);

export type OverlayPlan = { fields: PlannedFields; review: string[] };

type Source = { id: string; changes: readonly OverlayChange[] };

/** Holds one overlay's changes against a deeply populated version of its original. */
export function planOverlay(base: Row, source: Source, schema: OverlaySchema): OverlayPlan {
  const plan: OverlayPlan = { fields: {}, review: [] };
  for (const change of source.changes) {
    const place = placeOf(change.path, schema);
    const planned = place && planChange({ base, change, place, by: source.id, schema });
    if (planned) addTo(plan.fields, place, planned);
    else plan.review.push(change.path);
  }
  return plan;
}

/** Later overlays win; fields of a component add up. */
export function mergePlans(plans: readonly OverlayPlan[]): OverlayPlan {
  const merged: OverlayPlan = { fields: {}, review: [] };
  for (const { fields, review } of plans) {
    merged.review.push(...review);
    for (const [name, planned] of Object.entries(fields)) mergeInto(merged.fields, name, planned);
  }
  return merged;
}

function mergeInto(fields: PlannedFields, name: string, planned: Planned) {
  const before = fields[name];
  if (planned.kind === 'patch' && before?.kind === 'patch') {
    fields[name] = { ...before, fields: { ...before.fields, ...planned.fields } };
  } else if (planned.kind === 'patch' && before?.kind === 'item') {
    // A component that an earlier layer took away cannot be changed any more.
    if (!before.item) return;
    const item = { ...before.item, fields: { ...before.item.fields, ...planned.fields } };
    fields[name] = { ...before, item };
  } else {
    fields[name] = planned;
  }
}

type Change = {
  base: Row;
  change: OverlayChange;
  place: Place;
  by: string;
  schema: OverlaySchema;
};

function planChange({ base, change, place, by, schema }: Change): Planned | null {
  const hash = hashAt(base, place, schema);
  if (hash === null || !(change.pinned || change.baseHashes.includes(hash))) return null;
  const isList = place.kind === 'component-list' || place.kind === 'zone';
  if (!isList) {
    return planPortable(place.field ?? place.top, { ...place, value: change.value, by, schema });
  }
  const baseItems = asRows(place.field === null ? base[place.top] : innerOf(base, place));
  const items = planList(change.value, { baseItems, attribute: place.attribute, by, schema });
  return items && { by, kind: 'items', items };
}

const innerOf = (base: Row, place: Place) =>
  isRow(base[place.top]) ? (base[place.top] as Row)[place.field ?? ''] : null;

function addTo(fields: PlannedFields, place: Place, planned: Planned) {
  if (place.field === null) {
    mergeInto(fields, place.top, planned);
    return;
  }
  const component = place.topAttribute.component ?? '';
  const patch = { [place.field]: planned };
  mergeInto(fields, place.top, { by: planned.by, kind: 'patch', component, fields: patch });
}

type Portable = { value: unknown; attribute: OverlayAttribute; by: string; schema: OverlaySchema };

/** A stored value as a plan: no reference to the original in it. */
function planPortable(name: string, { value, attribute, by, schema }: Portable): Planned | null {
  const inside = { attribute, by, schema };
  switch (kindOf(name, attribute)) {
    case 'scalar':
      return { by, kind: 'value', value };
    case 'media':
    case 'media-list': {
      const refs = asList(value).filter((id): id is number => typeof id === 'number');
      return { by, kind: 'media', many: attribute.multiple === true, refs };
    }
    case 'relation':
    case 'relation-list': {
      const refs = asList(value).filter((id): id is string => typeof id === 'string');
      const many = (attribute.relation ?? '').endsWith('Many');
      return { by, kind: 'relation', many, target: attribute.target ?? '', refs };
    }
    case 'component':
      return { by, kind: 'item', item: isRow(value) ? planItem(value, inside) : null };
    case 'component-list':
    case 'zone':
      return { by, kind: 'items', items: asRows(value).map((item) => planItem(item, inside)) };
    case null:
      return null;
  }
}

type Inside = Omit<Portable, 'value'>;

function planItem(item: Row, { attribute, by, schema }: Inside): PlannedItem {
  const isZone = attribute.type === 'dynamiczone';
  const component = isZone ? String(item.__component) : (attribute.component ?? '');
  const attributes = schema.component(component) ?? {};
  const fields = planFields(item, { attributes, by, schema });
  return { component, isZone, baseId: null, key: (item as OverlayItem).$key, fields };
}

type FieldsOf = { attributes: OverlayAttributes; by: string; schema: OverlaySchema };

function planFields(values: Row, { attributes, by, schema }: FieldsOf): PlannedFields {
  const fields: PlannedFields = {};
  for (const [name, value] of Object.entries(values)) {
    const attribute = attributes[name];
    const planned = attribute && planPortable(name, { value, attribute, by, schema });
    if (planned) fields[name] = planned;
  }
  return fields;
}

type ListOf = {
  baseItems: Row[];
  attribute: OverlayAttribute;
  by: string;
  schema: OverlaySchema;
};

/** Null when an element of the original that is referred to is not there. */
function planList(value: unknown, { baseItems, attribute, by, schema }: ListOf) {
  const isZone = attribute.type === 'dynamiczone';
  const free = baseItems.map((item) => ({ item, hash: itemHash(item, attribute, schema) }));
  const items: PlannedItem[] = [];
  for (const entry of asList(value) as OverlayListEntry[]) {
    if ('$new' in entry) {
      items.push(planItem(entry.$new, { attribute, by, schema }));
      continue;
    }
    const found = free.findIndex(({ hash }) => hash === entry.$ref);
    const [match] = found < 0 ? [] : free.splice(found, 1);
    if (!match) return null;
    const component = isZone ? String(match.item.__component) : (attribute.component ?? '');
    const attributes = schema.component(component) ?? {};
    const fields = planFields(entry.$with ?? {}, { attributes, by, schema });
    items.push({ component, isZone, baseId: match.item.id, key: 0, fields });
  }
  return items;
}

/** What a list refers to an element of the original by. */
export function itemHash(item: Row, attribute: OverlayAttribute, schema: OverlaySchema): string {
  if (attribute.type === 'dynamiczone') return contentHash(canonicalZoneItem(item, schema));
  const attributes = schema.component(attribute.component ?? '') ?? {};
  return contentHash(canonicalItem(item, attributes, schema));
}
