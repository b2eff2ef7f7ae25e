import { sealContext, type SealedItem } from '#src/domain/exhibitions/kiosk.ts';

const CURVE = { name: 'ECDH', namedCurve: 'P-256' } as const;

function toText(bytes: ArrayBuffer | Uint8Array): string {
  return btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}

function toBytes(text: string): Uint8Array<ArrayBuffer> {
  const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(plain, (sign) => sign.charCodeAt(0));
}

/** A secret that only the visitor gets: 256 random bits. */
export function newKey(): string {
  return toText(crypto.getRandomValues(new Uint8Array(32)));
}

type Lock = { key: string; kiosk: string };

/** Locks what somebody typed for the server alone; src/server/kiosk/seal.ts says how. This device cannot open it again. */
export async function seal(
  lock: Lock,
  kind: SealedItem['kind'],
  id: string,
  content: unknown,
): Promise<SealedItem> {
  const theirs = toBytes(lock.key);
  const pair = await crypto.subtle.generateKey(CURVE, false, ['deriveBits']);
  const half = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  const context = new TextEncoder().encode(sealContext(lock.kiosk, kind, id));
  const key = await agreedKey(pair.privateKey, theirs, half, context);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const plain = new TextEncoder().encode(JSON.stringify(content));
  const how = { name: 'AES-GCM', iv, additionalData: context };
  const data = await crypto.subtle.encrypt(how, key, plain);
  return { id, kind, half: toText(half), iv: toText(iv), data: toText(data) };
}

async function agreedKey(
  own: CryptoKey,
  theirs: Uint8Array<ArrayBuffer>,
  half: Uint8Array<ArrayBuffer>,
  info: Uint8Array<ArrayBuffer>,
): Promise<CryptoKey> {
  const point = await crypto.subtle.importKey('raw', theirs, CURVE, false, []);
  const shared = await crypto.subtle.deriveBits({ name: 'ECDH', public: point }, own, 256);
  const material = await crypto.subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey']);
  const salt = new Uint8Array([...half, ...theirs]);
  const how = { name: 'HKDF', hash: 'SHA-256', salt, info };
  return crypto.subtle.deriveKey(how, material, { name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
  ]);
}
