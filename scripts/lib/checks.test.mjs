import assert from 'node:assert/strict';
import net from 'node:net';
import { test } from 'node:test';
import { freePort } from './checks.mjs';

test('takes the next port when the wanted one is taken', async () => {
  const server = net.createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  try {
    assert.ok((await freePort(port, '127.0.0.1')) > port);
  } finally {
    server.close();
  }
});
