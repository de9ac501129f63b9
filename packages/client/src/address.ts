export type QueryValue =
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly QueryValue[]
  | { readonly [name: string]: QueryValue };

export type Query = { readonly [name: string]: QueryValue };

/** `{ filters: { slug: { $eq: 'a' } } }` as Strapi reads it: `filters[slug][$eq]=a`. */
export function toSearch(query: Query): string {
  const pairs: [string, string][] = [];
  const walk = (name: string, value: QueryValue) => {
    if (value === undefined) return;
    if (value !== null && typeof value === 'object') {
      for (const [key, inner] of Object.entries(value)) walk(`${name}[${key}]`, inner);
      return;
    }
    pairs.push([name, value === null ? 'null' : String(value)]);
  };
  for (const [name, value] of Object.entries(query)) walk(name, value);
  return new URLSearchParams(pairs).toString();
}

/** Joins the server's address, `/api` and a path; the query comes last. */
export function addressOf(server: string, path: string, query: Query = {}): string {
  const search = toSearch(query);
  const joint = path.includes('?') ? '&' : '?';
  return `${server.replace(/\/+$/, '')}/api/${path.replace(/^\/+/, '')}${search ? joint + search : ''}`;
}
