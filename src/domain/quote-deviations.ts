import { checkOrderQuantity } from './tiers.ts';

/** What the producer's listing says, as far as a quote may leave it. */
export type ListedTerms = {
  moq: number | null;
  orderMultiple: number;
  leadTimeDays: number | null;
  currency: string | null;
  /** The listed price at the quoted quantity, in minor units of `currency`. */
  unitAmount: number | null;
};
export type QuotedLine = { quantity: number; unitAmount: number; sample: boolean };

/**
 * Where a line leaves the listing. `below_moq` and `not_a_multiple` bind the producer to an order it would refuse in
 * the shop, so they are said yes to on purpose (`moqWaived`); the others are only shown.
 */
export type Deviation =
  | { kind: 'below_moq'; listed: number }
  | { kind: 'not_a_multiple'; listed: number }
  | { kind: 'longer_lead_time' | 'shorter_lead_time'; listed: number }
  | { kind: 'lower_price' | 'higher_price'; listed: number };

export function deviations(
  line: QuotedLine,
  listed: ListedTerms,
  quote: { leadTimeDays: number; currency: string },
): Deviation[] {
  return [
    ...quantityDeviation(line, listed),
    ...leadTimeDeviation(quote.leadTimeDays, listed.leadTimeDays),
    ...priceDeviation(line, listed, quote.currency),
  ];
}

/** Under the MOQ or off the multiple; a sample is neither. */
export function quantityDeviation(line: QuotedLine, listed: ListedTerms): Deviation[] {
  if (line.sample || !Number.isSafeInteger(line.quantity) || line.quantity < 1) return [];
  const rule = { moq: listed.moq ?? 1, orderMultiple: listed.orderMultiple };
  const check = checkOrderQuantity(line.quantity, rule);
  if (check.ok || (check.code !== 'below_moq' && check.code !== 'not_a_multiple')) return [];
  return [
    check.code === 'below_moq'
      ? { kind: 'below_moq', listed: rule.moq }
      : { kind: 'not_a_multiple', listed: rule.orderMultiple },
  ];
}

function leadTimeDeviation(quoted: number, listed: number | null): Deviation[] {
  if (listed === null || quoted === listed) return [];
  return [{ kind: quoted > listed ? 'longer_lead_time' : 'shorter_lead_time', listed }];
}

function priceDeviation(line: QuotedLine, listed: ListedTerms, currency: string): Deviation[] {
  if (line.sample || listed.unitAmount === null || listed.currency !== currency) return [];
  if (line.unitAmount === listed.unitAmount) return [];
  const kind = line.unitAmount < listed.unitAmount ? 'lower_price' : 'higher_price';
  return [{ kind, listed: listed.unitAmount }];
}
