import type { RemoteField, RemoteType } from '../../../shared/contracts/remote';
import { isObject, type Doc } from './shape';

/** What `/api/content-type-builder` answers, as far as it is read. */
export type RemoteSchemas = { types: unknown[]; components: unknown[] };

type Attribute = { type: string; component: string; components: string[]; target: string };
type Schema = {
  uid: string;
  label: string;
  plural: string;
  kind: string;
  attributes: Record<string, Attribute>;
};

const text = (value: unknown) => (typeof value === 'string' ? value : '');

function schemaOf(entry: unknown): Schema | null {
  if (!isObject(entry) || !isObject(entry.schema)) return null;
  const { schema } = entry;
  const attributes = isObject(schema.attributes) ? schema.attributes : {};
  return {
    uid: text(entry.uid),
    label: text(schema.displayName),
    // A single type stands in the API by its singular name.
    plural: text(schema.kind === 'singleType' ? schema.singularName : schema.pluralName),
    kind: text(schema.kind),
    attributes: Object.fromEntries(
      Object.entries(attributes)
        .filter((pair): pair is [string, Doc] => isObject(pair[1]))
        .map(([name, attribute]) => [
          name,
          {
            type: text(attribute.type),
            component: text(attribute.component),
            components: Array.isArray(attribute.components) ? attribute.components.map(text) : [],
            target: text(attribute.target),
          },
        ]),
    ),
  };
}

const schemasOf = (list: unknown[]) => list.map(schemaOf).filter((schema) => schema !== null);

const isOwn = ({ uid }: Schema) => uid.startsWith('api::');

const KINDS: Record<string, RemoteField['type']> = {
  string: 'text',
  uid: 'text',
  email: 'text',
  text: 'text',
  enumeration: 'text',
  richtext: 'markdown',
  blocks: 'blocks',
  integer: 'number',
  biginteger: 'number',
  float: 'number',
  decimal: 'number',
  boolean: 'boolean',
  date: 'date',
  datetime: 'date',
  time: 'text',
  media: 'media',
  relation: 'relation',
  component: 'component',
  dynamiczone: 'component',
  json: 'json',
};

/** The source's own content types; passwords are never read. */
export function typesFromSchemas(schemas: RemoteSchemas): RemoteType[] {
  const types = schemasOf(schemas.types).filter(isOwn);
  const pluralByUid = new Map(types.map(({ uid, plural }) => [uid, plural]));
  return types
    .filter(({ kind }) => kind !== 'singleType')
    .map(({ plural, label, attributes }) => ({
      name: plural,
      label: label || plural,
      count: null,
      fields: Object.entries(attributes).flatMap(([path, { type, target }]): RemoteField[] => {
        const kind = KINDS[type];
        if (!kind) return [];
        const leadsTo = type === 'relation' ? pluralByUid.get(target) : undefined;
        return [{ path, type: kind, ...(leadsTo && { target: leadsTo }) }];
      }),
    }));
}

const MAX_DEPTH = 4;

/**
 * What has to be asked for so that nothing is missing: components and zones as deep as they go,
 * of relations only who is meant. Without schemas two levels, which is what Strapi allows blindly.
 */
export function populateFor(schemas: RemoteSchemas | null, plural: string): string {
  const all = schemas ? schemasOf([...schemas.types, ...schemas.components]) : [];
  const schema = all.find((candidate) => candidate.plural === plural && isOwn(candidate));
  if (!schema) return 'populate=*';
  const byUid = new Map(all.map((candidate) => [candidate.uid, candidate]));
  const parts: string[] = [];

  const walk = ({ attributes }: Schema, prefix: string, depth: number) => {
    for (const [name, attribute] of Object.entries(attributes)) {
      const here = `${prefix}[${name}]`;
      if (attribute.type === 'media') parts.push(`${here}=true`);
      if (attribute.type === 'relation') parts.push(`${here}[fields][0]=documentId`);
      if (attribute.type === 'component') addComponent(attribute.component, here, depth);
      if (attribute.type === 'dynamiczone') {
        for (const uid of attribute.components) addComponent(uid, `${here}[on][${uid}]`, depth);
      }
    }
  };
  const addComponent = (uid: string, here: string, depth: number) => {
    const component = byUid.get(uid);
    const before = parts.length;
    if (component && depth < MAX_DEPTH) walk(component, `${here}[populate]`, depth + 1);
    if (parts.length === before) parts.push(`${here}=true`);
  };

  walk(schema, 'populate', 0);
  return parts.length > 0 ? parts.join('&') : 'populate=*';
}

const SYSTEM = new Set([
  'id',
  'documentId',
  'createdAt',
  'updatedAt',
  'publishedAt',
  'locale',
  'localizations',
  'createdBy',
  'updatedBy',
]);

/** Adds what entries show: fields where the schema is closed, samples and the count everywhere. */
export function inferType(type: RemoteType, body: Doc): RemoteType {
  const rows = (Array.isArray(body.data) ? body.data : [body.data]).filter(isObject);
  const pagination =
    isObject(body.meta) && isObject(body.meta.pagination) ? body.meta.pagination : {};
  const count = typeof pagination.total === 'number' ? pagination.total : rows.length;
  const fields =
    type.fields.length > 0
      ? type.fields
      : [...new Set(rows.flatMap((row) => Object.keys(row)))]
          .filter((name) => !SYSTEM.has(name))
          .map((path) => ({ path, type: kindOf(rows.map((row) => row[path])) }));
  return {
    ...type,
    count,
    fields: fields.map((field) => ({ ...field, ...sampleOf(rows, field) })),
  };
}

function kindOf(values: unknown[]): RemoteField['type'] {
  const value = values.find(
    (item) => item !== null && item !== undefined && !(Array.isArray(item) && item.length === 0),
  );
  const first: unknown = Array.isArray(value) ? value[0] : value;
  if (typeof first === 'number') return 'number';
  if (typeof first === 'boolean') return 'boolean';
  if (typeof first === 'string') return /^\d{4}-\d\d-\d\d(T|$)/.test(first) ? 'date' : 'text';
  if (!isObject(first)) return 'text';
  if (typeof first.mime === 'string' && typeof first.url === 'string') return 'media';
  if (typeof first.documentId === 'string') return 'relation';
  if (typeof first.type === 'string' && Array.isArray(first.children)) return 'blocks';
  return 'id' in first || '__component' in first ? 'component' : 'json';
}

function sampleOf(rows: Doc[], { path, type }: RemoteField) {
  if (!['text', 'markdown', 'number', 'date'].includes(type)) return {};
  const value = rows
    .map((row) => row[path])
    .find((item) => item !== null && item !== undefined && item !== '');
  if (typeof value !== 'string' && typeof value !== 'number') return {};
  return { sample: String(value).slice(0, 120) };
}
