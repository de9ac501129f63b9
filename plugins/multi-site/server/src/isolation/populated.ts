import type { Row, StrapiQueryBuilder } from './strapi-internals';
import type { Visible } from './visible-rows';

/*
 * What is populated Strapi looks up by the numbers of the rows that it has just read. Where those
 * were read narrowed, the end of a link that leads to them is known to be visible. The conditions
 * of each populate are marked before that read; nobody else gets hold of the marked object.
 */

type Reader = Pick<Visible, 'uid' | 'site'>;
const readers = new WeakMap<object, Reader>();

/**
 * Called on a query that has been narrowed: rows it populates are looked up by its own.
 *
 * @param reader whose rows it reads, and for which site.
 */
export function markPopulates({ state, alias }: StrapiQueryBuilder, reader: Reader) {
  const { populate, select } = state;
  if (!populate || !select.every((column) => isHonest(column, alias))) return;
  const marked: Row = {};
  for (const name of Object.keys(populate)) marked[name] = mark(populate[name], reader);
  state.populate = marked;
}

/** The same populate; it has conditions now, perhaps none. */
function mark(given: unknown, reader: Reader): unknown {
  const options = given === true ? {} : given;
  if (!isPlain(options) || !(options.where === undefined || isPlain(options.where))) return given;
  const where = { ...options.where };
  readers.set(where, reader);
  return { ...options, where };
}

/** Does the query look for rows by what stands in that column, and was all of it just read? */
export function isRead(where: readonly unknown[], column: string, { uid, site }: Visible): boolean {
  let isMarked = false;
  let isListed = false;
  for (const part of where) {
    if (!isPlain(part)) continue;
    const reader = readers.get(part);
    if (reader) isMarked = reader.uid === uid && reader.site === site;
    else if (Array.isArray(part[column])) isListed = true;
  }
  return isMarked && isListed;
}

/** What a row tells as its number is its number: `select 'view_count as id'` is not. */
function isHonest(column: unknown, alias: string): boolean {
  if (typeof column !== 'string') return false;
  if (PLAIN.test(column) || POPULATED.test(column)) return true;
  const [table, name] = column.split('.');
  return QUALIFIED.test(column) && (table === alias || name?.toLowerCase() !== 'id');
}
const PLAIN = /^(\w+|\*)$/;
const QUALIFIED = /^\w+\.\w+$/;
/** How Strapi tells of a populated row to which one it belongs. */
const POPULATED = /^\w+\.\w+ as __strapi\w+$/;

const isPlain = (value: unknown): value is Row & { where?: Row } =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
