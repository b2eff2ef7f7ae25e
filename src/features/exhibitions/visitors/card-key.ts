import { randomBytes, randomUUID } from 'node:crypto';

const KEY_BYTES = 32;

/** What a form for a card carries: the card's id, and the secret that opens it afterwards. Only its SHA-256 is stored. */
export function newCardKey(): { id: string; key: string } {
  return { id: randomUUID(), key: randomBytes(KEY_BYTES).toString('base64url') };
}
