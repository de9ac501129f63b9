import { asRows, isRow } from './canonical';
import { kindOf } from './kinds';
import type { Planned, PlannedFields, PlannedItem } from './plan';
import type { OverlayAttributes, OverlaySchema, Row } from './types';

/** What the caller asked for: only that is laid. */
export type Asked = {
  select: '*' | readonly string[];
  /** '*' is everything, however deep; 'level' everything one level deep. */
  populate: '*' | 'level' | Record<string, Asked>;
  /** Dynamic zones: by component; a component that is not named is not delivered. */
  on?: Record<string, Asked>;
  /** Only the number of related entries. */
  count?: boolean;
};

export const ALL: Asked = { select: '*', populate: '*' };

export const SCALARS: Asked = { select: '*', populate: {} };

export type Reference = { many: boolean; asked: Asked } & (
  | { kind: 'media'; refs: number[] }
  | { kind: 'relation'; target: string; refs: string[] }
);

export type LayOptions = {
  schema: OverlaySchema;
  asked?: Asked;
  /** Turns references into what is delivered; without it they stay ids. */
  resolve?: (reference: Reference) => unknown;
  /** Row id of a new component: negative, so that it never is one of the database's. */
  newId?: (overlayId: string, key: number) => number;
  /** Told of every component that was changed or made, with what is planned inside it. */
  onComponent?: (component: string, row: Row, fields: PlannedFields) => void;
};

type Lay = Required<Omit<LayOptions, 'asked' | 'onComponent'>> &
  Pick<LayOptions, 'onComponent'> & { applied: Set<string> };

const idsOnly = ({ many, refs }: Reference): unknown => (many ? refs : (refs[0] ?? null));

const withDefaults = (options: LayOptions): Lay => ({
  schema: options.schema,
  resolve: options.resolve ?? idsOnly,
  newId: options.newId ?? ((_overlayId, key) => -key),
  onComponent: options.onComponent,
  applied: new Set(),
});

/** Lays a plan on an answer: only on attributes that it holds. Returns a copy. */
export function layPlan(document: Row, fields: PlannedFields, options: LayOptions) {
  const lay = withDefaults(options);
  const laid = layFields(document, fields, { lay, asked: options.asked ?? ALL });
  return { document: laid, applied: [...lay.applied] };
}

/** Lays what is planned for one attribute on the value the original has there. */
export function layValue(value: unknown, planned: Planned, options: LayOptions) {
  const lay = withDefaults(options);
  const laid = layOne(value, planned, { lay, asked: options.asked ?? ALL });
  return { value: laid, applied: [...lay.applied] };
}

type Run = { lay: Lay; asked: Asked };

function layFields(row: Row, fields: PlannedFields, { lay, asked }: Run): Row {
  const copy = { ...row };
  for (const [name, planned] of Object.entries(fields)) {
    if (!(name in row)) continue;
    copy[name] = layOne(row[name], planned, { lay, asked: inside(asked, name) });
  }
  return copy;
}

function layOne(value: unknown, planned: Planned, run: Run): unknown {
  if (planned.kind === 'patch') return layPatch(value, planned, run);
  run.lay.applied.add(planned.by);
  switch (planned.kind) {
    case 'value':
      return planned.value;
    case 'media':
    case 'relation':
      return run.lay.resolve({ ...planned, asked: run.asked });
    case 'item':
      return planned.item && makeRow(planned.item, { ...run, by: planned.by });
    case 'items': {
      const baseItems = asRows(value);
      return planned.items
        .map((item) => layItem(item, { ...run, by: planned.by, baseItems }))
        .filter((item) => item !== null);
    }
  }
}

function layPatch(value: unknown, planned: Planned & { kind: 'patch' }, run: Run): unknown {
  if (!isRow(value)) return value;
  const laid = layFields(value, planned.fields, run);
  run.lay.onComponent?.(planned.component, laid, planned.fields);
  return laid;
}

type Item = Run & { by: string };

function layItem(
  item: PlannedItem,
  { baseItems, ...run }: Item & { baseItems: Row[] },
): Row | null {
  const asked = forComponent(run.asked, item);
  if (item.baseId === null) return asked && makeRow(item, { ...run, asked });
  const base = baseItems.find(
    ({ id, __component }) => id === item.baseId && (!item.isZone || __component === item.component),
  );
  // Not asked for, or filtered away by the caller.
  if (!base) return null;
  const laid = layFields(base, item.fields, { lay: run.lay, asked: asked ?? ALL });
  run.lay.onComponent?.(item.component, laid, item.fields);
  return laid;
}

function makeRow(item: PlannedItem, { lay, asked, by }: Item): Row {
  const row: Row = { id: lay.newId(by, item.key) };
  if (item.isZone) row.__component = item.component;
  const attributes = lay.schema.component(item.component) ?? {};
  Object.assign(row, emptyFields(attributes, asked));
  const laid = layFields(row, item.fields, { lay, asked });
  lay.onComponent?.(item.component, laid, item.fields);
  return laid;
}

/** What a new component answers where it has no value, for everything that was asked for. */
function emptyFields(attributes: OverlayAttributes, asked: Asked): Row {
  const row: Row = {};
  for (const [name, attribute] of Object.entries(attributes)) {
    const kind = kindOf(name, attribute);
    const isScalar = kind === 'scalar' || kind === null;
    const isAsked = isScalar
      ? asked.select === '*' || asked.select.includes(name)
      : typeof asked.populate === 'string' || name in asked.populate;
    if (isAsked) row[name] = kind?.endsWith('-list') || kind === 'zone' ? [] : null;
  }
  return row;
}

function inside(asked: Asked, name: string): Asked {
  if (asked.populate === '*') return ALL;
  if (asked.populate === 'level') return SCALARS;
  return asked.populate[name] ?? SCALARS;
}

function forComponent(asked: Asked, item: PlannedItem): Asked | null {
  if (!item.isZone || !asked.on) return asked;
  return asked.on[item.component] ?? null;
}
