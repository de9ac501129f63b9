/**
 * Web addresses of entries by a pattern: `/blog/{slug}`, `/{locale}/{category.slug}/{slug}`.
 * A part in braces is an attribute of the entry, or one of a related entry or component; a part
 * with `*` at its end (`{path*}`) may hold several segments.
 */
type Part = { text: string } | { path: string[]; isRest: boolean };

export type WebAddress = {
  /** The address of an entry; null where a part of it is empty. */
  urlFor(entry: Record<string, unknown>): string | null;
  /** What the address says about the entry, by the names in braces; null if it is not like it. */
  match(address: string): Record<string, string> | null;
};

/** What is wrong with a pattern in one sentence, or null. */
export function checkPattern(pattern: string): string | null {
  if (!pattern.startsWith('/')) return 'An address pattern begins with “/”.';
  if (/[?#\s\\]/.test(pattern)) return 'An address pattern has no “?”, “#”, “\\” and no spaces.';
  const left = pattern.replaceAll(/\{[A-Za-z][\w]*(\.[A-Za-z][\w]*){0,3}\*?\}/g, '');
  if (/[{}]/.test(left)) return 'Between braces stands a field, for example {slug}.';
  if (left === pattern) return 'An address pattern names a field in braces, for example {slug}.';
  if (/\}\{/.test(pattern)) return 'Between two fields stands at least one character.';
  if ((pattern.match(/\*\}/g) ?? []).length > 1) return 'Only one field may hold several segments.';
  return null;
}

/** @throws Error with the sentence of `checkPattern`. */
export function compilePattern(pattern: string): WebAddress {
  const problem = checkPattern(pattern);
  if (problem) throw new Error(problem);
  const parts = partsOf(pattern);
  return {
    urlFor(entry) {
      let url = '';
      for (const part of parts) {
        if ('text' in part) {
          url += part.text;
          continue;
        }
        const value = valueAt(entry, part.path);
        if (value === null) return null;
        const segments = part.isRest ? value.split('/').filter(Boolean) : [value];
        if (segments.length === 0) return null;
        url += segments.map(encodeURIComponent).join('/');
      }
      return url;
    },

    match(address) {
      const path = pathOf(address);
      if (path.length > 2048) return null;
      const found = matchParts(parts, path) ?? matchParts(parts, path.replace(/\/$/, ''));
      if (!found) return null;
      const values = found.map(([name, text]) => [name, decode(text)] as const);
      if (values.some(([, value]) => value === null)) return null;
      return Object.fromEntries(values) as Record<string, string>;
    },
  };
}

type Found = [name: string, text: string][];

/**
 * Fields end where the text after them first occurs; what stands behind a field of several
 * segments is read from the end. Never goes back, so the time is linear: addresses come from
 * strangers.
 */
function matchParts(parts: readonly Part[], path: string): Found | null {
  const at = parts.findIndex((part) => 'path' in part && part.isRest);
  if (at === -1) return matchForwards(parts, path);
  const before = readForwards(parts.slice(0, at), path);
  const after = readBackwards(parts.slice(at + 1), path);
  const rest = parts[at];
  if (!before || !after || !rest || 'text' in rest || before.end >= after.start) return null;
  const text = path.slice(before.end, after.start);
  return [...before.found, [rest.path.join('.'), text], ...after.found];
}

function matchForwards(parts: readonly Part[], path: string): Found | null {
  const last = parts.at(-1);
  // What stands at the end is at the end, though it may occur before.
  const tail = last && 'text' in last ? last.text : '';
  if (!path.endsWith(tail)) return null;
  const body = path.slice(0, path.length - tail.length);
  const read = readForwards(tail ? parts.slice(0, -1) : parts, body);
  return read?.end === body.length ? read.found : null;
}

function readForwards(parts: readonly Part[], path: string) {
  const found: Found = [];
  let end = 0;
  for (const [index, part] of parts.entries()) {
    if ('text' in part) {
      if (!path.startsWith(part.text, end)) return null;
      end += part.text.length;
      continue;
    }
    const next = parts[index + 1];
    const stop = next && 'text' in next ? path.indexOf(next.text, end + 1) : path.length;
    const text = path.slice(end, stop);
    if (stop === -1 || text === '' || text.includes('/')) return null;
    found.push([part.path.join('.'), text]);
    end = stop;
  }
  return { found, end };
}

function readBackwards(parts: readonly Part[], path: string) {
  const found: Found = [];
  let start = path.length;
  for (const [index, part] of [...parts.entries()].reverse()) {
    if ('text' in part) {
      start -= part.text.length;
      if (start < 0 || !path.startsWith(part.text, start)) return null;
      continue;
    }
    // Between two fields stands text, so there is one before this.
    const before = parts[index - 1];
    if (!before || !('text' in before)) return null;
    const begin = path.lastIndexOf(before.text, start - before.text.length - 1);
    const text = path.slice(begin + before.text.length, start);
    if (begin === -1 || text === '' || text.includes('/')) return null;
    found.unshift([part.path.join('.'), text]);
    start = begin + before.text.length;
  }
  return { found, start };
}

function partsOf(pattern: string): Part[] {
  return pattern
    .split(/(\{[^}]+\})/)
    .filter(Boolean)
    .map((text) => {
      if (!text.startsWith('{')) return { text };
      const name = text.slice(1, -1);
      const isRest = name.endsWith('*');
      return { path: (isRest ? name.slice(0, -1) : name).split('.'), isRest };
    });
}

/** A text or a number at that place; the first one where there are several. */
function valueAt(entry: unknown, path: readonly string[]): string | null {
  let value: unknown = entry;
  for (const name of path) {
    if (Array.isArray(value)) value = (value as unknown[])[0];
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return null;
    value = (value as Record<string, unknown>)[name];
  }
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : null;
}

/** Of a whole address only its path. */
function pathOf(address: string): string {
  const withoutOrigin = address.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, '');
  const path = withoutOrigin.replace(/[?#].*$/s, '');
  return path === '' ? '/' : path;
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
