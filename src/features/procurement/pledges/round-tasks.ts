import type { Messages } from '#src/i18n/messages.ts';
import type { RoundEntry } from './queries.ts';

/** Where a purchase stands in a member's list: something is to be done, it goes on, or it is finished. */
export type RoundGroup = 'now' | 'running' | 'over';

const isOver = ({ state }: RoundEntry) => state === 'settled' || state === 'cancelled';

/** Before the settlement only the deposit can be open; after it, what is owed. Less what is on its way. */
export function openAmount(round: RoundEntry): number {
  const asked = isOver(round) ? round.owed : round.deposit - round.paid;
  return Math.max(0, asked - round.waiting);
}

/** What waits for the member itself, as short sentences; none where it only has to wait. */
export function roundTasks(
  round: RoundEntry,
  { pledges: p }: Messages,
  money: (amount: number) => string,
): string[] {
  const open = openAmount(round);
  const pledging =
    round.state === 'pledging' && Date.parse(round.now) <= Date.parse(round.pledgesCloseAt);
  return [
    ...(pledging && round.pledged === 0 ? [p.pledgeNow] : []),
    ...(open > 0 ? [(isOver(round) ? p.toPay : p.depositToPay)(money(open))] : []),
    ...(round.ready ? [p.toFetch] : []),
  ];
}

export function groupOf(round: RoundEntry, tasks: readonly string[]): RoundGroup {
  if (tasks.length > 0) return 'now';
  return isOver(round) ? 'over' : 'running';
}
