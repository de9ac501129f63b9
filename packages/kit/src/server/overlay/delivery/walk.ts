import type { Core } from '@strapi/strapi';
import type { Asked, OverlayRow } from '../../../shared/overlay';
import { modelOf } from '../content';

export type Nested = { uid: string; row: OverlayRow; asked: Asked };

/** Which types can stand inside an answer of this type. Schemas do not change while we run. */
export function createReach(strapi: Core.Strapi) {
  const held = new Map<string, Set<string>>();
  return (uid: string): Set<string> => {
    const known = held.get(uid);
    if (known) return known;
    const reached = new Set<string>();
    const seen = new Set<string>();
    const open = [uid];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      for (const attribute of Object.values(modelOf(strapi, next)?.attributes ?? {})) {
        if (attribute.target) reached.add(attribute.target);
        const inner = [attribute.target, attribute.component, ...(attribute.components ?? [])];
        open.push(...inner.filter((one) => one !== undefined));
      }
    }
    held.set(uid, reached);
    return reached;
  };
}

const HOLDERS = new Set(['relation', 'component', 'dynamiczone']);

/** The entries that stand directly inside a row, its components included. */
export function nestedIn(
  strapi: Core.Strapi,
  uid: string,
  row: OverlayRow,
  asked: Asked,
): Nested[] {
  const found: Nested[] = [];
  for (const [name, attribute] of Object.entries(modelOf(strapi, uid)?.attributes ?? {})) {
    // Other fields are not even looked at: what is read of a row of GraphQL counts as delivered.
    if (!HOLDERS.has(attribute.type)) continue;
    const values = rowsIn(row[name]);
    if (values.length === 0) continue;
    const inner = innerOf(asked, name);
    if (attribute.type === 'relation' && attribute.target) {
      const { target } = attribute;
      found.push(...values.map((value) => ({ uid: target, row: value, asked: inner })));
    }
    if (attribute.type === 'component' || attribute.type === 'dynamiczone') {
      for (const value of values) {
        const component = attribute.component ?? String(value.__component);
        const ofComponent = inner.on?.[component] ?? inner;
        found.push(...nestedIn(strapi, component, value, ofComponent));
      }
    }
  }
  return found;
}

const LEVEL: Asked = { select: '*', populate: {} };

function innerOf({ populate }: Asked, name: string): Asked {
  if (populate === '*') return { select: '*', populate: '*' };
  return populate === 'level' ? LEVEL : (populate[name] ?? LEVEL);
}

function rowsIn(value: unknown): OverlayRow[] {
  const list = Array.isArray(value) ? value : [value];
  return list.filter(
    (one): one is OverlayRow => typeof one === 'object' && one !== null && 'id' in one,
  );
}
