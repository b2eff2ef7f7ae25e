import { createHash } from 'node:crypto';

/**
 * The first digits of every id of the demo, followed by a UUID of version 8 ("custom"). The database and the forms
 * make version 4, so no other row can look like one of the demo's, of whatever version of the demo it is.
 */
const MARK = 'd3a05eed';

/** For SQL's `id::text like …`: exactly the rows that some demo put in. */
export const DEMO_IDS = `${MARK}-____-8___-____-____________`;

/** Crockford's base 32 in lower case, as the database writes picture codes. */
const DIGITS = '0123456789abcdefghjkmnpqrstvwxyz';

const hash = (...parts: string[]) => createHash('sha256').update(parts.join('\0'));

/** The id of a thing of the demo: the same for the same words, on every machine. */
export function demoId(kind: string, ...key: string[]): string {
  const hex = hash(kind, ...key).digest('hex');
  const variant = '89ab'[parseInt(hex.slice(8, 9), 16) % 4];
  return `${MARK}-${hex.slice(0, 4)}-8${hex.slice(4, 7)}-${variant}${hex.slice(9, 12)}-${hex.slice(12, 24)}`;
}

/** `length` digits of base 32 that stay the same for the same words. */
export function demoCode(length: number, kind: string, ...key: string[]): string {
  return [
    ...hash(kind, ...key)
      .digest()
      .subarray(0, length),
  ]
    .map((byte) => DIGITS[byte & 31])
    .join('');
}

/** A number from 0 to below `below` that stays the same for the same words: so that not all happens at noon. */
export function demoNumber(below: number, ...key: string[]): number {
  return (
    hash(...key)
      .digest()
      .readUInt32BE() % below
  );
}
