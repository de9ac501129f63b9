import { createHash } from 'node:crypto';

/** A field whose values may occur once on a site, and the column of ours that says so. */
export type UniqueField = {
  name: string;
  column: string;
  /** An empty text counts as no value. */
  isText: boolean;
  /** Holds the key of the row's value, NULL for drafts. */
  keyColumn: string;
  /** A unique index on that column alone. */
  index: string;
};

export type UniqueTable = {
  table: string;
  /** Values of two languages do not meet. */
  isLocalized: boolean;
  fields: readonly UniqueField[];
  /** One of them is the same in all languages of an entry. */
  hasFieldOfAllLocales: boolean;
};

type Attribute = {
  type: string;
  unique?: boolean;
  pluginOptions?: { i18n?: { localized?: boolean } };
};

/** Every column of ours of this kind begins so. */
export const KEY_PREFIX = 'ms_key_';

/** The unique fields of a type, by Strapi's rule. Null where it has none. */
export function uniqueTable(type: {
  table: string;
  isLocalized: boolean;
  attributes: Readonly<Record<string, Attribute>>;
  columnOf: (field: string) => string | undefined;
}): UniqueTable | null {
  const { table, isLocalized } = type;
  const unique = Object.entries(type.attributes).filter(
    ([, { type: kind, unique: isUnique }]) => CHECKED.has(kind) && (kind === 'uid' || isUnique),
  );
  const fields = unique.flatMap(([name, { type: kind }]) => {
    const column = type.columnOf(name);
    if (!column) return [];
    const keyColumn = `${KEY_PREFIX}${hash(column).slice(0, 8)}`;
    // Databases cut long names differently; this one fits all of them.
    const index = `${table.slice(0, 40)}_key_${hash(`${table}.${column}`).slice(0, 8)}`;
    return [{ name, column, isText: TEXTS.has(kind), keyColumn, index }];
  });
  const isOfAll = ({ pluginOptions }: Attribute) => pluginOptions?.i18n?.localized !== true;
  const hasFieldOfAllLocales = isLocalized && unique.some(([, attribute]) => isOfAll(attribute));
  return fields.length === 0 ? null : { table, isLocalized, fields, hasFieldOfAllLocales };
}

const TEXTS = new Set(['uid', 'string', 'text', 'richtext', 'email']);
const NUMBERS = ['integer', 'biginteger', 'float', 'decimal'];
/** Kinds of fields that Strapi looks up before it writes. */
const CHECKED = new Set([...TEXTS, ...NUMBERS, 'date', 'time', 'datetime']);

export type Row = Readonly<Record<string, unknown>>;

/** A row's key: rows of one table with the same one are in each other's way. Null: in nobody's. */
export function uniqueKey(
  row: Row,
  place: { field: UniqueField; isLocalized: boolean; siteColumn: string },
): string | null {
  const { field, isLocalized, siteColumn } = place;
  const site = row[siteColumn];
  const value = asText(row[field.column]);
  // A draft may have any value, and what belongs to no site is in nobody's way.
  if (value === null || isNone(row.published_at) || isNone(site)) return null;
  const locale = isLocalized ? (asText(row.locale) ?? '') : '';
  // Half of the hash is more than enough, and half of the index.
  return hash(JSON.stringify([Number(site), locale, value])).slice(0, 32);
}

/** Does an update of these columns change the key? */
export const changesKey = (data: Row, field: UniqueField, siteColumn: string) =>
  [field.column, 'published_at', 'locale', siteColumn].some((column) => data[column] !== undefined);

const isNone = (value: unknown) => value === null || value === undefined;

/** Null for what is not compared: nothing, an empty text, SQL. */
function asText(value: unknown): string | null {
  if (typeof value === 'string') return value === '' ? null : value;
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  return value instanceof Date ? value.toISOString() : null;
}

const hash = (text: string) => createHash('sha256').update(text).digest('hex');
