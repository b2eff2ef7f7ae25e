import type { Slice } from './pledge-queue.ts';

/**
 * One member's pledge for a lot, quantities in steps. `committedAt`: any whole number that rises with time
 * (`microsecondsOf` of the newest slice that remains, see pledge-queue.ts). With `slices`, a tie in a shortage goes by
 * the place of the very step at stake; without them by `committedAt`.
 */
export type LotMember = {
  id: string;
  firm: number;
  tolerance: number;
  committedAt: number;
  slices?: readonly Slice[];
};

/** By code units, as SQL's "C" collation and uuids sort; never by language. */
export function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** Earlier commitment first, then id. */
export function byCommitment(
  a: { id: string; committedAt: number },
  b: { id: string; committedAt: number },
): number {
  return a.committedAt - b.committedAt || byId(a, b);
}

/** By a whole number of any size, least first. */
export function ascending(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
