type Values = Record<string, unknown>;
const isObject = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The text of a field by its path; blocks count as the passage that was rewritten. */
export function textAt(entry: Values, path: string): string | null {
  const value = path
    .split('.')
    .reduce<unknown>(
      (at, part) => (Array.isArray(at) ? at[Number(part)] : isObject(at) ? at[part] : undefined),
      entry,
    );
  if (typeof value === 'string') return value;
  if (isObject(value) && Array.isArray(value.children)) {
    return value.children
      .map((child) => (isObject(child) && typeof child.text === 'string' ? child.text : ''))
      .join('');
  }
  return null;
}

/**
 * What to write so that a field gets this text: the top-level attribute with everything else in it
 * as it was. Null where the field is not there. Elements of lists keep their row ids.
 */
export function setAt(entry: Values, path: string, text: string): Values | null {
  const [name = '', ...rest] = path.split('.');
  if (!(name in entry)) return null;
  const value = replace(entry[name], rest, text);
  return value === undefined ? null : { [name]: value };
}

function replace(value: unknown, [part, ...rest]: readonly string[], text: string): unknown {
  if (part === undefined) {
    if (typeof value === 'string' || value === null) return text;
    // A paragraph of a blocks field.
    if (isObject(value) && Array.isArray(value.children))
      return { ...value, children: [{ type: 'text', text }] };
    return undefined;
  }
  if (Array.isArray(value)) {
    const index = Number(part);
    const inner = index in value ? replace(value[index], rest, text) : undefined;
    return inner === undefined
      ? undefined
      : value.map((one: unknown, at) => (at === index ? inner : one));
  }
  if (!isObject(value)) return undefined;
  const inner = replace(value[part], rest, text);
  return inner === undefined ? undefined : { ...value, [part]: inner };
}
