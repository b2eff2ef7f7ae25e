import { calculatePrice } from '#src/domain/price-calculator.ts';
import type { Money } from '#src/domain/money.ts';
import type { ListItem } from './queries.ts';

/** What an item costs today in the quantity wanted, or in the least that the maker takes. */
export type ItemSum = { quantity: number; unit: Money; total: Money | null; belowMoq: boolean };

export function itemSum(item: ListItem): ItemSum | null {
  const { card, tiers, orderMultiple } = item;
  if (!card) return null;
  const { currency } = card.price;
  const worked = calculatePrice(item.quantity ?? card.moq, {
    moq: card.moq,
    orderMultiple: orderMultiple ?? 1,
    baseAmount: card.price.amount,
    tiers: tiers ?? [],
  });
  if (!worked.ok) return null;
  const { quantity, unitAmount, totalAmount } = worked.value;
  return {
    quantity,
    unit: { amount: unitAmount, currency },
    total: item.quantity === null ? null : { amount: totalAmount, currency },
    belowMoq: quantity < card.moq,
  };
}

/** The totals by currency, in the order of their codes; amounts in different money are never added. */
export function listTotals(items: readonly ListItem[]): Money[] {
  const totals = new Map<string, number>();
  for (const item of items) {
    const total = itemSum(item)?.total;
    if (total) totals.set(total.currency, (totals.get(total.currency) ?? 0) + total.amount);
  }
  return [...totals]
    .filter(([, amount]) => Number.isSafeInteger(amount))
    .map(([currency, amount]) => ({ amount, currency }))
    .sort((a, b) => (a.currency < b.currency ? -1 : 1));
}
