import { shareBp, split } from './money.ts';

/**
 * What each event of an order books, as pure functions. Debits are positive, credits negative, amounts are minor units.
 * Every book (producer, buyer, operator) balances within each list of lines. SQL books the same; a test compares them.
 */
export type Book = 'producer' | 'buyer' | 'operator';
export const ACCOUNT_KINDS = [
  'bank',
  'with_operator',
  'card_processor',
  'receivable',
  'members_receivable',
  'goods_on_order',
  'commission_receivable',
  'owed_by_producers',
  'payable',
  'suppliers_payable',
  'round_costs_payable',
  'owed_to_cluster',
  'deferred_sales',
  'sales_tax',
  'held_for_producers',
  'commission_payable',
  'owed_to_operator',
  'commission_tax_due',
  'sales',
  'commission_income',
  'cancellation_income',
  'purchases',
  'materials',
  'commission',
  'processing_fees',
  'cancellation_cost',
  'write_off',
] as const;
export type AccountKind = (typeof ACCOUNT_KINDS)[number];
export type Line = { book: Book; account: AccountKind; amount: number };

/** A commission and the tax on it. */
export type Commission = { amount: number; tax: number };
/** Frozen into the order at acceptance, basis points. */
export type CommissionTerms = { commissionBp: number; taxBp: number };

const line = (book: Book, account: AccountKind, amount: number): Line => ({
  book,
  account,
  amount,
});
const filled = (lines: Line[]): Line[] => lines.filter(({ amount }) => amount !== 0);

/** Accepting a quote, or a change before the invoice (then `total` is the difference, of either sign). */
export function saleLines(total: number): Line[] {
  return filled([
    line('producer', 'receivable', total),
    line('producer', 'deferred_sales', -total),
    line('buyer', 'goods_on_order', total),
    line('buyer', 'payable', -total),
  ]);
}

/** Shipping: what was deferred is sold. `tax` is the part of `total` that is tax. */
export function invoiceLines(total: number, tax: number): Line[] {
  return filled([
    line('producer', 'deferred_sales', total),
    line('producer', 'sales', -(total - tax)),
    line('producer', 'sales_tax', -tax),
    line('buyer', 'purchases', total),
    line('buyer', 'goods_on_order', -total),
  ]);
}

/** A change of what is owed after the invoice: sales and their tax move, nothing is deferred. */
export function invoicedChangeLines(difference: number, tax: number): Line[] {
  return filled([
    line('producer', 'receivable', difference),
    line('producer', 'sales', -(difference - tax)),
    line('producer', 'sales_tax', -tax),
    line('buyer', 'purchases', difference),
    line('buyer', 'payable', -difference),
  ]);
}

/** The tax within a part of a total, by largest remainder between net and tax. */
export function taxWithin(part: number, total: number, tax: number): number {
  return total === 0 ? 0 : (split(part, [total - tax, tax])[1] ?? 0);
}

/** `deferred`: what of the sale is not invoiced yet. `kept`: what the producer keeps by agreement. */
export function cancellationLines(deferred: number, kept: number): Line[] {
  return filled([
    line('producer', 'deferred_sales', deferred),
    line('producer', 'receivable', kept - deferred),
    line('producer', 'cancellation_income', -kept),
    line('buyer', 'payable', deferred - kept),
    line('buyer', 'goods_on_order', -deferred),
    line('buyer', 'cancellation_cost', kept),
  ]);
}

/**
 * What is still to be booked so that the commission is that of all money that counts: what was paid, never more than
 * what is owed. Worked out from the whole each time, so the steps add up to the commission of the sum exactly.
 */
export function commissionStep(
  money: { paid: number; owed: number },
  terms: CommissionTerms,
  booked: Commission,
): Commission {
  const base = Math.max(0, Math.min(money.paid, money.owed));
  const amount = shareBp(base, terms.commissionBp);
  return {
    amount: amount - booked.amount,
    tax: shareBp(amount, terms.taxBp) - booked.tax,
  };
}

