import { asRows, canonicalOf, isRow, isSame } from './canonical';
import { kindOf } from './kinds';
import { hashAt, placeOf, valueAt } from './paths';
import { itemHash } from './plan';
import type {
  OverlayAttribute,
  OverlayChange,
  OverlayItem,
  OverlayListEntry,
  OverlaySchema,
  Row,
} from './types';

type Options = {
  /** The original's published version, where there is one and it is not `base` itself. */
  published?: Row | null;
  /** Greatest key that new components already carry. */
  lastKey?: number;
};

type Run = { schema: OverlaySchema; nextKey: () => number };

/**
 * What has to be changed in `base` to get `edited`, smallest first: fields of a single component
 * by themselves, lists as references to the original's elements. Both deeply populated; relations
 * and media in `edited` may be ids.
 */
export function diffDocument(
  base: Row,
  edited: Row,
  schema: OverlaySchema,
  { published, lastKey = 0 }: Options = {},
): OverlayChange[] {
  let key = lastKey;
  const run: Run = { schema, nextKey: () => ++key };
  const changes: OverlayChange[] = [];

  const add = (path: string, value: unknown) => {
    const place = placeOf(path, schema);
    if (!place) return;
    const draftHash = hashAt(base, place, schema);
    const publishedHash = published === undefined ? draftHash : hashAt(published, place, schema);
    changes.push({ path, baseHashes: [draftHash, publishedHash], value });
  };

  for (const [name, attribute] of Object.entries(schema.attributes)) {
    if (kindOf(name, attribute) === null || !(name in edited)) continue;
    const before = base[name];
    const after = edited[name];
    if (isEqual(name, { before, after, attribute, schema })) continue;

    if (kindOf(name, attribute) === 'component' && isRow(before) && isRow(after)) {
      const fields = schema.component(attribute.component ?? '') ?? {};
      for (const [field, inner] of Object.entries(fields)) {
        if (kindOf(field, inner) === null || !(field in after)) continue;
        const pair = { before: before[field], after: after[field], attribute: inner, schema };
        if (!isEqual(field, pair)) add(`${name}.${field}`, valueOf(field, pair, run));
      }
    } else {
      add(name, valueOf(name, { before, after, attribute }, run));
    }
  }
  return changes.sort((one, other) => (one.path < other.path ? -1 : 1));
}

/**
 * A change that keeps what a document has at a path whatever becomes of the original; null where
 * the component is missing that should hold it.
 */
export function pinnedChange(
  document: Row,
  path: string,
  { base, schema, published, lastKey = 0 }: Options & { base: Row; schema: OverlaySchema },
): OverlayChange | null {
  const place = placeOf(path, schema);
  if (!place || (place.field !== null && !isRow(document[place.top]))) return null;
  let key = lastKey;
  const run: Run = { schema, nextKey: () => ++key };
  const name = place.field ?? place.top;
  const portable = portableOf(name, { value: valueAt(document, place), ...place }, run);
  const isList = place.kind === 'component-list' || place.kind === 'zone';
  const value = isList ? (portable as OverlayItem[]).map(($new) => ({ $new })) : portable;
  const draftHash = hashAt(base, place, schema);
  const publishedHash = published === undefined ? draftHash : hashAt(published, place, schema);
  return { path, baseHashes: [draftHash, publishedHash], value, pinned: true };
}

type Pair = { before: unknown; after: unknown; attribute: OverlayAttribute };

const isEqual = (name: string, pair: Pair & { schema: OverlaySchema }) =>
  isSame(
    canonicalOf(name, { ...pair, value: pair.before }),
    canonicalOf(name, { ...pair, value: pair.after }),
  );

function valueOf(name: string, { before, after, attribute }: Pair, run: Run): unknown {
  const kind = kindOf(name, attribute);
  if (kind === 'component-list' || kind === 'zone') {
    return recipeOf(asRows(before), { after: asRows(after), attribute, run });
  }
  return portableOf(name, { value: after, attribute }, run);
}

type Recipe = { after: Row[]; attribute: OverlayAttribute; run: Run };

function recipeOf(before: Row[], { after, attribute, run }: Recipe): OverlayListEntry[] {
  const left = [...before];
  return after.map((item) => {
    const found = left.findIndex(
      ({ id, __component }) => id === item.id && __component === item.__component,
    );
    const [base] = found < 0 ? [] : left.splice(found, 1);
    if (!base) return { $new: portableItem(item, attribute, run) };
    const changed = changedFields(base, { after: item, attribute, run });
    const $ref = itemHash(base, attribute, run.schema);
    return Object.keys(changed).length > 0 ? { $ref, $with: changed } : { $ref };
  });
}

function changedFields(
  before: Row,
  { after, attribute, run }: Omit<Recipe, 'after'> & { after: Row },
) {
  const changed: Row = {};
  for (const [field, inner] of Object.entries(attributesOf(after, attribute, run.schema))) {
    if (kindOf(field, inner) === null || !(field in after)) continue;
    const pair = { before: before[field], after: after[field], attribute: inner };
    if (isEqual(field, { ...pair, schema: run.schema })) continue;
    changed[field] = portableOf(field, { value: after[field], attribute: inner }, run);
  }
  return changed;
}

/** A value that stands alone: no row ids, new components with their keys. */
function portableOf(
  name: string,
  { value, attribute }: { value: unknown; attribute: OverlayAttribute },
  run: Run,
): unknown {
  switch (kindOf(name, attribute)) {
    case 'component':
      return isRow(value) ? portableItem(value, attribute, run) : null;
    case 'component-list':
    case 'zone':
      return asRows(value).map((item) => portableItem(item, attribute, run));
    default:
      return canonicalOf(name, { value, attribute, schema: run.schema });
  }
}

function portableItem(item: Row, attribute: OverlayAttribute, run: Run): OverlayItem {
  const known = typeof item.id === 'number' && item.id < 0 ? -item.id : null;
  const portable: OverlayItem = { $key: known ?? run.nextKey() };
  if (attribute.type === 'dynamiczone') portable.__component = String(item.__component);
  for (const [field, inner] of Object.entries(attributesOf(item, attribute, run.schema))) {
    if (kindOf(field, inner) === null) continue;
    const value = portableOf(field, { value: item[field], attribute: inner }, run);
    const isEmpty = value === null || (Array.isArray(value) && value.length === 0);
    if (!isEmpty) portable[field] = value;
  }
  return portable;
}

const attributesOf = (item: Row, attribute: OverlayAttribute, schema: OverlaySchema) =>
  schema.component(
    attribute.type === 'dynamiczone' ? String(item.__component) : (attribute.component ?? ''),
  ) ?? {};

/** The greatest key new components carry in these changes; 0 where there is none. */
export function lastKeyIn(value: unknown): number {
  if (Array.isArray(value)) return Math.max(0, ...value.map(lastKeyIn));
  if (!isRow(value)) return 0;
  const own = typeof value.$key === 'number' ? value.$key : 0;
  return Math.max(own, ...Object.values(value).map(lastKeyIn));
}
