import type { ErrorCode } from '#src/domain/error-codes.ts';
import type { RoundDesk } from './desk.ts';
import type { RoundOverview } from './queries.ts';

/**
 * What still stands in the way of opening a draft, in the order in which SQL asks (`public.open_pledging`): the page says
 * it before anybody tries. Empty when it may open.
 */
export function openingProblems(desk: RoundDesk, round: RoundOverview): ErrorCode[] {
  const problems: ErrorCode[] = [];
  if (round.lots.length === 0) problems.push('round_needs_lots');
  if (round.deliveryPlace === '') problems.push('round_needs_place');
  if (!round.pledgesClose || !round.bidsClose) problems.push('round_needs_dates');
  else if (round.bidsClose <= round.pledgesClose) problems.push('round_dates_order');
  if (round.neededBy && round.bidsClose && round.neededBy < round.bidsClose.slice(0, 10))
    problems.push('round_needed_too_soon');
  if (desk.pledgesCloseAt && desk.pledgesCloseAt <= desk.now) problems.push('date_past');
  return problems;
}
