import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { stopServer } from '#src/server/http/stop.ts';

async function serverWith(answer: (res: ServerResponse) => void) {
  const asked = Promise.withResolvers<void>();
  const server = createServer((_req, res) => {
    asked.resolve();
    answer(res);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const call = () =>
    new Promise<number>((resolve, reject) => {
      const sent = request({ port, host: '127.0.0.1' }, (res: IncomingMessage) => {
        res.resume().on('end', () => resolve(res.statusCode!));
      });
      sent.on('error', reject).end();
    });
  return { server, call, asked: asked.promise };
}

test('a running request is finished, a new one is refused', async () => {
  const gate = Promise.withResolvers<void>();
  const { server, call, asked } = await serverWith(
    (res) => void gate.promise.then(() => res.end('done')),
  );
  const running = call();
  await asked;
  const stopped = stopServer(server, 60_000);
  await expect(call()).rejects.toThrow('ECONNREFUSED');
  gate.resolve();
  expect(await running).toBe(200);
  await stopped;
});

test('what does not end is cut', async () => {
  const { server, call, asked } = await serverWith(() => {});
  const cut = expect(call()).rejects.toThrow();
  await asked;
  await stopServer(server, 20);
  await cut;
});
