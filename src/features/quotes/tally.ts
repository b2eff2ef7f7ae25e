import type { ErrorCode } from '#src/domain/error-codes.ts';
import { deviations, type Deviation, type ListedTerms } from '#src/domain/quote-deviations.ts';
import { quoteSums, type QuoteSums, type SumTerms } from '#src/domain/quote-sums.ts';
import { unitPriceFor } from '#src/domain/tiers.ts';
import { isBlank, type LineFields, type QuoteFields } from './fields.ts';
import { amountOf, quantityOf, readTerms, type Wrong } from './parse.ts';
import type { QuotableProduct } from './queries.ts';

export type TallyLine = {
  position: number;
  description: string;
  amount: number | null;
  deviations: Deviation[];
};
export type Tally = {
  terms: SumTerms;
  lines: TallyLine[];
  sums: QuoteSums | null;
  problem: ErrorCode | null;
};

/** The listed terms at a quantity; a variant with a price of its own has no tiers. */
export function listedTerms(
  product: QuotableProduct,
  variantId: string | null,
  quantity: number,
): ListedTerms {
  const own = product.variants.find(({ id }) => id === variantId)?.unitAmount ?? null;
  const listed =
    own ??
    (product.unitAmount === null
      ? null
      : unitPriceFor(quantity, product.unitAmount, product.tiers));
  return {
    moq: product.moq,
    orderMultiple: product.orderMultiple,
    leadTimeDays: product.leadTimeDays,
    currency: product.currency,
    unitAmount: listed,
  };
}

/** What the form comes to as it is now, as far as it can be read: the totals while somebody types. */
export function tally(
  fields: QuoteFields,
  products: readonly QuotableProduct[],
  locale: string,
): Tally {
  const wrong: Wrong = {};
  const terms = readTerms(fields, locale, wrong);
  const read = fields.lines
    .filter((line) => !isBlank(line))
    .map((line) => readLine(line, fields, locale));
  const priced = read.flatMap(({ priced: one }) => (one ? [one] : []));
  const sums = priced.length > 0 ? quoteSums(priced, terms) : null;
  return {
    terms,
    lines: read.map(({ line, priced: one }) => ({
      position: line.position,
      description: line.description,
      amount: one ? one.quantity * one.unitAmount : null,
      deviations: one ? deviationsOf(line, one, fields, products) : [],
    })),
    sums: sums?.ok ? sums.value : null,
    problem:
      Object.values(wrong)[0] ??
      (sums && !sums.ok ? (sums.failure.fields?.['discount'] ?? sums.failure.code) : null),
  };
}

type Priced = { quantity: number; unitAmount: number };

function readLine(line: LineFields, fields: QuoteFields, locale: string) {
  const wrong: Wrong = {};
  const quantity = quantityOf(line.quantity, locale, 'quantity', wrong);
  const unitAmount = amountOf(line.price, fields.currency, locale, 'price', wrong);
  const readable = Object.keys(wrong).length === 0 && line.price !== '';
  return { line, priced: readable ? { quantity, unitAmount } : null };
}

function deviationsOf(
  line: LineFields,
  priced: Priced,
  fields: QuoteFields,
  products: readonly QuotableProduct[],
) {
  const product = products.find(({ id }) => id === line.productId);
  if (!product) return [];
  const listed = listedTerms(product, line.variantId || null, priced.quantity);
  return deviations({ ...priced, sample: line.sample }, listed, {
    leadTimeDays: Number(fields.leadTime),
    currency: fields.currency,
  });
}
