import {
  createDecipheriv,
  createECDH,
  createHmac,
  createPublicKey,
  randomBytes,
  verify,
} from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Delivery = { path: string; headers: IncomingHttpHeaders; body: Buffer };

/** A push service on this machine: it keeps what comes and answers as it is told. */
export async function startPushService() {
  const deliveries: Delivery[] = [];
  let answer: (path: string, attempt: number) => number = () => 201;
  const server = createServer((req, res) => {
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => chunks.push(chunk));
    req.on('end', () => {
      deliveries.push({ path: req.url ?? '', headers: req.headers, body: Buffer.concat(chunks) });
      const attempt = deliveries.filter(({ path }) => path === req.url).length;
      res.writeHead(answer(req.url ?? '', attempt)).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    deliveries,
    answerWith: (next: typeof answer) => (answer = next),
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

/** A browser's half of a subscription: what it tells the site, and how it reads what comes (RFC 8291). */
export function browserKeys() {
  const ecdh = createECDH('prime256v1');
  const own = ecdh.generateKeys();
  const auth = randomBytes(16);
  return {
    p256dh: own.toString('base64url'),
    auth: auth.toString('base64url'),
    read(body: Buffer): unknown {
      const salt = body.subarray(0, 16);
      const idLength = body[20]!;
      const sender = body.subarray(21, 21 + idLength);
      const secret = ecdh.computeSecret(sender);
      const info = Buffer.concat([Buffer.from('WebPush: info\0'), own, sender]);
      const key = derive(derive(secret, auth, info, 32), salt, 'Content-Encoding: aes128gcm\0', 16);
      const nonce = derive(derive(secret, auth, info, 32), salt, 'Content-Encoding: nonce\0', 12);
      const sealed = body.subarray(21 + idLength);
      const decipher = createDecipheriv('aes-128-gcm', key, nonce);
      decipher.setAuthTag(sealed.subarray(-16));
      const clear = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
      return JSON.parse(clear.subarray(0, clear.lastIndexOf(2)).toString('utf8'));
    },
  };
}

/** HKDF with SHA-256 for at most one block. */
function derive(key: Buffer, salt: Buffer, info: Buffer | string, length: number): Buffer {
  const extracted = createHmac('sha256', salt).update(key).digest();
  const expanded = createHmac('sha256', extracted)
    .update(Buffer.concat([Buffer.from(info), Buffer.from([1])]))
    .digest();
  return expanded.subarray(0, length);
}

/** What a delivery's signature says (RFC 8292); throws when it was not signed with that public key. */
export function vapidClaims({ headers }: Delivery, publicKey: string): Record<string, unknown> {
  const [, token, key] = /^vapid t=([^,]+), ?k=(.+)$/.exec(headers.authorization ?? '') ?? [];
  if (!token || key !== publicKey) throw new Error('signed by somebody else');
  const [header, claims, signature] = token.split('.') as [string, string, string];
  const point = Buffer.from(publicKey, 'base64url');
  const part = (from: number) => point.subarray(from, from + 32).toString('base64url');
  const jwk = { kty: 'EC', crv: 'P-256', x: part(1), y: part(33) };
  const good = verify(
    'sha256',
    Buffer.from(`${header}.${claims}`),
    { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
  if (!good) throw new Error('the signature is wrong');
  return JSON.parse(Buffer.from(claims, 'base64url').toString('utf8')) as Record<string, unknown>;
}
