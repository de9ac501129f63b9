import { addressOf, type Query } from './address';
import { errorOf, SuiteError } from './errors';

export type Requesting = {
  /** Added to the headers of every request; asked for each time. */
  headers: () => Record<string, string>;
  fetch: typeof fetch;
  url: string;
  timeoutMs: number;
};

export type RequestOptions = {
  query?: Query;
  method?: string;
  /** Sent as JSON. */
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
};

/** A JSON request of the content API. Every way of failing is a `SuiteError`. */
export async function requestJson<T>(
  { headers, fetch: send, url, timeoutMs }: Requesting,
  path: string,
  options: RequestOptions = {},
): Promise<T> {
  const limit = AbortSignal.timeout(timeoutMs);
  const init: RequestInit = {
    method: options.method ?? 'GET',
    headers: {
      accept: 'application/json',
      ...(options.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers(),
      ...options.headers,
    },
    signal: options.signal ? AbortSignal.any([options.signal, limit]) : limit,
    ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
  };
  const answer = await send(addressOf(url, path, options.query), init).catch((error: unknown) => {
    if (options.signal?.aborted) throw error;
    const why = limit.aborted
      ? `No answer within ${timeoutMs} ms.`
      : 'The server cannot be reached.';
    throw new SuiteError(why, 0);
  });
  const body: unknown = await answer.json().catch(() => null);
  if (!answer.ok) throw errorOf(answer.status, body);
  return body as T;
}
