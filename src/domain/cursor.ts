import { fail, ok, type Result } from './result.ts';

/** Where a page ends: the sort key of its last row and that row's id, so that equal keys keep one order. */
export type Cursor = { key: string | number | null; id: string };

export const CURSOR_MAX_LENGTH = 400;

const SHAPE = /^[A-Za-z0-9_-]+$/;
const ID = /^[A-Za-z0-9-]{1,64}$/;

/** Whether a text can be one of our cursors, by its looks; `decodeCursor` decides. */
export function isCursor(text: unknown): text is string {
  return typeof text === 'string' && text.length <= CURSOR_MAX_LENGTH && SHAPE.test(text);
}

/** Opaque and safe in a URL: base64url of a small JSON array. Throws RangeError when it would be too long. */
export function encodeCursor({ key, id }: Cursor): string {
  const bytes = new TextEncoder().encode(JSON.stringify([key, id]));
  const text = btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
  if (text.length > CURSOR_MAX_LENGTH) throw new RangeError('a cursor key is too long');
  return text;
}

/** The cursor back, or `cursor_invalid` for anything that we cannot have made. Its values are still untrusted. */
export function decodeCursor(text: string): Result<Cursor> {
  if (!isCursor(text)) return fail('cursor_invalid');
  const parsed = parse(text);
  if (!Array.isArray(parsed) || parsed.length !== 2) return fail('cursor_invalid');
  const [key, id] = parsed as [unknown, unknown];
  const keyFits =
    key === null || typeof key === 'string' || (typeof key === 'number' && Number.isFinite(key));
  if (!keyFits || typeof id !== 'string' || !ID.test(id)) return fail('cursor_invalid');
  return ok({ key: key as Cursor['key'], id });
}

function parse(text: string): unknown {
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (c) => c.charCodeAt(0));
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}
