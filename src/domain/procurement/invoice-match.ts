import { amountFor } from './lot-amount.ts';

/** An ordered line: steps and minor units of the order's currency. `good`: what arrived whole; `invoicedElsewhere`: steps on other invoices. */
export type MatchLine = {
  id: string;
  decimals: number;
  unitAmount: number;
  good: number;
  invoicedElsewhere: number;
};

/** The order, what arrived of it, and the tolerance in basis points by which quantities, prices and freight may be over. */
export type MatchFacts = {
  toleranceBp: number;
  freightAmount: number;
  freightElsewhere: number;
  lines: readonly MatchLine[];
};

export type InvoiceLine = {
  orderLineId: string;
  quantity: number;
  unitAmount: number;
  lineAmount: number;
};
export type SupplierInvoice = {
  goodsAmount: number;
  freightAmount: number;
  lines: readonly InvoiceLine[];
};

/**
 * What does not agree, one entry each. `quantity`: more invoiced in all than arrived whole (steps); `price`: over the
 * ordered price of one whole unit; `line`: quantity × price gives another amount; `sum`: the lines give another sum of
 * goods; `freight`: more in all than was ordered. Amounts in minor units of the order's currency.
 */
export type InvoiceDifference =
  | { code: 'quantity'; lineId: string; invoiced: number; expected: number }
  | { code: 'price' | 'line'; lineId: string; invoiced: number; expected: number }
  | { code: 'sum' | 'freight'; invoiced: number; expected: number };

const over = (given: number, agreed: number, toleranceBp: number): boolean =>
  BigInt(given) * 10_000n > BigInt(agreed) * (10_000n + BigInt(toleranceBp));

/**
 * The three-way match: order × receipt × invoice. Empty when they agree within the tolerance; less than ordered always
 * agrees. A line's amount may be off by one minor unit, for suppliers round in their own way. Differences come line by
 * line in the order of the invoice, then the sum, then freight. Throws RangeError on a line that the order does not have.
 * `private.invoice_agrees` asks the same; a test holds the two together.
 */
export function matchInvoice(invoice: SupplierInvoice, facts: MatchFacts): InvoiceDifference[] {
  const lines = invoice.lines.flatMap((line) => matchLine(line, facts));
  const goods = invoice.lines.reduce((sum, line) => sum + line.lineAmount, 0);
  const freight = facts.freightElsewhere + invoice.freightAmount;
  return [
    ...lines,
    ...(goods === invoice.goodsAmount
      ? []
      : [{ code: 'sum' as const, invoiced: invoice.goodsAmount, expected: goods }]),
    ...(over(freight, facts.freightAmount, facts.toleranceBp)
      ? [{ code: 'freight' as const, invoiced: freight, expected: facts.freightAmount }]
      : []),
  ];
}

function matchLine(line: InvoiceLine, facts: MatchFacts): InvoiceDifference[] {
  const ordered = facts.lines.find(({ id }) => id === line.orderLineId);
  if (!ordered) throw new RangeError(`the order has no line ${line.orderLineId}`);
  const lineId = ordered.id;
  const found: InvoiceDifference[] = [];
  const invoiced = ordered.invoicedElsewhere + line.quantity;
  if (line.quantity > 0 && over(invoiced, ordered.good, facts.toleranceBp))
    found.push({ code: 'quantity', lineId, invoiced, expected: ordered.good });
  if (over(line.unitAmount, ordered.unitAmount, facts.toleranceBp))
    found.push({
      code: 'price',
      lineId,
      invoiced: line.unitAmount,
      expected: ordered.unitAmount,
    });
  const expected = amountFor(line.quantity, line.unitAmount, ordered.decimals);
  if (Math.abs(line.lineAmount - expected) > 1)
    found.push({ code: 'line', lineId, invoiced: line.lineAmount, expected });
  return found;
}
