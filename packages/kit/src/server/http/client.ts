import { lookup as systemLookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { Agent, request as send } from 'undici';
import { hostOf, HttpClientError, isAllowedHost, isPublicAddress, readAddress } from './addresses';
import { ACCEPT_ENCODING, readBody } from './body';

type Address = { address: string; family: number };

export type HttpClientOptions = {
  /** Hosts (`cms.internal`) or host and port (`127.0.0.1:1337`) that may be in a private network. */
  allowedHosts?: readonly string[];
  /** The whole request, redirects included. */
  timeoutMs?: number;
  /** Bytes of the answer, decompressed. */
  maxBytes?: number;
  maxRedirects?: number;
  userAgent?: string;
  /** How names become addresses. The system's resolver unless a test says otherwise. */
  resolve?: (host: string) => Promise<Address[]>;
};

export type HttpRequest = {
  method?: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  headers?: Record<string, string>;
  body?: string | Uint8Array;
  timeoutMs?: number;
  maxBytes?: number;
  signal?: AbortSignal;
};

export type HttpResponse = {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
  text(): string;
  /** @throws Error with a sentence where the body is no JSON. */
  json(): unknown;
  /** Where it came from in the end. */
  url: string;
  durationMs: number;
};

export type HttpClient = ReturnType<typeof createHttpClient>;

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/** What goes along to another origin; everything else may be a credential. */
const HARMLESS = new Set(['accept', 'accept-language', 'user-agent']);

/**
 * Fetches addresses that people typed in. Every address a name stands for must be public, when
 * the connection is made and after every redirect, unless the host is allowed by configuration:
 * else an editor could read the network the server stands in.
 */
export function createHttpClient({
  allowedHosts = [],
  timeoutMs = 15_000,
  maxBytes = 10 * 1024 * 1024,
  maxRedirects = 5,
  userAgent = 'strapi-suite',
  resolve = (host) => systemLookup(host, { all: true }),
}: HttpClientOptions = {}) {
  const allowed = new Set(allowedHosts.map((host) => host.toLowerCase().replace(/\.$/, '')));

  async function addressesOf(host: string, isOpen: boolean): Promise<Address[]> {
    const addresses = await resolve(host).catch((cause: unknown) => {
      throw new HttpClientError('NO_CONNECTION', `There is no address of ${host}.`, cause);
    });
    const isFine = isOpen || addresses.every(({ address }) => isPublicAddress(address));
    if (addresses.length === 0 || !isFine) throw privateAddress(host);
    return addresses;
  }

  // The very addresses that were checked are connected to; a second look-up could answer others.
  const lookupOf =
    (isOpen: boolean): LookupFunction =>
    (host, options, callback) => {
      addressesOf(host, isOpen).then(
        (addresses) => {
          const [first] = addresses;
          if (options.all) callback(null, addresses);
          else callback(null, first?.address ?? '', first?.family);
        },
        (error: unknown) => callback(error as NodeJS.ErrnoException, []),
      );
    };

  const agentOf = (isOpen: boolean) =>
    new Agent({
      connect: { lookup: lookupOf(isOpen), timeout: timeoutMs },
      headersTimeout: timeoutMs,
      bodyTimeout: timeoutMs,
      keepAliveTimeout: 4000,
    });
  const agents = { guarded: agentOf(false), open: agentOf(true) };

  function agentFor(url: URL): Agent {
    if (isAllowedHost(url, allowed)) return agents.open;
    const host = hostOf(url);
    // A literal address is never looked up.
    if (isIP(host) && !isPublicAddress(host)) throw privateAddress(host);
    return agents.guarded;
  }

  async function once(url: URL, options: HttpRequest, signal: AbortSignal, limit: number) {
    const { method = 'GET', headers = {}, body } = options;
    const answer = await send(url, {
      dispatcher: agentFor(url),
      method,
      headers: {
        'user-agent': userAgent,
        'accept-encoding': ACCEPT_ENCODING,
        ...lowerCased(headers),
      },
      body,
      signal,
    });
    const flat = Object.entries(answer.headers).map(
      ([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')] as const,
    );
    const found = Object.fromEntries(flat);
    const isRedirect = REDIRECTS.has(answer.statusCode) && Boolean(found.location);
    if (isRedirect || method === 'HEAD') {
      await answer.body.dump();
      return { status: answer.statusCode, headers: found, body: Buffer.alloc(0), isRedirect };
    }
    const encoding = found['content-encoding'] ?? '';
    if (!encoding && Number(found['content-length'] ?? 0) > limit) {
      answer.body.destroy();
      throw new HttpClientError('TOO_LARGE', `The answer has more than ${limit} bytes.`);
    }
    const content = await readBody({ body: answer.body, encoding, maxBytes: limit, signal });
    return { status: answer.statusCode, headers: found, body: content, isRedirect };
  }

  return {
    async request(address: string | URL, options: HttpRequest = {}): Promise<HttpResponse> {
      const startedAt = performance.now();
      const limitMs = options.timeoutMs ?? timeoutMs;
      const deadline = AbortSignal.timeout(limitMs);
      const signal = options.signal ? AbortSignal.any([options.signal, deadline]) : deadline;
      let url = readAddress(address);
      let current = options;
      try {
        for (let hops = 0; hops <= maxRedirects; hops += 1) {
          const answer = await once(url, current, signal, options.maxBytes ?? maxBytes);
          if (!answer.isRedirect) {
            const durationMs = performance.now() - startedAt;
            return responseOf({ ...answer, url: url.href, durationMs });
          }
          const next = redirectTo(url, answer.headers.location ?? '');
          current = redirected(current, { status: answer.status, from: url, to: next });
          url = next;
        }
        const text = `${hostOf(url)} redirects more than ${maxRedirects} times.`;
        throw new HttpClientError('TOO_MANY_REDIRECTS', text);
      } catch (error) {
        if (options.signal?.aborted) throw error;
        throw explain(error, { host: hostOf(url), limitMs, isLate: deadline.aborted });
      }
    },

    /** Ends connections that are kept for the next request. */
    async close() {
      await Promise.all([agents.guarded.destroy(), agents.open.destroy()]);
    },
  };
}

const privateAddress = (host: string) =>
  new HttpClientError(
    'PRIVATE_ADDRESS',
    `${host} is not on the public internet. If it is meant to be reached, add it to allowedHosts in config/plugins.`,
  );

const lowerCased = (headers: Record<string, string>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

function redirectTo(from: URL, location: string): URL {
  const url = readAddress(URL.canParse(location, from.href) ? new URL(location, from) : location);
  if (from.protocol === 'https:' && url.protocol === 'http:') {
    const text = `${hostOf(from)} redirects from https to http.`;
    throw new HttpClientError('BAD_ADDRESS', text);
  }
  return url;
}

/** The next request: without body where browsers drop it, without credentials for others. */
function redirected(
  options: HttpRequest,
  { status, from, to }: { status: number; from: URL; to: URL },
): HttpRequest {
  const { method = 'GET', body } = options;
  const isRead = method === 'GET' || method === 'HEAD';
  const becomesGet = !isRead && (status === 303 || (status < 303 && method === 'POST'));
  const isSameOrigin = from.origin === to.origin;
  const headers = Object.entries(lowerCased(options.headers ?? {})).filter(
    ([name]) =>
      (isSameOrigin || HARMLESS.has(name)) && !(becomesGet && name.startsWith('content-')),
  );
  if (!isSameOrigin && body !== undefined && !becomesGet) {
    const text = `${hostOf(from)} wants the data to be sent to ${hostOf(to)} instead.`;
    throw new HttpClientError('BAD_ADDRESS', text);
  }
  return {
    ...options,
    headers: Object.fromEntries(headers),
    ...(becomesGet && { method: 'GET' as const, body: undefined }),
  };
}

function responseOf(answer: {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
  url: string;
  durationMs: number;
}): HttpResponse {
  const text = () => answer.body.toString('utf8');
  return {
    status: answer.status,
    headers: answer.headers,
    body: answer.body,
    url: answer.url,
    durationMs: answer.durationMs,
    text,
    json() {
      try {
        return JSON.parse(text()) as unknown;
      } catch (cause) {
        throw new Error(`${hostOf(new URL(answer.url))} did not answer JSON.`, { cause });
      }
    },
  };
}

/** Sentences without the path or query of the address: these may hold secrets. */
function explain(
  error: unknown,
  { host, limitMs, isLate }: { host: string; limitMs: number; isLate: boolean },
): Error {
  if (error instanceof HttpClientError) return error;
  const { code = '', cause, message } = error as NodeJS.ErrnoException & { cause?: unknown };
  if (cause instanceof HttpClientError) return cause;
  if (isLate || /TIMEOUT/.test(code)) {
    return new HttpClientError('TIMEOUT', `${host} did not answer within ${limitMs} ms.`, error);
  }
  const reason = code || message;
  return new HttpClientError('NO_CONNECTION', `${host} cannot be reached (${reason}).`, error);
}
