import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo, LookupFunction } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readImport } from '#src/features/exhibitions/iiif/read-import.ts';
import { READ_LIMITS, readJson } from '#src/server/outgoing/read-json.ts';

// A museum on this machine, whose name (and no other) is let through: what it leads to is looked at as in the world.

let port: number;
let sent = 0;
let asked: string[] = [];
const MANIFEST = { type: 'Manifest', label: { en: ['A shoe'] }, items: [{}, {}] };

const OLD = {
  '@context': 'http://iiif.io/api/presentation/2/context.json',
  '@id': 'https://museum.test/old.json',
  '@type': 'sc:Manifest',
  label: 'An old shoe',
  attribution: '<b>The</b> museum',
  sequences: [{ '@type': 'sc:Sequence', canvases: [] }],
};

const answers: Record<string, RequestListener> = {
  '/manifest': (_req, res) => json(res, MANIFEST),
  '/old': (_req, res) => json(res, OLD),
  '/gzip': (_req, res) =>
    res.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(JSON.stringify(MANIFEST))),
  '/bomb': (_req, res) =>
    res.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(100_000_000, 32))),
  '/html': (_req, res) =>
    res.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Museum</h1>'),
  '/text': (_req, res) => res.end('not a document'),
  '/other': (_req, res) => json(res, { type: 'Annotation', label: { en: ['x'] } }),
  '/gone': (_req, res) => res.writeHead(404).end('{}'),
  '/hangs': () => undefined,
  '/drips': (_req, res) => void res.writeHead(200).write('{'),
  '/huge': (req, res) => {
    res.writeHead(200, { 'content-type': 'application/json' });
    const chunk = Buffer.alloc(64 * 1024, 32);
    const more = () => {
      if (req.socket.destroyed || sent > 100_000_000) return;
      sent += chunk.length;
      if (res.write(chunk)) setImmediate(more);
      else res.once('drain', more);
    };
    more();
  },
  '/announced': (_req, res) => res.writeHead(200, { 'content-length': '100000000' }).flushHeaders(),
  '/to-loopback': (_req, res) => redirect(res, `http://127.0.0.1:${port}/manifest`),
  '/to-localhost': (_req, res) => redirect(res, `http://localhost:${port}/manifest`),
  '/to-cloud': (_req, res) => redirect(res, 'http://169.254.169.254/latest/meta-data'),
  '/to-six': (_req, res) => redirect(res, `http://[::ffff:127.0.0.1]:${port}/manifest`),
  '/to-number': (_req, res) => redirect(res, `http://2130706433:${port}/manifest`),
  '/to-file': (_req, res) => redirect(res, 'file:///etc/passwd'),
  '/to-private-name': (_req, res) => redirect(res, `http://inside.test:${port}/manifest`),
};
for (let n = 0; n < 5; n += 1)
  answers[`/hop${n}`] = (_req, res) => redirect(res, n === 0 ? '/manifest' : `/hop${n - 1}`);

const json = (res: Parameters<RequestListener>[1], value: object) =>
  res.writeHead(200, { 'content-type': 'application/ld+json' }).end(JSON.stringify(value));
const redirect = (res: Parameters<RequestListener>[1], location: string) =>
  res.writeHead(302, { location }).end();

const server = createServer((req, res) => {
  asked.push(req.url ?? '');
  answers[req.url ?? '']?.(req, res);
});
beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  port = (server.address() as AddressInfo).port;
});
afterAll(() => server.closeAllConnections());

/** Only the museum's own name is known; any other is as the real look-up finds it, which here is nowhere open. */
const lookup: LookupFunction = (hostname, options, done) => {
  if (hostname !== 'museum.test') return done(new Error('ENOTFOUND'), '', 0);
  if (options.all) return done(null, [{ address: '127.0.0.1', family: 4 }]);
  return done(null, '127.0.0.1', 4);
};
const read = (path: string, milliseconds = 5_000) =>
  readJson(`http://museum.test:${port}${path}`, { lookup, milliseconds });
