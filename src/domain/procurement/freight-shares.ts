import {
  shareCosts,
  type CostBasis,
  type CostLot,
  type CostShare,
  type RoundCost,
} from './cost-shares.ts';

/** What a supplier charges for carriage: of one lot by the unit, or once for everything that it sends. Minor units. */
export type Carriage = { id: string; amount: number; lotIds: readonly string[] };

/**
 * Each supplier's carriage is shared by the round's rule among those who get something of what it carries; whoever buys
 * only from a neighbour pays nothing for a ship. Largest remainder, so the shares add up to the carriage exactly.
 * By weight where every lot concerned has one, else by value: a rule that cannot be applied must not stop the goods.
 */
export function shareFreight(
  carriages: readonly Carriage[],
  lots: readonly CostLot[],
  rule: CostBasis,
): CostShare[] {
  const costs = carriages
    .filter(({ amount }) => amount > 0)
    .map(({ id, amount, lotIds }): RoundCost => {
      const weightless = lots.some((lot) => lotIds.includes(lot.id) && lot.gramsPerUnit === null);
      const basis = rule === 'weight' && weightless ? 'value' : rule;
      return { id, kind: 'freight', amount, basis, lotIds };
    });
  return shareCosts(costs, lots);
}
