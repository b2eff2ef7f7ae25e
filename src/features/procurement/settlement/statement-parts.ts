import type { SettledLine, Settlement } from './queries.ts';

type Share = SettledLine['shares'][number];

/** A cost of the round as one member bears it: its part over all its materials. */
export type OwnCost = Omit<Share, 'amount'> & { amount: number };

export type StatementParts = {
  /** The dearest first. */
  goods: SettledLine[];
  goodsAmount: number;
  costs: OwnCost[];
  costsAmount: number;
};

/**
 * A settlement as people read it: first the goods, then each cost once. It is kept by material, because costs are shared
 * so; three lines of one lorry explain less than one. Both sums together are the total.
 */
export function statementParts({ lines }: Pick<Settlement, 'lines'>): StatementParts {
  const goods = lines.toSorted((a, b) => b.goodsAmount - a.goodsAmount);
  const costs = [
    ...Map.groupBy(
      lines.flatMap(({ shares }) => shares),
      ({ cost, kind }) => `${kind} ${cost}`,
    ).values(),
  ].map((shares) => ({ ...shares[0]!, amount: sum(shares) }));
  return {
    goods,
    goodsAmount: goods.reduce((all, { goodsAmount }) => all + goodsAmount, 0),
    costs: costs.toSorted((a, b) => b.amount - a.amount),
    costsAmount: sum(costs),
  };
}

const sum = (shares: readonly { amount: number }[]) =>
  shares.reduce((all, { amount }) => all + amount, 0);
