import { inputAmount } from '#src/domain/money.ts';
import { inputPercent } from '#src/domain/percent.ts';
import { takesDeposit } from '#src/domain/quote.ts';
import { addDays } from '#src/domain/time.ts';
import type { Locale } from '#src/i18n/locales.ts';
import type { LineFields, QuoteFields } from './fields.ts';
import type { AskedLine, EditorData, Quote, QuotableProduct } from './queries.ts';
import { listedTerms } from './tally.ts';

type Context = { locale: Locale; today: string; currency: string; sample: string };
const VALID_DAYS = 30;

/** What the editor shows first: the draft, else the newest version of either side, else what was asked. */
export function prefill(data: EditorData, context: Context): QuoteFields {
  const draft = data.quotes.find((quote) => quote.state === 'draft');
  const newest = draft ?? data.quotes[0];
  return newest ? fieldsOfQuote(newest, context) : fieldsOfRequest(data, context);
}

function fieldsOfQuote(quote: Quote, { locale, today }: Context): QuoteFields {
  const amount = (value: number) =>
    value === 0 ? '' : inputAmount({ amount: value, currency: quote.currency }, locale);
  const until = quote.validUntil.slice(0, 10);
  return {
    currency: quote.currency,
    incoterm: quote.incoterm,
    incotermPlace: quote.incotermPlace,
    leadTime: String(quote.leadTimeDays),
    paymentTerms: quote.paymentTerms,
    deposit: takesDeposit(quote.paymentTerms as never) ? inputPercent(quote.depositBp, locale) : '',
    tax: inputPercent(quote.taxBp, locale),
    discount: amount(quote.discountAmount),
    freight: amount(quote.freightAmount),
    validUntil: until > today ? until : addDays(today, VALID_DAYS),
    notes: quote.notes,
    lines: quote.lines.map((line) => ({
      ...emptyLine(line.position),
      rfqLineId: line.rfqLineId ?? '',
      productId: line.productId ?? '',
      variantId: line.variantId ?? '',
      description: line.description,
      sku: line.sku ?? '',
      hsCode: line.hsCode ?? '',
      origin: line.countryOfOrigin ?? '',
      unit: line.unit,
      quantity: String(line.quantity),
      price: inputAmount({ amount: line.unitAmount, currency: quote.currency }, locale),
      weight: line.weightGrams === null ? '' : String(line.weightGrams),
      waived: line.moqWaived,
      sample: line.sample,
      tiers: line.tiers.map((tier) => ({
        from: String(tier.minQuantity),
        price: inputAmount({ amount: tier.unitAmount, currency: quote.currency }, locale),
      })),
    })),
  };
}

function fieldsOfRequest(data: EditorData, context: Context): QuoteFields {
  const { rfq, products } = data;
  const asked = rfq ? rfq.lines : askedAlone(data);
  const first = products.find(({ id }) => id === asked[0]?.productId) ?? products[0];
  const currency = first?.currency ?? context.currency;
  const leadTimes = products.flatMap(({ leadTimeDays }) => leadTimeDays ?? []);
  return {
    currency,
    incoterm: rfq?.incoterm ?? first?.incoterm ?? 'FCA',
    incotermPlace: rfq?.incoterm ? (rfq.incotermPlace ?? '') : (first?.incotermPlace ?? ''),
    leadTime: leadTimes.length > 0 ? String(Math.max(...leadTimes)) : '',
    paymentTerms: 'deposit_balance_before_shipping',
    deposit: '30',
    tax: '',
    discount: '',
    freight: '',
    validUntil: addDays(context.today, VALID_DAYS),
    notes: '',
    lines: asked
      .flatMap((line) => {
        const product = products.find(({ id }) => id === line.productId);
        const offered = offeredLine(line, product, currency, context);
        return line.sampleWanted
          ? [offered, sampleLine(offered, product, currency, context)]
          : [offered];
      })
      .map((line, position) => ({ ...line, position })),
  };
}

/** A plain question about one product is a request of one line. */
function askedAlone({ asked }: EditorData): AskedLine[] {
  return [
    {
      id: '',
      position: 0,
      productId: asked.productId,
      variantId: null,
      description: asked.title,
      quantity: asked.quantity ?? 0,
      unit: asked.unit ?? 'H87',
      targetAmount: null,
      targetCurrency: null,
      customisation: '',
      sampleWanted: false,
      sizes: [],
    },
  ];
}

function offeredLine(
  line: AskedLine,
  product: QuotableProduct | undefined,
  currency: string,
  { locale }: Context,
): LineFields {
  const variant = product?.variants.find(({ id }) => id === line.variantId);
  const quantity = line.quantity || product?.moq || 0;
  const listed = product && listedTerms(product, line.variantId, quantity).unitAmount;
  const priced = product?.currency === currency ? listed : null;
  const written = (amount: number) => inputAmount({ amount, currency }, locale);
  return {
    ...emptyLine(line.position),
    rfqLineId: line.id,
    productId: product?.id ?? '',
    variantId: variant?.id ?? '',
    description: line.description,
    sku: variant?.sku ?? '',
    hsCode: product?.hsCode ?? '',
    origin: product?.countryOfOrigin ?? '',
    unit: line.unit,
    quantity: quantity ? String(quantity) : '',
    price: priced ? written(priced) : '',
    weight: product?.weightGrams ? String(product.weightGrams) : '',
    tiers:
      priced && (variant?.unitAmount ?? null) === null ? tiersOf(product!, quantity, written) : [],
  };
}

/** The listing's tiers hold in the quote, with the base price from the MOQ on, so that each quantity has its price. */
function tiersOf(product: QuotableProduct, quantity: number, written: (amount: number) => string) {
  if (product.tiers.length === 0 || product.unitAmount === null || quantity === 0) return [];
  const from = Math.min(product.moq ?? 1, quantity);
  const base =
    product.tiers[0]!.minQuantity > from
      ? [{ minQuantity: from, unitAmount: product.unitAmount }]
      : [];
  return [...base, ...product.tiers].map((tier) => ({
    from: String(tier.minQuantity),
    price: written(tier.unitAmount),
  }));
}

function sampleLine(
  line: LineFields,
  product: QuotableProduct | undefined,
  currency: string,
  { locale, sample }: Context,
): LineFields {
  const amount = product?.currency === currency ? product.sampleAmount : null;
  return {
    ...line,
    description: `${sample}: ${line.description}`,
    quantity: '1',
    price: amount === null || amount === undefined ? '' : inputAmount({ amount, currency }, locale),
    sample: true,
    tiers: [],
  };
}

export function emptyLine(position: number): LineFields {
  return {
    position,
    rfqLineId: '',
    productId: '',
    variantId: '',
    description: '',
    sku: '',
    hsCode: '',
    origin: '',
    unit: 'H87',
    quantity: '',
    price: '',
    weight: '',
    waived: false,
    sample: false,
    tiers: [],
  };
}
