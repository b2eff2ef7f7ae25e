/** What a screen at the fair and the server agree on, and the rules that the screen goes by. Times are milliseconds. */

/** One visitor's card or entry as it lies on a device and travels: only the server can open it. All but ids is base64url. */
export type SealedItem = {
  id: string;
  kind: 'card' | 'entry';
  /** The device's own half of the agreement, made for this item alone: an uncompressed point of P-256. */
  half: string;
  iv: string;
  data: string;
};

/**
 * kept: it is ours, the device may forget it. later: try again. refused: it lacks something and will not be taken as it is;
 * unreadable: not sealed for our key. The device keeps the last two too, and counts them as waiting: staff sees that.
 */
export type SealedAnswer = { id: string; state: 'kept' | 'later' | 'refused' | 'unreadable' };

/** What the seal binds besides the content, so that no item passes for another. */
export function sealContext(kiosk: string, kind: SealedItem['kind'], id: string): string {
  return `isoko kiosk 1 ${kiosk} ${kind} ${id}`;
}

/** How long somebody who went away is asked, before the start comes back. */
export const WARNING_MS = 15_000;

/** Where a screen stands `quietMs` after the last touch; `leftMs` until the start comes back. */
export function idlePhase(
  quietMs: number,
  idleMs: number,
): { phase: 'busy' | 'warning' | 'away'; leftMs: number } {
  const leftMs = Math.max(0, idleMs + WARNING_MS - quietMs);
  if (leftMs === 0) return { phase: 'away', leftMs };
  return { phase: quietMs < idleMs ? 'busy' : 'warning', leftMs };
}

/** The most that is sent at once. */
export const SENT_AT_ONCE = 20;

/** What to send now: those tried least often, the oldest of them first, so that one which is refused stands in nobody's way. */
export function nextItems<T extends { tries: number; at: number; id: string }>(
  queue: readonly T[],
): T[] {
  return [...queue]
    .sort((a, b) => a.tries - b.tries || a.at - b.at || (a.id < b.id ? -1 : 1))
    .slice(0, SENT_AT_ONCE);
}

/** A place on the screen: `/objects/red-boot` → objects, red-boot; a stop of a tour has its number, from 1. */
export type KioskPlace =
  | { room: 'entrance' | 'card' | 'guest-book' }
  | { room: 'halls' | 'booths' | 'objects'; slug: string }
  | { room: 'tours'; slug: string; stop: number | null };

const PLACE = /^\/(halls|booths|objects|tours)\/([a-z0-9-]+)(?:\/(\d{1,3}))?$/;

/** Anything else is the entrance. */
export function readPlace(path: string): KioskPlace {
  if (path === '/card') return { room: 'card' };
  if (path === '/guest-book') return { room: 'guest-book' };
  const [, room, slug = '', stop] = PLACE.exec(path) ?? [];
  if (room === 'tours') return { room, slug, stop: stop ? Number(stop) : null };
  if (stop || !room) return { room: 'entrance' };
  return { room: room as 'halls' | 'booths' | 'objects', slug };
}

/** How the device writes a phone number that somebody typed; null when it is none with a country in front. */
export function phoneNumber(typed: string): string | null {
  const number = typed.replaceAll(/[\s().\-/]/g, '').replace(/^00/, '+');
  return /^\+[1-9][0-9]{6,14}$/.test(number) ? number : null;
}
