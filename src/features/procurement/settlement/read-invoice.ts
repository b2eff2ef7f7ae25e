import type { z } from 'zod';
import { atScale, parseTyped } from '#src/domain/decimal.ts';
import { parseMoney } from '#src/domain/money.ts';
import { matchInvoice, type InvoiceDifference } from '#src/domain/procurement/invoice-match.ts';
import { amountFor } from '#src/domain/procurement/lot-amount.ts';
import { fail, ok, type Result } from '#src/domain/result.ts';
import type { InvoiceFacts } from './queries.ts';
import type { invoiceInput } from './schema.ts';

/** As `enter_supplier_invoice` takes it, amounts in minor units of the order's currency. */
export type ReadInvoice = {
  invoice: {
    invoiceNumber: string;
    invoiceDate: string;
    goodsAmount: number;
    freightAmount: number;
    taxAmount: number;
    lines: { orderLineId: string; quantity: number; unitAmount: number; lineAmount: number }[];
  };
  differences: InvoiceDifference[];
};

/**
 * What somebody copied from a supplier's invoice, held against order and receipt. Where the total on the paper is given
 * too, the goods are what it leaves beside freight and tax, so that a sum that is wrong on the paper is found.
 */
export function readInvoice(
  form: z.infer<typeof invoiceInput>,
  facts: InvoiceFacts,
  locale: string,
): Result<ReadInvoice> {
  const lines: ReadInvoice['invoice']['lines'] = [];
  for (const [n, orderLineId] of form.line.entries()) {
    const line = readLine(form, n, facts, locale);
    if (!line.ok) return line;
    lines.push({ orderLineId, ...line.value });
  }
  const [freight, tax, total] = [form.freight, form.tax, form.total].map((text) =>
    read(text, form.currency, locale),
  ) as [Result<number>, Result<number>, Result<number>];
  if (!freight.ok) return fail('invalid_input', { freight: freight.failure.code });
  if (!tax.ok) return fail('invalid_input', { tax: tax.failure.code });
  if (!total.ok) return fail('invalid_input', { total: total.failure.code });
  const sum = lines.reduce((all, { lineAmount }) => all + lineAmount, 0);
  const goodsAmount = form.total ? total.value - freight.value - tax.value : sum;
  if (goodsAmount < 0) return fail('invalid_input', { total: 'out_of_range' });
  const invoice = {
    invoiceNumber: form.number,
    invoiceDate: form.date,
    goodsAmount,
    freightAmount: freight.value,
    taxAmount: tax.value,
    lines,
  };
  return ok({ invoice, differences: matchInvoice(invoice, facts) });
}

function read(text: string, currency: string, locale: string): Result<number> {
  if (text === '') return ok(0);
  const typed = parseMoney(text, currency, locale);
  if (!typed.ok) return typed;
  return typed.value.amount >= 0 ? ok(typed.value.amount) : fail('out_of_range');
}

function readLine(
  form: z.infer<typeof invoiceInput>,
  n: number,
  facts: InvoiceFacts,
  locale: string,
): Result<{ quantity: number; unitAmount: number; lineAmount: number }> {
  const of = facts.lines.find(({ id }) => id === form.line[n]);
  if (!of) return fail('conflict');
  const quantity = steps(form.quantity[n] ?? '', of.decimals, locale);
  if (!quantity.ok) return fail('invalid_input', { quantity: quantity.failure.code });
  const price = read(form.price[n] ?? '', form.currency, locale);
  if (!price.ok) return fail('invalid_input', { price: price.failure.code });
  const lineAmount = amountFor(quantity.value, price.value, of.decimals);
  return ok({ quantity: quantity.value, unitAmount: price.value, lineAmount });
}

function steps(text: string, decimals: number, locale: string): Result<number> {
  if (text === '') return ok(0);
  const typed = parseTyped(text, locale, decimals);
  if (!typed.ok) return typed;
  const exact = atScale(typed.value, decimals);
  if (exact === null) return fail('quantity_too_precise');
  return exact >= 0n && exact <= 100_000_000_000n ? ok(Number(exact)) : fail('out_of_range');
}
