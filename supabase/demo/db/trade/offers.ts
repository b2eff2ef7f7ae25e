/** An offer of the content as the form of a quote sends it, every sum worked out. */
import { quoteSums } from '#src/domain/quote-sums.ts';
import { PRODUCTS } from '#supabase/demo/content/products.ts';
import type { LineSeed, OfferSeed } from '#supabase/demo/content/trade/types.ts';
import { productId } from '#supabase/demo/db/people.ts';
import type { Deal } from '#supabase/demo/db/trade/acts.ts';

function productOf({ product }: Pick<LineSeed, 'product'>) {
  const found = PRODUCTS.find(({ key }) => key === product);
  if (!found) throw new Error(`The trade names no product of the demo: "${product}".`);
  return found;
}

function priceOf(line: LineSeed): number {
  const { priceAmount, priceTiers } = productOf(line);
  const tier = priceTiers.findLast(({ minQuantity }) => minQuantity <= line.quantity);
  return line.unitAmount ?? tier?.unitAmount ?? priceAmount;
}

export function draftOf(offer: OfferSeed, deal: Deal) {
  const priced = offer.lines.map((line) => ({ ...line, unitAmount: priceOf(line) }));
  const terms = {
    discountAmount: offer.discount ?? 0,
    freightAmount: offer.freight ?? 0,
    taxBp: offer.taxBp ?? 0,
    depositBp: offer.depositBp,
  };
  const sums = quoteSums(priced, terms);
  if (!sums.ok) throw new Error(`The sums of "${deal.key}" cannot be worked out.`);
  const { lineAmounts, ...totals } = sums.value;
  return {
    ...terms,
    ...totals,
    currency: offer.currency ?? productOf(offer.lines[0]!).priceCurrency,
    incoterm: offer.incoterm,
    incotermPlace: offer.place,
    leadTimeDays: offer.leadDays,
    paymentTerms: offer.terms,
    validUntil: new Date(Date.now() + offer.validDays * 86_400_000).toISOString(),
    notes: offer.notes ?? '',
    lines: priced.map((line, position) => lineOf(line, position, lineAmounts[position]!, deal)),
  };
}

function lineOf(
  line: LineSeed & { unitAmount: number },
  position: number,
  amount: number,
  deal: Deal,
) {
  const product = productOf(line);
  return {
    position,
    rfqLineId: deal.rfqLines?.[position] ?? null,
    productId: productId(product.key),
    variantId: null,
    description: line.detail ? `${product.title.en}, ${line.detail}` : product.title.en,
    sku: null,
    hsCode: product.hsCode,
    countryOfOrigin: product.countryOfOrigin,
    unit: product.unit,
    quantity: line.quantity,
    unitAmount: line.unitAmount,
    lineAmount: amount,
    moqWaived: line.quantity < product.moq || line.quantity % product.orderMultiple !== 0,
    weightGrams: product.weightGrams,
    sample: false,
    tiers: [],
  };
}

export function counterOf(offer: OfferSeed, deal: Deal) {
  const { lines, ...rest } = draftOf(offer, deal);
  return {
    ...rest,
    lines: lines.map(({ position, quantity, unitAmount }) => ({ position, quantity, unitAmount })),
  };
}
