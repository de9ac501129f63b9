import http, { type IncomingHttpHeaders } from 'node:http';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS' | 'HEAD';

export type RequestOptions = {
  /** Sent as JSON, or as a form when it is FormData. */
  body?: unknown;
  /** Any Host header: fetch refuses to set it, hence node:http. */
  host?: string;
  /** X-Site header: slug or documentId of a site, or `*`. */
  site?: string;
  /** Bearer token: an admin session or an API token. */
  token?: string;
  headers?: Record<string, string>;
  timeoutMs?: number;
};

export type Answer<T = unknown> = {
  status: number;
  headers: IncomingHttpHeaders;
  /** Parsed JSON where the answer is JSON, else null. */
  body: T;
  text: string;
};

/** Strapi's fixed error shape. */
export type ErrorBody = {
  data: null;
  error: { status: number; name: string; message: string; details: Record<string, unknown> };
};

/** Requests in somebody's name; `with` derives a client that always adds these options. */
export type Client = {
  request: <T = unknown>(
    method: Method,
    path: string,
    options?: RequestOptions,
  ) => Promise<Answer<T>>;
  get: <T = unknown>(path: string, options?: RequestOptions) => Promise<Answer<T>>;
  post: <T = unknown>(path: string, body?: unknown, options?: RequestOptions) => Promise<Answer<T>>;
  put: <T = unknown>(path: string, body?: unknown, options?: RequestOptions) => Promise<Answer<T>>;
  delete: <T = unknown>(path: string, options?: RequestOptions) => Promise<Answer<T>>;
  graphql: <T = unknown>(
    query: string,
    variables?: Record<string, unknown>,
    options?: RequestOptions,
  ) => Promise<Answer<T>>;
  with: (options: RequestOptions) => Client;
};

const encodeBody = async (body: unknown): Promise<{ bytes?: Buffer; contentType?: string }> => {
  if (body === undefined) return {};
  if (body instanceof FormData) {
    const form = new Response(body);
    return {
      bytes: Buffer.from(await form.arrayBuffer()),
      contentType: form.headers.get('content-type') ?? undefined,
    };
  }
  return { bytes: Buffer.from(JSON.stringify(body)), contentType: 'application/json' };
};

const parse = (headers: IncomingHttpHeaders, text: string): unknown =>
  // Not JSON lines, which are many values.
  /^application\/([\w.-]+\+)?json\b/.test(headers['content-type'] ?? '') && text !== ''
    ? JSON.parse(text)
    : null;

/** One request. Redirects are not followed: tests want to see them. */
export const sendRequest = async <T>(
  baseUrl: string,
  { method, path, ...options }: RequestOptions & { method: Method; path: string },
): Promise<Answer<T>> => {
  const { bytes, contentType } = await encodeBody(options.body);
  const headers: Record<string, string> = {
    accept: 'application/json',
    ...(contentType ? { 'content-type': contentType } : {}),
    ...(bytes ? { 'content-length': String(bytes.length) } : {}),
    ...(options.host ? { host: options.host } : {}),
    ...(options.site ? { 'x-site': options.site } : {}),
    ...(options.token ? { authorization: `Bearer ${options.token}` } : {}),
    ...options.headers,
  };
  const timeoutMs = options.timeoutMs ?? 30_000;

  return new Promise((resolve, reject) => {
    const request = http.request(
      new URL(path, baseUrl),
      { method, headers, agent: false, timeout: timeoutMs },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          try {
            // The caller names the shape he expects and asserts on it.
            const body = parse(response.headers, text) as T;
            resolve({ status: response.statusCode ?? 0, headers: response.headers, body, text });
          } catch (error) {
            reject(new Error(`${method} ${path} answered broken JSON`, { cause: error }));
          }
        });
      },
    );
    request.on('timeout', () =>
      request.destroy(new Error(`${method} ${path}: no answer in ${timeoutMs} ms`)),
    );
    request.on('error', reject);
    request.end(bytes);
  });
};

export const createClient = (baseUrl: string, base: RequestOptions = {}): Client => {
  const request = <T>(method: Method, path: string, options: RequestOptions = {}) =>
    sendRequest<T>(baseUrl, {
      ...base,
      ...options,
      headers: { ...base.headers, ...options.headers },
      method,
      path,
    });
  return {
    request,
    get: (path, options) => request('GET', path, options),
    post: (path, body, options) => request('POST', path, { ...options, body }),
    put: (path, body, options) => request('PUT', path, { ...options, body }),
    delete: (path, options) => request('DELETE', path, options),
    graphql: (query, variables, options) =>
      request('POST', '/graphql', { ...options, body: { query, variables } }),
    with: (options) =>
      createClient(baseUrl, {
        ...base,
        ...options,
        headers: { ...base.headers, ...options.headers },
      }),
  };
};
