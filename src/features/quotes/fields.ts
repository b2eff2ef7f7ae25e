/** The editor's form as text, on the server and in the browser alike. One entry of each list is one line. */
export type TierFields = { from: string; price: string };
export type LineFields = {
  position: number;
  rfqLineId: string;
  productId: string;
  variantId: string;
  description: string;
  sku: string;
  hsCode: string;
  origin: string;
  unit: string;
  quantity: string;
  price: string;
  weight: string;
  waived: boolean;
  sample: boolean;
  tiers: TierFields[];
};
export type QuoteFields = {
  currency: string;
  incoterm: string;
  incotermPlace: string;
  leadTime: string;
  paymentTerms: string;
  deposit: string;
  tax: string;
  discount: string;
  freight: string;
  validUntil: string;
  notes: string;
  lines: LineFields[];
};

/** How a form is read: one value of a name, or all of them in order. */
export type FormReader = {
  one: (name: string) => string;
  all: (name: string) => readonly string[];
};

export function fieldsOf({ one, all }: FormReader): QuoteFields {
  const column = (name: string) => {
    const values = all(name);
    return (n: number) => (values[n] ?? '').trim();
  };
  const [rfqLineId, productId, variantId] = ['lineRfq', 'lineProduct', 'lineVariant'].map(column);
  const [description, sku, hsCode] = ['lineDescription', 'lineSku', 'lineHs'].map(column);
  const [origin, unit, quantity] = ['lineOrigin', 'lineUnit', 'lineQuantity'].map(column);
  const [price, weight, tierFrom] = ['linePrice', 'lineWeight', 'tierFrom'].map(column);
  const tierPrice = column('tierPrice');
  const tierLines = all('tierLine');
  const lines = all('linePosition').map((position, n): LineFields => ({
    position: Number(position),
    rfqLineId: rfqLineId!(n),
    productId: productId!(n),
    variantId: variantId!(n),
    description: description!(n),
    sku: sku!(n),
    hsCode: hsCode!(n),
    origin: origin!(n),
    unit: unit!(n),
    quantity: quantity!(n),
    price: price!(n),
    weight: weight!(n),
    waived: all('lineWaived').includes(position),
    sample: all('lineSample').includes(position),
    tiers: tierLines.flatMap((line, row) =>
      line === position ? [{ from: tierFrom!(row), price: tierPrice(row) }] : [],
    ),
  }));
  return { ...termsOf(one), lines };
}

function termsOf(one: FormReader['one']): Omit<QuoteFields, 'lines'> {
  return {
    currency: one('currency'),
    incoterm: one('incoterm'),
    incotermPlace: one('incotermPlace'),
    leadTime: one('leadTime'),
    paymentTerms: one('paymentTerms'),
    deposit: one('deposit'),
    tax: one('tax'),
    discount: one('discount'),
    freight: one('freight'),
    validUntil: one('validUntil'),
    notes: one('notes'),
  };
}

/** A line in which nothing was written is none. */
export function isBlank(line: LineFields): boolean {
  return (
    line.quantity === '' && line.price === '' && line.productId === '' && line.description === ''
  );
}