const refusal = async (path: string, milliseconds?: number) => {
  const answer = await read(path, milliseconds);
  return answer.ok ? 'ok' : answer.failure.code;
};

describe('another site’s document', () => {
  it('is read, packed or not, with the digest of its bytes', async () => {
    expect(await read('/manifest')).toMatchObject({ ok: true, value: { value: MANIFEST } });
    expect(await read('/gzip')).toMatchObject({ ok: true, value: { value: MANIFEST } });
  });

  it('is followed over three redirects and no more', async () => {
    expect(await refusal('/hop2')).toBe('ok');
    expect(await refusal('/hop3')).toBe('import_redirects');
  });

  it('is refused when a redirect leads to this machine, its network or out of the web', async () => {
    for (const [path, code] of [
      ['/to-loopback', 'import_private'],
      ['/to-localhost', 'import_private'],
      ['/to-cloud', 'import_private'],
      ['/to-six', 'import_private'],
      ['/to-number', 'import_private'],
      ['/to-file', 'import_address'],
      ['/to-private-name', 'import_unreachable'],
    ] as const) {
      asked = [];
      expect(await refusal(path), path).toBe(code);
      expect(asked, path).toEqual([path]);
    }
  });

  it('is refused by its own address too, before anything is sent', async () => {
    asked = [];
    for (const [address, code] of [
      [`http://127.0.0.1:${port}/manifest`, 'import_private'],
      [`http://localhost:${port}/manifest`, 'import_private'],
      [`http://0x7f.1:${port}/manifest`, 'import_private'],
      ['http://[::1]/', 'import_private'],
      ['http://10.1.2.3/', 'import_private'],
      ['https://user:secret@museum.example/', 'import_address'],
      ['ftp://museum.example/', 'import_address'],
      ['javascript:alert(1)', 'import_address'],
      ['museum', 'import_address'],
    ] as const) {
      const answer = await readJson(address);
      expect(answer.ok ? 'ok' : answer.failure.code, address).toBe(code);
    }
    expect(asked).toEqual([]);
  });

  it('is left when it is too large, long before all of it has come', async () => {
    expect(await refusal('/huge')).toBe('import_too_large');
    expect(sent).toBeLessThan(READ_LIMITS.bytes * 4);
    expect(await refusal('/announced')).toBe('import_too_large');
    expect(await refusal('/bomb')).toBe('import_too_large');
  });

  it('is left when it does not come', async () => {
    expect(await refusal('/hangs', 300)).toBe('import_slow');
    expect(await refusal('/drips', 300)).toBe('import_slow');
  });

  it('is refused when it is a page, a text or an error', async () => {
    expect(await refusal('/html')).toBe('import_not_json');
    expect(await refusal('/text')).toBe('import_not_json');
    expect(await refusal('/gone')).toBe('import_refused');
    expect(
      await readJson('http://no-such-name.example/', { milliseconds: 5000, lookup }),
    ).toMatchObject({ failure: { code: 'import_unreachable' } });
  });
});

describe('an import', () => {
  const imported = (path: string) =>
    readImport(`http://museum.test:${port}${path}#part`, { lookup, milliseconds: 5000 });

  it('keeps the card of a manifest', async () => {
    expect(await imported('/manifest')).toMatchObject({
      ok: true,
      value: { kind: 'Manifest', label: { en: ['A shoe'] }, items: 2 },
    });
  });

  it('understands Presentation 2', async () => {
    expect(await imported('/old')).toMatchObject({
      ok: true,
      value: {
        url: `http://museum.test:${port}/old`,
        kind: 'Manifest',
        label: { none: ['An old shoe'] },
        attribution: 'The museum',
      },
    });
  });

  it('is refused when it is something else', async () => {
    expect(await imported('/other')).toMatchObject({ failure: { code: 'import_not_iiif' } });
  });
});
