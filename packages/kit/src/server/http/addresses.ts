import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/**
 * True for an address of the public internet. Everything else is somebody's own network, this
 * machine, or a way round to one of them (IPv4 inside IPv6, tunnels, translation).
 */
export function isPublicAddress(text: string): boolean {
  if (!isIP(text)) return false;
  const address = ipaddr.parse(text);
  if (address.kind() === 'ipv4') return address.range() === 'unicast';
  const ipv6 = address as ipaddr.IPv6;
  // Only 2000::/3 is handed out; what embeds an IPv4 address has ranges of its own in it.
  const isGlobal = ipv6.match(ipaddr.IPv6.parse('2000::'), 3);
  return isGlobal && ipv6.range() === 'unicast';
}

export type HttpErrorCode =
  | 'BAD_ADDRESS'
  | 'PRIVATE_ADDRESS'
  | 'TOO_LARGE'
  | 'TIMEOUT'
  | 'TOO_MANY_REDIRECTS'
  | 'NO_CONNECTION';

/** Compare `code`, not the class: every plugin has its own copy of it. */
export class HttpClientError extends Error {
  readonly code: HttpErrorCode;

  constructor(code: HttpErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'HttpClientError';
    this.code = code;
  }
}

/** @throws HttpClientError BAD_ADDRESS for what is no plain http(s) address. */
export function readAddress(address: string | URL): URL {
  let url: URL;
  try {
    url = new URL(address);
  } catch (cause) {
    throw new HttpClientError('BAD_ADDRESS', 'This is not a complete web address.', cause);
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new HttpClientError('BAD_ADDRESS', 'Only http and https addresses can be fetched.');
  }
  if (url.username || url.password) {
    throw new HttpClientError(
      'BAD_ADDRESS',
      'An address must not contain a user or password. Enter them as credentials.',
    );
  }
  return url;
}

/** The host as it is compared and looked up: small letters, no brackets, no dot at its end. */
export const hostOf = (url: URL) =>
  url.hostname
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '');

/** `host` allows every port of it, `host:port` that one. */
export function isAllowedHost(url: URL, allowed: ReadonlySet<string>): boolean {
  const host = hostOf(url);
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  return allowed.has(host) || allowed.has(`${host}:${port}`) || allowed.has(`[${host}]:${port}`);
}
