import type { AstroCookies } from 'astro';

/**
 * A visitor without an account returns with a key from a mail. It is kept in a cookie of its own for each thing it opens,
 * and never stays in an address.
 */
type Room = 'conversation' | 'rfq' | 'tender' | 'exhibition' | 'card' | 'meeting';

const MONTHS_3 = 60 * 60 * 24 * 90;
/** More keys than this nobody holds who reads mails; each costs the database one comparison. */
const MOST_KEYS = 20;

/** As keys and ids are made. Anybody may write a link with something else, and a cookie would lie in the browser for months. */
const KEY = /^[\w-]{8,100}$/;
const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** A tender and an exhibition are known by their slug. */
const SLUG = /^[a-z0-9-]{2,80}$/;

const nameOf = (room: Room, id: string) => `${room}_${id}`;

export function visitorKey(cookies: AstroCookies, room: Room, id: string): string | undefined {
  return cookies.get(nameOf(room, id))?.value;
}

export function keepVisitorKey(
  { cookies, url }: { cookies: AstroCookies; url: URL },
  room: Room,
  id: string,
  key: string,
): void {
  const name = room === 'tender' || room === 'exhibition' ? SLUG : ID;
  if (!KEY.test(key) || !name.test(id)) return;
  cookies.set(nameOf(room, id), key, {
    path: '/',
    httpOnly: true,
    secure: url.protocol === 'https:',
    sameSite: 'lax',
    maxAge: MONTHS_3,
  });
}

const ROOMS = /^\s*(?:(?:conversation|rfq)_[0-9a-f-]{36}|tender_[a-z0-9-]{2,80})=([^;]{8,100})$/;
const EXHIBITIONS = /^\s*exhibition_[a-z0-9-]{2,80}=([^;]{8,100})$/;

/** Every key of a room that this browser holds, for what hangs on several rooms. */
export const visitorKeys = (request: Request) => keysIn(request, ROOMS);

/** Every key of an unlisted exhibition that this browser holds, for what is addressed without it. */
export const exhibitionKeys = (request: Request) => keysIn(request, EXHIBITIONS);

function keysIn(request: Request, pattern: RegExp): string[] {
  const all = (request.headers.get('cookie') ?? '').split(';').flatMap((pair) => {
    const [, value] = pattern.exec(pair) ?? [];
    return value ? [decode(value)] : [];
  });
  return all.slice(0, MOST_KEYS);
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
