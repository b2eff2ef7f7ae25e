import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { apiFetch } from '#src/server/db/api-fetch.ts';

const opened: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0)) await close();
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  opened.push(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Answers with what it was asked. */
const echo: RequestListener = (req, res) => {
  let body = '';
  req.setEncoding('utf8').on('data', (part: string) => (body += part));
  req.on('end', () => {
    const { method, url, headers } = req;
    res.writeHead(201, { 'content-type': 'application/json', 'set-cookie': ['a=1', 'b=2'] });
    res.end(
      JSON.stringify({
        method,
        url,
        body,
        length: headers['content-length'],
        own: headers['x-own'],
      }),
    );
  });
};

describe('a question to the API', () => {
  test.each(['text', 'bytes'])('arrives whole and is answered, sent as %s', async (kind) => {
    const url = await serve(echo);
    const text = '{"word":"inkweto nziza, élégant"}';
    const body = kind === 'text' ? text : new TextEncoder().encode(text);
    const answer = await apiFetch(`${url}/rest/v1/rpc/x?a=b`, {
      method: 'POST',
      body,
      headers: new Headers({ 'x-own': 'yes' }),
    });
    expect(answer.status).toBe(201);
    expect(answer.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    expect(await answer.json()).toEqual({
      method: 'POST',
      url: '/rest/v1/rpc/x?a=b',
      body: text,
      length: String(Buffer.byteLength(text)),
      own: 'yes',
    });
  });

  test('asks with GET when nothing is said', async () => {
    const answer = await apiFetch(new URL(await serve(echo)));
    expect(await answer.json()).toMatchObject({ method: 'GET', url: '/', body: '' });
  });

  test.each([204, 304])('an answer %i has no body', async (status) => {
    const answer = await apiFetch(await serve((_req, res) => res.writeHead(status).end()));
    expect([answer.status, answer.body]).toEqual([status, null]);
  });

  test('fails as fetch does when nobody answers, and when the answer breaks off', async () => {
    const gone = await serve((_req, res) => res.destroy());
    await expect(apiFetch(gone)).rejects.toThrow(new TypeError('fetch failed'));
    const broken = await serve((_req, res) => {
      res.writeHead(200, { 'content-length': 100 });
      res.write('half', () => res.destroy());
    });
    await expect(apiFetch(broken)).rejects.toThrow(new TypeError('fetch failed'));
    await expect(apiFetch('http://127.0.0.1:1')).rejects.toThrow(new TypeError('fetch failed'));
  });

  test('ends when its caller gives up', async () => {
    const url = await serve(() => undefined);
    const reason = new Error('enough');
    await expect(apiFetch(url, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    const soon = new AbortController();
    const asked = apiFetch(url, { signal: soon.signal });
    setTimeout(() => soon.abort(reason), 20);
    await expect(asked).rejects.toBe(reason);
  });
});
