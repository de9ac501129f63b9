/**
 * A host as it is compared: lower case, no port, no trailing dot, punycode, IPv6 without
 * brackets and in its shortest form. Null where the text is no host.
 *
 * WHATWG URL parsing would turn `2130706433` into 127.0.0.1; here a host is compared, never
 * connected to, so that is harmless and makes equal spellings equal.
 */
export function normalizeHost(host: string | null | undefined): string | null {
  const text = host?.trim();
  if (!text || text.length > 260 || /[\s/\\@?#]/.test(text)) return null;
  const isBareIPv6 = !text.startsWith('[') && text.split(':').length > 2;
  const bracketed = isBareIPv6 ? `[${text}]` : text;
  try {
    const { hostname } = new URL(`http://${bracketed}`);
    const bare = hostname.replace(/\.$/, '');
    return bare.replace(/^\[|\]$/g, '') || null;
  } catch {
    return null;
  }
}

/**
 * A site's domain as it is stored: a host, or `*.` and a host for every name one level below.
 * Null where it is neither.
 */
export function normalizeDomain(domain: string): string | null {
  const text = domain.trim();
  if (!text.startsWith('*.')) return text.includes('*') ? null : normalizeHost(text);
  const rest = normalizeHost(text.slice(2));
  return rest && !rest.includes('*') && rest.includes('.') ? `*.${rest}` : null;
}

/** `a.b.example` → `*.b.example`: the only wildcard that can match a host. */
export function wildcardOf(host: string): string | null {
  const dot = host.indexOf('.');
  return dot > 0 ? `*${host.slice(dot)}` : null;
}
