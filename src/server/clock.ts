/** Where the time comes from. Commands take a clock so that a test can stand still; deadlines use the database's. */
export type Clock = { now: () => Date };

export const systemClock: Clock = { now: () => new Date() };

/** A clock that always says `iso`. */
export function fixedClock(iso: string): Clock {
  return { now: () => new Date(iso) };
}