/** `fromHeld`: how much of it comes out of (or, below zero, goes back to) the money that the operator holds. */
export function commissionLines(step: Commission, fromHeld: number): Line[] {
  const whole = step.amount + step.tax;
  return filled([
    line('producer', 'commission', whole),
    line('producer', 'with_operator', -fromHeld),
    line('producer', 'commission_payable', -(whole - fromHeld)),
    line('operator', 'held_for_producers', fromHeld),
    line('operator', 'commission_receivable', whole - fromHeld),
    line('operator', 'commission_income', -step.amount),
    line('operator', 'commission_tax_due', -step.tax),
  ]);
}

export type PaymentFacts = { amount: number; held: boolean; fee: number; commission: Commission };

/** Money that arrived: at the producer's bank, or (a card) at the operator's processor, less the processor's fee. */
export function paymentLines({ amount, held, fee, commission }: PaymentFacts): Line[] {
  const whole = commission.amount + commission.tax;
  return filled([
    line('producer', held ? 'with_operator' : 'bank', amount),
    line('producer', 'receivable', -amount),
    line('buyer', 'payable', amount),
    line('buyer', 'bank', -amount),
    ...(held
      ? [
          line('operator', 'card_processor', amount),
          line('operator', 'held_for_producers', -amount),
          line('operator', 'processing_fees', fee),
          line('operator', 'card_processor', -fee),
        ]
      : [line('producer', 'processing_fees', fee), line('producer', 'bank', -fee)]),
    ...commissionLines(commission, held ? Math.min(whole, amount) : 0),
  ]);
}

export type RefundFacts = {
  amount: number;
  held: boolean;
  /** What is given back of the commission: zero or below. */
  commission: Commission;
  /** What the operator holds for the producer just now. */
  available: number;
};

/** Money sent back. What the operator no longer holds for the producer becomes the producer's debt to the operator. */
export function refundLines({ amount, held, commission, available }: RefundFacts): Line[] {
  const back = -(commission.amount + commission.tax);
  const short = held ? Math.max(0, amount - back - available) : 0;
  return filled([
    line('producer', 'receivable', amount),
    line('producer', held ? 'with_operator' : 'bank', short - amount),
    line('producer', 'owed_to_operator', -short),
    line('buyer', 'bank', amount),
    line('buyer', 'payable', -amount),
    ...(held
      ? [
          line('operator', 'held_for_producers', amount - short),
          line('operator', 'owed_by_producers', short),
          line('operator', 'card_processor', -amount),
        ]
      : []),
    ...commissionLines(commission, held ? -back : 0),
  ]);
}

export type Standing = {
  /** Held by the operator for the producer. */
  withOperator: number;
  /** The producer's debts to the operator; a commission below zero is owed the other way. */
  owedToOperator: number;
  commissionPayable: number;
};

/** Debts between producer and operator are settled out of what the operator holds, before anything is paid out. */
export function nettingLines(standing: Standing): Line[] {
  const debt = Math.min(standing.withOperator, standing.owedToOperator);
  const commission = Math.min(standing.withOperator - debt, standing.commissionPayable);
  return filled([
    line('producer', 'owed_to_operator', debt),
    line('producer', 'commission_payable', commission),
    line('producer', 'with_operator', -(debt + commission)),
    line('operator', 'held_for_producers', debt + commission),
    line('operator', 'owed_by_producers', -debt),
    line('operator', 'commission_receivable', -commission),
  ]);
}

/** Paid out to the producer; never more than what the operator holds for it. */
export function payoutLines(amount: number): Line[] {
  return filled([
    line('producer', 'bank', amount),
    line('producer', 'with_operator', -amount),
    line('operator', 'held_for_producers', amount),
    line('operator', 'card_processor', -amount),
  ]);
}

/** The producer pays what it owes the operator from its own bank. */
export function debtPaidLines(amount: number, standing: Standing): Line[] {
  const debt = Math.min(amount, standing.owedToOperator);
  return filled([
    line('producer', 'owed_to_operator', debt),
    line('producer', 'commission_payable', amount - debt),
    line('producer', 'bank', -amount),
    line('operator', 'bank', amount),
    line('operator', 'owed_by_producers', -debt),
    line('operator', 'commission_receivable', -(amount - debt)),
  ]);
}

export function reversed(lines: readonly Line[]): Line[] {
  return lines.map((one) => ({ ...one, amount: -one.amount }));
}
