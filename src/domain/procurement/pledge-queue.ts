import { count } from './lot-amount.ts';
import { byId } from './lot-member.ts';

/**
 * One line of a member's pledge log for a lot: what holds from then on. Quantities in steps, `ceiling` the most that
 * the member pays for one unit (minor units), null for no ceiling. `at` is a whole number that rises with time.
 */
export type PledgeEntry = { at: number; firm: number; tolerance: number; ceiling: number | null };

/** So many steps that have kept one place in the queue since `at`. */
export type Slice = { at: number; quantity: number };

/** What a log amounts to. `committedAt` is null for a member who now pledges nothing at all. */
export type Pledge = {
  firm: number;
  tolerance: number;
  ceiling: number | null;
  /** The firm quantity, oldest place first. */
  slices: Slice[];
  committedAt: number | null;
};

const SECOND = 1_000_000;

/**
 * Microseconds since 1970 of a timestamp as PostgreSQL writes it in JSON, to the last digit: texts cannot be compared
 * (trailing zeros are left out) and Date knows only milliseconds. Throws RangeError on anything else.
 */
export function microsecondsOf(timestamp: string): number {
  const match = /^(.+:\d\d)(?:\.(\d{1,6}))?(Z|[+-]\d\d(?::?\d\d)?)$/.exec(timestamp);
  const [, moment = '', fraction = '', zone = ''] = match ?? [];
  const offset = /^[+-]\d\d$/.test(zone) ? `${zone}:00` : zone;
  const seconds = Date.parse(`${moment.replace(' ', 'T')}${offset}`) / 1000;
  if (!Number.isSafeInteger(seconds)) throw new RangeError(`not a timestamp: ${timestamp}`);
  return seconds * SECOND + Number(fraction.padEnd(6, '0'));
}

/**
 * Replays a log, oldest line first (the order of the log counts, not `at`): an increase takes a new place at its time,
 * a decrease gives up the newest places first. Giving up and asking again therefore loses the place. A member stands
 * where the newest firm slice that remains stands; one with tolerance alone, where its newest slice stands.
 * Throws RangeError on quantities that are no counts.
 */
export function replayPledges(log: readonly PledgeEntry[]): Pledge {
  const slices: Slice[] = [];
  const toleranceSlices: Slice[] = [];
  for (const { at, firm, tolerance } of log) {
    resize(slices, firm, at);
    resize(toleranceSlices, tolerance, at);
  }
  const last = log.at(-1);
  return {
    firm: last?.firm ?? 0,
    tolerance: last?.tolerance ?? 0,
    ceiling: last?.ceiling ?? null,
    slices,
    committedAt: (slices.at(-1) ?? toleranceSlices.at(-1))?.at ?? null,
  };
}

/** Grows or shrinks a queue in place to `quantity`. */
function resize(slices: Slice[], quantity: number, at: number): void {
  let more = count(quantity) - slices.reduce((sum, slice) => sum + slice.quantity, 0);
  if (more > 0) slices.push({ at, quantity: more });
  while (more < 0) {
    const newest = slices.pop()!;
    more += newest.quantity;
    if (more > 0) slices.push({ at: newest.at, quantity: more });
  }
}

/** Since when the n-th step of a member (from 1, oldest first) has its place; null beyond the last. */
export function unitPlace(slices: readonly Slice[], n: number): number | null {
  let seen = 0;
  for (const { at, quantity } of slices) {
    seen += quantity;
    if (n <= seen) return at;
  }
  return null;
}

/** The queue of a lot: every member's slices, oldest first, then id. */
export function lotQueue(
  members: readonly { id: string; slices: readonly Slice[] }[],
): (Slice & { id: string })[] {
  return members
    .flatMap(({ id, slices }) => slices.map((slice) => ({ id, ...slice })))
    .sort((a, b) => a.at - b.at || byId(a, b));
}
