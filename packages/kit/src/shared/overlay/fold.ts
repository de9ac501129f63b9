import { asList, asRows, documentIdOf, fileIdOf, isRow } from './canonical';
import { kindOf } from './kinds';
import type { OverlayAttribute, OverlayAttributes, OverlaySchema, Row } from './types';

type Field = { shown: unknown; input: unknown; attribute: OverlayAttribute; schema: OverlaySchema };

/**
 * What an edit form sends, laid on what it showed: fields that were not sent stay (the person may
 * not see them), components are known by their row id, relations arrive as what to connect and
 * disconnect.
 */
export function foldInput(shown: Row, input: Row, schema: OverlaySchema): Row {
  return { ...shown, ...foldFields(shown, { input, attributes: schema.attributes, schema }) };
}

type Fields = { input: Row; attributes: OverlayAttributes; schema: OverlaySchema };

function foldFields(shown: Row, { input, attributes, schema }: Fields): Row {
  const folded: Row = {};
  for (const [name, attribute] of Object.entries(attributes)) {
    if (!(name in input) || kindOf(name, attribute) === null) continue;
    const field = { shown: shown[name], input: input[name], attribute, schema };
    folded[name] = foldField(name, field);
  }
  return folded;
}

function foldField(name: string, { shown, input, attribute, schema }: Field): unknown {
  switch (kindOf(name, attribute)) {
    case 'media':
      return fileIdOf(Array.isArray(input) ? input[0] : input);
    case 'media-list':
      return asList(input).map(fileIdOf);
    case 'relation':
      return foldRelation(shown, input).at(-1) ?? null;
    case 'relation-list':
      return foldRelation(shown, input);
    case 'component':
      if (!isRow(input)) return null;
      return foldItem(asRows(shown), { input, component: attribute.component ?? '', schema });
    case 'component-list':
      return asRows(input).map((item) =>
        foldItem(asRows(shown), { input: item, component: attribute.component ?? '', schema }),
      );
    case 'zone':
      return asRows(input).map((item) => {
        const component = String(item.__component);
        const known = asRows(shown).filter(({ __component }) => __component === component);
        const folded = foldItem(known, { input: item, component, schema });
        return { ...folded, __component: component };
      });
    default:
      return input;
  }
}

type Item = { input: Row; component: string; schema: OverlaySchema };

function foldItem(known: Row[], { input, component, schema }: Item): Row {
  const attributes = schema.component(component) ?? {};
  const same = known.find(({ id }) => isSomething(id) && Number(id) === Number(input.id));
  const before =
    same ?? Object.fromEntries(Object.keys(attributes).map((name) => [name, null] as const));
  return { ...before, ...foldFields(before, { input, attributes, schema }) };
}

type Position = { before?: unknown; after?: unknown; start?: boolean; end?: boolean };

/** Strapi's relation input in any of its forms, as the list of documentIds that results. */
function foldRelation(shown: unknown, input: unknown): string[] {
  const isChange = isRow(input) && ['connect', 'disconnect', 'set'].some((key) => key in input);
  if (!isChange) return idsIn(input);
  if (Array.isArray(input.set)) return idsIn(input.set);

  const gone = new Set(idsIn(input.disconnect));
  let list = idsIn(shown).filter((id) => !gone.has(id));
  for (const target of asList(input.connect)) {
    const id = documentIdOf(target);
    if (id === null) continue;
    list = list.filter((other) => other !== id);
    list.splice(indexFor(list, isRow(target) ? target.position : null), 0, id);
  }
  return list;
}

function indexFor(list: string[], position: unknown): number {
  const { before, after, start } = (isRow(position) ? position : {}) as Position;
  if (start) return 0;
  const beforeIndex = list.indexOf(documentIdOf(before) ?? '');
  if (beforeIndex >= 0) return beforeIndex;
  const afterIndex = list.indexOf(documentIdOf(after) ?? '');
  return afterIndex >= 0 ? afterIndex + 1 : list.length;
}

const isSomething = (value: unknown) => value !== undefined && value !== null;

const idsIn = (value: unknown): string[] =>
  asList(value)
    .map(documentIdOf)
    .filter((id): id is string => id !== null);
