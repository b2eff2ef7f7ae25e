import { readable, readIn, type Rates, type ReadIn } from '#src/domain/exchange.ts';
import { formatMoney } from '#src/domain/money.ts';
import {
  calculatePrice,
  type Calculation,
  type Listed,
  type NextPrice,
} from '#src/domain/price-calculator.ts';
import { leastOrder } from '#src/domain/tiers.ts';
import { readingText } from '#src/ui/reading.ts';
import type { ProductPage } from '../views.ts';
import { quantity, type Words } from '../words.ts';

/** What of the address changes a product's page: the calculator's fields. */
export const PRODUCT_PARAMS = ['qty', 'variant', 'sample', 'in'] as const;

type Row = { label: string; value: string; about: string; strong?: boolean };

/** The calculator as it is drawn: its fields as asked for in the address, and its answer in words. */
export type PriceAsk = {
  typed: string;
  variant: string;
  sample: boolean;
  read: ReadIn | null;
  currencies: string[];
  rows: Row[];
  /** Why this quantity cannot be ordered as it is, and those that can. */
  problem: string;
  others: number[];
  hints: string[];
};

export function priceAsk(
  product: ProductPage,
  query: URLSearchParams,
  rates: Rates,
  words: Words,
): PriceAsk {
  const typed = (query.get('qty') ?? '').trim().slice(0, 12) || String(leastOf(product));
  const variant = product.variants.find(({ id }) => id === query.get('variant'));
  const sample = product.sample && query.get('sample') === 'on';
  const listed = { ...listedOf(product), variantAmount: variant?.amount ?? null };
  const asked = {
    typed,
    variant: variant?.id ?? '',
    sample,
    read: readIn(query.get('in'), rates),
    currencies: readable(rates).filter((code) => code !== product.price.currency),
  };
  const worked = calculatePrice(/^\d{1,9}$/.test(typed) ? Number(typed) : NaN, listed);
  const c = words.t.finding.calculator;
  if (!worked.ok) {
    const problem = worked.failure.code === 'not_a_number' ? c.notANumber : c.tooLarge;
    return { ...asked, rows: [], problem, others: [], hints: [] };
  }
  const own = listed.variantAmount !== null ? [c.ownPrice] : [];
  const { next } = worked.value;
  return {
    ...asked,
    rows: rowsOf(product, worked.value, asked, words),
    ...problemOf(product, worked.value, words),
    hints: [...own, ...(next ? nextHints(product, next, words) : [])],
  };
}

function leastOf(product: ProductPage): number {
  return leastOrder(product);
}

export function listedOf(
  product: Pick<ProductPage, 'moq' | 'orderMultiple' | 'price' | 'tiers'>,
): Listed {
  const { moq, orderMultiple, price, tiers } = product;
  return { moq, orderMultiple, baseAmount: price.amount, tiers };
}

function rowsOf(
  product: ProductPage,
  { unitAmount, totalAmount }: Calculation,
  { sample, read }: { sample: boolean; read: ReadIn | null },
  words: Words,
): Row[] {
  const c = words.t.finding.calculator;
  const row = (label: string, amount: number, strong = false): Row => {
    const value = { amount, currency: product.price.currency };
    return {
      label,
      value: formatMoney(value, words.locale, { whole: 'short' }),
      about: readingText(value, read, words),
      strong,
    };
  };
  const rows = [row(c.unit, unitAmount), row(c.total, totalAmount, true)];
  if (!sample) return rows;
  const { sampleAmount } = product;
  if (sampleAmount === null)
    return [...rows, { label: c.samplePrice, value: c.sampleAsk, about: '' }];
  return [
    ...rows,
    row(c.samplePrice, sampleAmount),
    row(c.withSample, totalAmount + sampleAmount, true),
  ];
}

function problemOf(
  product: ProductPage,
  { check }: Calculation,
  words: Words,
): { problem: string; others: number[] } {
  if (check.ok) return { problem: '', others: [] };
  const c = words.t.finding.calculator;
  const written = (n: number) => quantity(n, product.unit, words);
  const others = [check.below, check.above].filter((n) => n !== null);
  const step = written(product.orderMultiple);
  const above = written(check.above ?? product.moq);
  if (check.code === 'below_moq')
    return { problem: c.belowMoq(written(product.moq), above), others };
  if (check.below === null) return { problem: c.multipleAbove(step, above), others };
  return { problem: c.multiple(step, written(check.below), above), others };
}

function nextHints(product: ProductPage, next: NextPrice, words: Words): string[] {
  const c = words.t.finding.calculator;
  const price = (amount: number) =>
    formatMoney({ amount, currency: product.price.currency }, words.locale, { whole: 'short' });
  const from = quantity(next.quantity, product.unit, words);
  const hint = c.next(from, price(next.unitAmount), price(next.savedAmount));
  return next.cheaper ? [hint, c.cheaper(from, price(next.totalAmount))] : [hint];
}
