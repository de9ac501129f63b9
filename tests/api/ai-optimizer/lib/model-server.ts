import http from 'node:http';
import type { AddressInfo } from 'node:net';

type Asked = { authorization?: string; body: { messages: { role: string; content: string }[] } };

/** A server that speaks the protocol of chat completions and answers what a test tells it to. */
export async function startModelServer() {
  const asked: Asked[] = [];
  const state = {
    reply: (_asked: Asked): string => '{"values":["A suggestion"]}',
    delayMs: 0,
    tokens: [1000, 100],
  };
  const server = http.createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString()));
    request.on('end', () => {
      const one = {
        authorization: request.headers.authorization,
        body: JSON.parse(text) as Asked['body'],
      };
      asked.push(one);
      const message = { role: 'assistant', content: state.reply(one) };
      setTimeout(() => {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.end(
          JSON.stringify({
            id: '1',
            object: 'chat.completion',
            choices: [{ index: 0, finish_reason: 'stop', message }],
            usage: {
              prompt_tokens: state.tokens[0],
              completion_tokens: state.tokens[1],
              total_tokens: 0,
            },
          }),
        );
      }, state.delayMs);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    asked,
    state,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

export type ModelServer = Awaited<ReturnType<typeof startModelServer>>;
