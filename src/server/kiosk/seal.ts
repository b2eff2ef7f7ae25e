import { createDecipheriv, createECDH, hkdfSync } from 'node:crypto';
import { sealContext, type SealedItem } from '#src/domain/exhibitions/kiosk.ts';
import { env } from '#src/server/env.ts';

/**
 * What visitors type on a kiosk is sealed there before it is stored: P-256 key agreement with a half of its own for each
 * item, HKDF-SHA256, AES-256-GCM. The device holds the public key alone, so whoever carries it off reads nothing. Each
 * kiosk's private key is made of `KIOSK_SECRET` and its id when it is needed; none is stored.
 */
const ORDER = BigInt('0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551');
const TAG_BYTES = 16;

function keyPair(kiosk: string, secret: string) {
  // Half again as long as the order, so that no scalar is likelier than another.
  const wide = Buffer.from(hkdfSync('sha256', secret, '', `isoko kiosk ${kiosk}`, 48));
  const scalar = (BigInt(`0x${wide.toString('hex')}`) % (ORDER - 1n)) + 1n;
  const pair = createECDH('prime256v1');
  pair.setPrivateKey(Buffer.from(scalar.toString(16).padStart(64, '0'), 'hex'));
  return pair;
}

/** The point to seal for, 65 bytes as base64url. */
export function sealingKey(kiosk: string, secret = env().kioskSecret): string {
  return keyPair(kiosk, secret).getPublicKey('base64url');
}

/** What lies in a sealed item; null when it was not sealed for this kiosk, or was changed on its way. */
export function unseal(kiosk: string, item: SealedItem, secret = env().kioskSecret): unknown {
  try {
    const pair = keyPair(kiosk, secret);
    const half = Buffer.from(item.half, 'base64url');
    const shared = pair.computeSecret(half);
    const salt = Buffer.concat([half, pair.getPublicKey()]);
    const context = sealContext(kiosk, item.kind, item.id);
    const key = Buffer.from(hkdfSync('sha256', shared, salt, context, 32));
    const data = Buffer.from(item.data, 'base64url');
    const open = createDecipheriv('aes-256-gcm', key, Buffer.from(item.iv, 'base64url'));
    open.setAAD(Buffer.from(context));
    open.setAuthTag(data.subarray(-TAG_BYTES));
    const plain = Buffer.concat([open.update(data.subarray(0, -TAG_BYTES)), open.final()]);
    return JSON.parse(plain.toString('utf8'));
  } catch {
    return null;
  }
}
