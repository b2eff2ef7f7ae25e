import { allocate, type ExtraCosts } from '#src/domain/procurement/allocation.ts';
import type { LotMember } from '#src/domain/procurement/lot-member.ts';
import { median, metric, type Metric } from './report.ts';

/**
 * A whole round shared out: 500 members in each of 50 lots, every lot with thousands of steps of surplus, extra costs
 * carried from lot to lot. Beside it the least that any allocation must do: one pass over the same figures, adding up.
 */
const MEMBERS = 500;
const LOTS = 50;
const SURPLUS = 4000;
const ROUNDS = 15;
const BUDGET_MS = 100;

type BenchLot = { decimals: number; unitAmount: number; ordered: number; members: LotMember[] };

/** Times in milliseconds, medians of the rounds; the first is thrown away, as a server has run before. */
export function benchAllocation(): Metric[] {
  const lots = Array.from({ length: LOTS }, (_, index) => benchLot(index));
  const ours: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const [whole, least] = [timed(() => shareAll(lots)), timed(() => addUp(lots))];
    if (round === 0) continue;
    ours.push(whole);
    bare.push(least);
  }
  const name = `procurement.allocate.${MEMBERS}x${LOTS}`;
  return [metric(name, median(ours), 'ms', { most: BUDGET_MS, ceiling: median(bare) })];
}

function benchLot(index: number): BenchLot {
  const members = Array.from({ length: MEMBERS }, (_, i) => ({
    id: `member-${(i * 7919) % MEMBERS}`,
    firm: (i * 7 + index * 3) % 90,
    tolerance: (i * 13 + index * 5) % 40,
    committedAt: (i * 31) % MEMBERS,
  }));
  const firm = members.reduce((sum, member) => sum + member.firm, 0);
  const [decimals, unitAmount] = [index % 4, 137 + index * 31];
  return { decimals, unitAmount, ordered: firm + SURPLUS, members };
}

function shareAll(lots: readonly BenchLot[]): number {
  let extraCosts: ExtraCosts = new Map();
  let shared = 0;
  for (const { decimals, unitAmount, ordered, members } of lots) {
    const result = allocate(members, ordered, { decimals, unitAmount, extraCosts });
    extraCosts = result.extraCosts;
    for (const share of result.shares) shared += share.quantity;
  }
  return shared;
}

function addUp(lots: readonly BenchLot[]): number {
  let sum = 0;
  for (const { members } of lots)
    for (const { firm, tolerance } of members) sum += firm + tolerance;
  return sum;
}

/** Throws when the work came to nothing, so that no engine may leave it out. */
function timed(work: () => number): number {
  const start = performance.now();
  if (work() === 0) throw new Error('nothing was shared');
  return performance.now() - start;
}
