import http from 'node:http';

const REQUEST_LIMIT_MS = 30_000;

/** The project stands behind a proxy that ends TLS, under one name; the port of a run shall not show. */
const PROXY_HEADERS = { Host: 'www.daily.example', 'X-Forwarded-Proto': 'https' };

/** One plain request; headers keep their order and spelling, which `fetch` would not. */
export function send({ port, method, path, headers = {}, body }) {
  return new Promise((resolve, reject) => {
    const request = http.request(
      {
        host: '127.0.0.1',
        port,
        method,
        path: encodeURI(path),
        headers: { ...PROXY_HEADERS, ...headers },
        timeout: REQUEST_LIMIT_MS,
      },
      (response) => {
        const chunks = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.on('end', () => {
          const pairs = [];
          for (let i = 0; i < response.rawHeaders.length; i += 2) {
            pairs.push([response.rawHeaders[i], response.rawHeaders[i + 1]]);
          }
          resolve({
            status: response.statusCode,
            headers: pairs,
            body: Buffer.concat(chunks).toString('latin1'),
          });
        });
        response.on('error', reject);
      },
    );
    request.on('timeout', () => request.destroy(new Error(`${method} ${path}: no answer`)));
    request.on('error', reject);
    if (body !== undefined) request.write(body);
    request.end();
  });
}

export async function sendJson({ body, headers, ...rest }) {
  const text = body === undefined ? undefined : JSON.stringify(body);
  const bodyHeaders = text && {
    'Content-Type': 'application/json',
    'Content-Length': String(Buffer.byteLength(text)),
  };
  const answer = await send({ ...rest, headers: { ...bodyHeaders, ...headers }, body: text });
  return { ...answer, json: JSON.parse(Buffer.from(answer.body, 'latin1').toString('utf8')) };
}
