/** What a merge has to know of a field. Made from Strapi's schema by the service that reads it. */
export type FieldKind =
  | 'scalar'
  | 'text'
  | 'blocks'
  | 'json'
  | 'relation'
  | 'relations'
  | 'media'
  | 'medias'
  | 'component'
  | 'components'
  | 'zone';

export type FieldShape = {
  kind: FieldKind;
  /** Strapi's name of the type: string, richtext, datetime, … */
  type: string;
  required?: boolean;
  maxLength?: number;
  enum?: readonly string[];
  /** Of a relation: the uid of the content type it leads to. */
  target?: string;
  /** Of a component. */
  component?: string;
  fields?: Shape;
  /** Of a dynamic zone, by component uid. */
  components?: Record<string, Shape>;
};

export type Shape = Record<string, FieldShape>;

export type Doc = Record<string, unknown>;

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Null, an empty text and an empty list say the same to a person: nothing is here. */
export const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  (Array.isArray(value) && value.length === 0);
