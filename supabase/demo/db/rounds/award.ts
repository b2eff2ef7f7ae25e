/** The part of a joint purchase that is worked out: award, shares and settlement, by the rules that the site uses. */
import type { TransactionSql } from 'postgres';
import { awardBy, NOTHING_WISHED } from '#src/domain/procurement/award-methods.ts';
import { awardPayload } from '#src/domain/procurement/award-payload.ts';
import { microsecondsOf } from '#src/domain/procurement/pledge-queue.ts';
import { reallocate } from '#src/domain/procurement/reallocation.ts';
import type { RoundBids } from '#src/domain/procurement/round-bids.ts';
import { settleRound, type SettlementBasis } from '#src/domain/procurement/settlement.ts';
import { endSolver, solveAward, solveSingle } from '#src/server/solver/solver.ts';

type Slice = { at: string; quantity: number };
type Stored<Lot extends { members: readonly object[] }> = Omit<Lot, 'members'> & {
  members: (Omit<Lot['members'][number], 'slices' | 'committedAt'> & {
    committedAt: string;
    queue: Slice[];
  })[];
};

/** Moments as the rules count them. */
function timed<Lot extends { members: readonly object[] }>(lots: readonly Stored<Lot>[]): Lot[] {
  return lots.map((lot) => ({
    ...lot,
    members: lot.members.map(({ queue, committedAt, ...member }) => ({
      ...member,
      committedAt: microsecondsOf(committedAt),
      slices: queue.map(({ at, quantity }) => ({ at: microsecondsOf(at), quantity })),
    })),
  })) as unknown as Lot[];
}

/** Decides for the optimum. */
export async function awardOptimum(tx: TransactionSql, round: string): Promise<void> {
  const [read] = await tx`select public.award_input(${round}) as input`;
  const { round: head, lots, bids, rates } = read!['input'];
  const opened: RoundBids = { ...head, bids, rates, lots: timed(lots) };
  const outcome = await awardBy(opened, 'optimum', NOTHING_WISHED, {
    award: solveAward,
    single: solveSingle,
  });
  endSolver();
  if (!outcome.ok) throw new Error(`The demo's award was not found: ${outcome.failure}.`);
  const { award } = outcome;
  const decision = { method: 'optimum', reason: null, proven: true, wishes: {} } as const;
  const optimumAmount = award.totalAmount;
  const payload = awardPayload(opened, award, { ...decision, optimumAmount });
  await tx`select public.decide_award(${round}, ${tx.json(payload as never)})`;
}

/** Shares what arrived. */
export async function shareAgain(tx: TransactionSql, round: string): Promise<void> {
  const [read] = await tx`select public.allocation_input(${round}) as input`;
  const { stale, lots, fixedFreight, shareRule } = read!['input'];
  if (!stale) return;
  const shares = reallocate(timed(lots), fixedFreight, shareRule);
  await tx`select public.apply_allocation(${round}, ${tx.json(shares as never)})`;
}

export async function settle(tx: TransactionSql, round: string): Promise<void> {
  const [read] = await tx`select public.settlement_basis(${round}) as basis`;
  const settlement = settleRound(read!['basis'] as SettlementBasis);
  await tx`select public.settle_round(${round}, ${tx.json(settlement as never)})`;
}
