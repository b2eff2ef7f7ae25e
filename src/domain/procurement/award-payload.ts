import type { Method } from './award-methods.ts';
import type { RoundAward } from './round-award.ts';
import type { RoundBids } from './round-bids.ts';

/** What `public.decide_award` takes. SQL works prices, sums and bounds out again from it. */
export type AwardPayload = {
  method: Method;
  reason: string | null;
  optimumAmount: number;
  model: Record<string, unknown>;
  lines: { bidLineId: string; quantity: number }[];
  lots: { lotId: string; quantity: number; outcome: string; reason: Record<string, unknown> }[];
  allocations: {
    lotId: string;
    producerId: string;
    quantity: number;
    goodsAmount: number;
    freightAmount: number;
    reason: Record<string, unknown>;
  }[];
};

/** How it was decided: why, what the optimum costs (or, not proven, the best that is known), and the wishes. */
export type Decision = {
  method: Method;
  reason: string | null;
  optimumAmount: number;
  proven: boolean;
  wishes: Record<string, unknown>;
};

/** The model holds what the award was worked out from, so that anybody with the bids can work it out again. */
export function awardPayload(
  round: RoundBids,
  award: RoundAward,
  { method, reason, optimumAmount, proven, wishes }: Decision,
): AwardPayload {
  return {
    ...{ method, reason, optimumAmount },
    model: {
      ...{ proven, wishes, passes: award.passes },
      bids: round.bids.map((bid) => bid.id),
      rates: round.rates,
      demand: award.lots.map(({ lotId, demand }) => ({ lotId, ...demand })),
      ceilings: round.lots.map(({ id, members }) => ({
        lotId: id,
        members: members.flatMap((member) =>
          member.ceiling === null ? [] : [{ id: member.id, ceiling: member.ceiling }],
        ),
      })),
    },
    lines: award.lines.map(({ bidLineId, quantity }) => ({ bidLineId, quantity })),
    lots: award.lots.map(({ lotId, quantity, outcome, why, demand, landedUnitAmount }) => {
      return { lotId, quantity, outcome, reason: { why, ...demand, landedUnitAmount } };
    }),
    allocations: award.allocations.map(({ memberId, ...rest }) => {
      return { ...rest, producerId: memberId };
    }),
  };
}
