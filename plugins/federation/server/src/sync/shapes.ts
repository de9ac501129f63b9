import type { Core } from '@strapi/strapi';
import type { FieldKind, FieldShape, Shape } from '../core/shape';

type Attribute = {
  type: string;
  required?: boolean;
  maxLength?: number;
  enum?: string[];
  relation?: string;
  target?: string;
  mappedBy?: string;
  multiple?: boolean;
  repeatable?: boolean;
  component?: string;
  components?: string[];
  private?: boolean;
};

export type Model = {
  uid: string;
  kind?: string;
  modelType?: string;
  info: { displayName?: string; singularName?: string };
  options?: { draftAndPublish?: boolean };
  pluginOptions?: {
    i18n?: { localized?: boolean };
    'content-manager'?: { visible?: boolean };
  };
  attributes: Record<string, Attribute>;
};

/** Strapi's models; its own types need generated uids. */
const modelsOf = (strapi: Core.Strapi) => strapi.contentTypes as unknown as Record<string, Model>;
const componentsOf = (strapi: Core.Strapi) => strapi.components as unknown as Record<string, Model>;

export const modelOf = (strapi: Core.Strapi, uid: string): Model | undefined =>
  modelsOf(strapi)[uid];

/** The content types that content can be brought into. */
export const writableTypes = (strapi: Core.Strapi): Model[] =>
  Object.values(modelsOf(strapi)).filter(
    ({ uid, kind }) => uid.startsWith('api::') && kind !== 'singleType',
  );

export const isLocalized = (model: Model) => model.pluginOptions?.i18n?.localized === true;
export const hasDrafts = (model: Model) => model.options?.draftAndPublish === true;

/** Written by Strapi, not by people. */
const SYSTEM = new Set([
  'id',
  'documentId',
  'createdAt',
  'updatedAt',
  'publishedAt',
  'createdBy',
  'updatedBy',
  'locale',
  'localizations',
]);

const SCALARS = new Set([
  'string',
  'uid',
  'email',
  'enumeration',
  'integer',
  'biginteger',
  'float',
  'decimal',
  'boolean',
  'date',
  'datetime',
  'time',
  'timestamp',
]);

/** A content type as the merge sees it. Passwords are never synchronised. */
export function shapeOf(strapi: Core.Strapi, uid: string): Shape {
  const model = modelOf(strapi, uid);
  return model ? shapeOfAttributes(strapi, model.attributes, 0) : {};
}

/** Components within components, deeper than anybody builds them. */
const MAX_DEPTH = 5;

function shapeOfAttributes(
  strapi: Core.Strapi,
  attributes: Record<string, Attribute>,
  depth: number,
): Shape {
  const entries = Object.entries(attributes)
    .filter(([name]) => !SYSTEM.has(name))
    .map(([name, attribute]) => [name, fieldOf(strapi, attribute, depth)] as const)
    .filter((entry): entry is [string, FieldShape] => entry[1] !== null);
  return Object.fromEntries(entries);
}

function fieldOf(strapi: Core.Strapi, attribute: Attribute, depth: number): FieldShape | null {
  const kind = kindOf(attribute, depth);
  if (!kind) return null;
  const { type, required, maxLength, target, component } = attribute;
  const inner = (uid: string) =>
    shapeOfAttributes(strapi, componentsOf(strapi)[uid]?.attributes ?? {}, depth + 1);
  return {
    kind,
    type,
    ...(required && { required }),
    ...(maxLength !== undefined && { maxLength }),
    ...(attribute.enum && { enum: attribute.enum }),
    ...(target && { target }),
    ...(component && { component, fields: inner(component) }),
    ...(attribute.components && {
      components: Object.fromEntries(attribute.components.map((uid) => [uid, inner(uid)])),
    }),
  };
}

function kindOf(attribute: Attribute, depth: number): FieldKind | null {
  const { type } = attribute;
  if (SCALARS.has(type)) return 'scalar';
  if (type === 'text' || type === 'richtext') return 'text';
  if (type === 'blocks' || type === 'json') return type;
  // Inside components pictures and relations stay those of this side.
  if (depth >= MAX_DEPTH) return null;
  if (type === 'component') return attribute.repeatable ? 'components' : 'component';
  if (type === 'dynamiczone') return 'zone';
  if (depth > 0) return null;
  if (type === 'media') return attribute.multiple ? 'medias' : 'media';
  return type === 'relation' ? relationKind(attribute) : null;
}

/** The far end of a relation is written from the other side; both would fight. */
function relationKind({ relation = '', target = '', mappedBy }: Attribute): FieldKind | null {
  if (!target.startsWith('api::') || mappedBy) return null;
  if (relation === 'manyToOne' || relation === 'oneToOne') return 'relation';
  return relation === 'manyToMany' || relation === 'oneToMany' ? 'relations' : null;
}
