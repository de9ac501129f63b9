/** Small things the operators stand on; they follow the specification's coercions exactly. */

const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

export const isForbiddenPath = (path: string): boolean =>
  path.split('.').some((part) => FORBIDDEN.has(part));

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads a dotted path once it is split; null when something is missing. Never what is inherited. */
export function pathReader(path: string): (attributes: unknown) => unknown {
  if (isForbiddenPath(path)) return () => null;
  const readers = path.split('.').map(readerOf);
  const [first, second] = readers;
  if (!first) return () => null;
  if (!second) return first;
  if (readers.length === 2) return (from) => second(first(from));
  return (from) => readers.reduce((value, read) => read(value), from);
}

type Values = Record<string, unknown>;

function readerOf(name: string): (from: unknown) => unknown {
  // Looking whether a property is inherited costs more than reading it, and few names can be.
  if (name in Object.prototype || name in Array.prototype) {
    return (from) =>
      typeof from === 'object' && from !== null && Object.hasOwn(from, name)
        ? (from as Values)[name]
        : null;
  }
  return (from) =>
    typeof from === 'object' && from !== null ? ((from as Values)[name] ?? null) : null;
}

/** Text as JavaScript's `+ ''` makes it. */
export const toText = (value: unknown): string =>
  typeof value === 'string' ? value : String(value);

export const hasOnlyOperators = (value: Record<string, unknown>): boolean => {
  const keys = Object.keys(value);
  return keys.length > 0 && keys.every((key) => key.startsWith('$'));
};

export function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

const foldCase = (value: unknown) => (typeof value === 'string' ? value.toLowerCase() : value);

/** Is it, or one of its elements, in the list? */
export function isIn(actual: unknown, list: readonly unknown[], isFolded = false): boolean {
  const fold = isFolded ? foldCase : (value: unknown) => value;
  const expected = isFolded ? list.map(fold) : list;
  return Array.isArray(actual)
    ? actual.some((one) => expected.includes(fold(one)))
    : expected.includes(fold(actual));
}

/** A version as text that sorts as versions do. */
export function paddedVersion(input: unknown): string {
  const text = typeof input === 'number' ? String(input) : input;
  const version = typeof text === 'string' && text ? text : '0';
  const parts = version.replace(/(^v|\+.*$)/g, '').split(/[-.]/);
  if (parts.length === 3) parts.push('~');
  return parts.map((part) => (/^[0-9]+$/.test(part) ? part.padStart(5, ' ') : part)).join('-');
}
