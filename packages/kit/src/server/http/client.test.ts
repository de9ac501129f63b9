import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { createHttpClient, type HttpClient, type HttpClientOptions } from './client';

type Handler = (request: http.IncomingMessage, response: http.ServerResponse) => void;

describe('the safe HTTP client', () => {
  const servers: http.Server[] = [];
  const clients: HttpClient[] = [];

  /** A server on this machine; its origin. */
  const serve = (handler: Handler): Promise<string> =>
    new Promise((resolve) => {
      const server = http.createServer(handler);
      servers.push(server);
      server.listen(0, '127.0.0.1', () => {
        const { port } = server.address() as AddressInfo;
        resolve(`http://127.0.0.1:${port}`);
      });
    });

  const clientOf = (options: HttpClientOptions = {}) => {
    const client = createHttpClient({ timeoutMs: 2000, ...options });
    clients.push(client);
    return client;
  };
  /** May reach these servers on this machine. */
  const allowing = (origins: string[], options: HttpClientOptions = {}) =>
    clientOf({ allowedHosts: origins.map((origin) => new URL(origin).host), ...options });

  const bodyOf = async (request: http.IncomingMessage) => {
    let text = '';
    for await (const chunk of request) text += String(chunk);
    return text;
  };

  afterEach(async () => {
    await Promise.all(clients.splice(0).map((client) => client.close()));
    servers.splice(0).forEach((server) => {
      server.closeAllConnections();
      server.close();
    });
  });

  const refusal = (code: string) => expect.objectContaining({ code }) as Error;

  it('answers what is there', async () => {
    const origin = await serve((request, response) => {
      response.setHeader('content-type', 'application/json');
      response.end(
        JSON.stringify({ method: request.method, agent: request.headers['user-agent'] }),
      );
    });
    const answer = await allowing([origin], { userAgent: 'suite/1' }).request(`${origin}/a?b=c`);
    expect(answer).toMatchObject({ status: 200, url: `${origin}/a?b=c` });
    expect(answer.json()).toEqual({ method: 'GET', agent: 'suite/1' });
    expect(answer.headers['content-type']).toBe('application/json');
    expect(answer.durationMs).toBeGreaterThan(0);
  });

  it('hands on errors of the other side as answers', async () => {
    const origin = await serve((_request, response) => response.writeHead(503).end('down'));
    const answer = await allowing([origin]).request(origin);
    expect(answer.status).toBe(503);
    expect(answer.text()).toBe('down');
    expect(() => answer.json()).toThrow('did not answer JSON');
  });

  it('sends a body', async () => {
    const origin = await serve((request, response) => {
      void bodyOf(request).then((text) => response.end(`${request.method ?? ''} ${text}`));
    });
    const client = allowing([origin]);
    const answer = await client.request(origin, { method: 'PUT', body: 'hello' });
    expect(answer.text()).toBe('PUT hello');
  });

  describe('refuses to go', () => {
    it.each([
      'http://127.0.0.1/',
      'http://127.1/',
      'http://2130706433/',
      'http://0x7f000001/',
      'http://0x7f.0.0.1/',
      'http://0177.0.0.1/',
      'http://0177.0x0.1/',
      'http://127.0.0.1./',
      'http://①②⑦.⓪.⓪.①/',
      'http://0/',
      'http://10.1.2.3/',
      'http://192.168.0.1:8080/',
      'http://169.254.169.254/latest/meta-data/',
      'http://[::1]/',
      'http://[::]/',
      'http://[::ffff:127.0.0.1]/',
      'http://[::ffff:7f00:1]/',
      'http://[0:0:0:0:0:ffff:7f00:0001]/',
      'http://[::127.0.0.1]/',
      'http://[64:ff9b::127.0.0.1]/',
      'http://[2002:7f00:1::]/',
      'http://[fe80::1]/',
      'http://[fd00::1]/',
    ])('to %s', async (address) => {
      await expect(clientOf().request(address)).rejects.toEqual(refusal('PRIVATE_ADDRESS'));
    });

    it.each([
      ['this machine', [{ address: '127.0.0.1', family: 4 }]],
      ['the metadata service', [{ address: '169.254.169.254', family: 4 }]],
      ['this machine by IPv6', [{ address: '::1', family: 6 }]],
      ['IPv4 in IPv6', [{ address: '::ffff:10.0.0.1', family: 6 }]],
      [
        'a public and a private one',
        [
          { address: '93.184.216.34', family: 4 },
          { address: '10.0.0.1', family: 4 },
        ],
      ],
    ])('where a name stands for %s', async (_what, addresses) => {
      const client = clientOf({ resolve: () => Promise.resolve(addresses) });
      await expect(client.request('http://feed.test/')).rejects.toEqual(refusal('PRIVATE_ADDRESS'));
    });

    it('to a name that answers another address the second time', async () => {
      let asked = 0;
      const origin = await serve((_request, response) => response.end('inside'));
      const { port } = new URL(origin);
      const client = clientOf({
        resolve: async () => {
          asked += 1;
          return [{ address: asked === 1 ? '192.0.2.1' : '127.0.0.1', family: 4 }];
        },
      });
      const address = `http://feed.test:${port}/`;
      await expect(client.request(address)).rejects.toEqual(refusal('PRIVATE_ADDRESS'));
      await expect(client.request(address)).rejects.toEqual(refusal('PRIVATE_ADDRESS'));
    });

    it('to localhost by its name', async () => {
      const origin = await serve((_request, response) => response.end('inside'));
      const { port } = new URL(origin);
      const going = clientOf().request(`http://localhost:${port}/`);
      await expect(going).rejects.toEqual(refusal('PRIVATE_ADDRESS'));
    });

    it('where a redirect leads inside', async () => {
      const inside = await serve((_request, response) => response.end('inside'));
      const outside = await serve((_request, response) =>
        response.writeHead(302, { location: `${inside}/secret` }).end(),
      );
      const going = allowing([outside]).request(outside);
      await expect(going).rejects.toEqual(refusal('PRIVATE_ADDRESS'));
    });

    it.each(['ftp://example.com/', 'file:///etc/passwd', 'http://user:pw@example.com/'])(
      'where a redirect leads to %s',
      async (location) => {
        const outside = await serve((_request, response) =>
          response.writeHead(302, { location }).end(),
        );
        const going = allowing([outside]).request(outside);
        await expect(going).rejects.toEqual(refusal('BAD_ADDRESS'));
      },
    );
  });

  it('goes to a name that configuration allows', async () => {
    const origin = await serve((request, response) => response.end(request.headers.host));
    const { port } = new URL(origin);
    const client = clientOf({
      allowedHosts: ['Feed.test'],
      resolve: () => Promise.resolve([{ address: '127.0.0.1', family: 4 }]),
    });
    const answer = await client.request(`http://feed.test:${port}/`);
    expect(answer.text()).toBe(`feed.test:${port}`);
  });

  describe('a redirect', () => {
    /** Sends everybody on to `target`, which answers what it got. */
    async function pair(status: number, isSameOrigin: boolean) {
      const echo: Handler = (request, response) => {
        void bodyOf(request).then((text) => {
          const { authorization, cookie, accept } = request.headers;
          const key = request.headers['x-api-key'];
          const type = request.headers['content-type'];
          const seen = { method: request.method, text, authorization, cookie, accept, key, type };
          response.end(JSON.stringify(seen));
        });
      };
      const other = await serve(echo);
      const first: string = await serve((request, response) => {
        if (request.url === '/end') return echo(request, response);
        request.resume();
        const location = isSameOrigin ? '/end' : `${other}/end`;
        response.writeHead(status, { location }).end();
      });
      return { first, client: allowing([first, other]) };
    }
    const headers = {
      Authorization: 'Bearer secret',
      Cookie: 'a=b',
      'X-Api-Key': 'secret',
      Accept: 'text/xml',
    };

    it('to the same origin takes credentials along', async () => {
      const { first, client } = await pair(302, true);
      const answer = await client.request(`${first}/start`, { headers });
      expect(answer.json()).toMatchObject({
        authorization: 'Bearer secret',
        cookie: 'a=b',
        key: 'secret',
      });
      expect(answer.url).toBe(`${first}/end`);
    });

    it('to another origin drops them', async () => {
      const { first, client } = await pair(302, false);
      const answer = await client.request(`${first}/start`, { headers });
      expect(answer.json()).toEqual({ method: 'GET', text: '', accept: 'text/xml' });
    });

    it.each([
      [301, 'GET', ''],
      [302, 'GET', ''],
      [303, 'GET', ''],
      [307, 'POST', 'data'],
      [308, 'POST', 'data'],
    ])('with %i makes a POST a %s', async (status, method, text) => {
      const { first, client } = await pair(status, true);
      const options = {
        method: 'POST',
        body: 'data',
        headers: { 'content-type': 'text/x' },
      } as const;
      const answer = await client.request(`${first}/start`, options);
      expect(answer.json()).toMatchObject({ method, text });
    });

    it('does not carry data to another origin', async () => {
      const { first, client } = await pair(307, false);
      const going = client.request(`${first}/start`, { method: 'POST', body: 'data' });
      await expect(going).rejects.toEqual(refusal('BAD_ADDRESS'));
    });

    it('ends after so many', async () => {
      let hops = 0;
      const origin = await serve((_request, response) => {
        hops += 1;
        response.writeHead(302, { location: '/again' }).end();
      });
      const going = allowing([origin], { maxRedirects: 3 }).request(origin);
      await expect(going).rejects.toEqual(refusal('TOO_MANY_REDIRECTS'));
      expect(hops).toBe(4);
    });
  });

  describe('a compressed answer', () => {
    it.each([
      ['gzip', gzipSync],
      ['deflate', deflateSync],
      ['br', brotliCompressSync],
    ])('as %s is unpacked', async (encoding, compress) => {
      const origin = await serve((_request, response) => {
        response.setHeader('content-encoding', encoding);
        response.end(compress('hello '.repeat(1000)));
      });
      const answer = await allowing([origin]).request(origin);
      expect(answer.text()).toBe('hello '.repeat(1000));
    });

    it.each([
      ['once', 'gzip', (data: Buffer) => gzipSync(data)],
      ['twice', 'gzip, gzip', (data: Buffer) => gzipSync(gzipSync(data))],
    ])('that unpacks to far too much, packed %s, ends early', async (_what, encoding, pack) => {
      const bomb = pack(Buffer.alloc(50 * 1024 * 1024));
      const origin = await serve((_request, response) => {
        response.setHeader('content-encoding', encoding);
        response.end(bomb);
      });
      const going = allowing([origin], { maxBytes: 1024 * 1024 }).request(origin);
      await expect(going).rejects.toEqual(refusal('TOO_LARGE'));
    });

    it.each(['zstd', 'gzip, gzip, gzip'])('as %s is not taken', async (encoding) => {
      const origin = await serve((_request, response) => {
        response.setHeader('content-encoding', encoding);
        response.end('x');
      });
      await expect(allowing([origin]).request(origin)).rejects.toEqual(refusal('NO_CONNECTION'));
    });

    it('that is broken is an error, not half an answer', async () => {
      const origin = await serve((_request, response) => {
        response.setHeader('content-encoding', 'gzip');
        response.end(gzipSync('hello '.repeat(5000)).subarray(0, 40));
      });
      await expect(allowing([origin]).request(origin)).rejects.toEqual(refusal('NO_CONNECTION'));
    });
  });

  it('ends an answer that says it is too large', async () => {
    const origin = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': String(1e9) });
      response.write('x');
    });
    const going = allowing([origin], { maxBytes: 1000 }).request(origin);
    await expect(going).rejects.toEqual(refusal('TOO_LARGE'));
  });

  it('ends an answer that does not end', async () => {
    const origin = await serve((_request, response) => {
      const timer = setInterval(() => response.write('x'.repeat(1000)), 1);
      response.on('close', () => clearInterval(timer));
    });
    const going = allowing([origin], { maxBytes: 50_000 }).request(origin);
    await expect(going).rejects.toEqual(refusal('TOO_LARGE'));
  });

  it.each<[string, Handler]>([
    ['never comes', () => undefined],
    [
      'comes drop by drop',
      (_request, response) => {
        const timer = setInterval(() => response.write('x'), 20);
        response.on('close', () => clearInterval(timer));
      },
    ],
    [
      'redirects slowly for ever',
      (request, response) => {
        const hop = Number(new URL(request.url ?? '', 'http://x').searchParams.get('n') ?? 0) + 1;
        setTimeout(() => response.writeHead(302, { location: `/?n=${hop}` }).end(), 100);
      },
    ],
  ])('waits no longer than told for an answer that %s', async (_what, handler) => {
    const origin = await serve(handler);
    const startedAt = Date.now();
    const client = allowing([origin], { maxRedirects: 1000 });
    await expect(client.request(origin, { timeoutMs: 250 })).rejects.toEqual(refusal('TIMEOUT'));
    expect(Date.now() - startedAt).toBeLessThan(1500);
  });

  it('ends when the caller does', async () => {
    const origin = await serve(() => undefined);
    const abort = new AbortController();
    const going = allowing([origin]).request(origin, { signal: abort.signal });
    setTimeout(() => abort.abort(), 50);
    await expect(going).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('says that nobody is there, without the secret in the address', async () => {
    const origin = await serve(() => undefined);
    servers.forEach((server) => server.close());
    await new Promise((resolve) => setTimeout(resolve, 20));
    const going = allowing([origin]).request(`${origin}/feed?token=secret`);
    await expect(going).rejects.toEqual(refusal('NO_CONNECTION'));
    await expect(going).rejects.not.toThrow('secret');
  });
});
