import { countryName } from '#src/domain/countries.ts';
import { formatHsCode } from '#src/domain/hs.ts';
import { isIncoterm } from '#src/domain/incoterms.ts';
import type { PriceTier } from '#src/domain/tiers.ts';
import { numberFormat } from '#src/i18n/formats.ts';
import type { ProductPage } from '../views.ts';
import { day, number, price, quantity, type Words } from '../words.ts';

type Offered = Pick<ProductPage, 'sample' | 'sampleAmount' | 'price'>;
type Measured = Pick<ProductPage, 'weightGrams' | 'lengthMm' | 'widthMm' | 'heightMm'>;

export type Fact = { label: string; value: string; note?: string };

/** What a buyer asks first. */
export function orderFacts(product: ProductPage, words: Words): Fact[] {
  const m = words.t.market.product;
  return [
    { label: m.moq, value: quantity(product.moq, product.unit, words) },
    { label: m.leadTime, value: words.t.market.days(product.leadTimeDays), note: m.leadTimeNote },
    { label: m.sample, value: sampleText(product, words) },
  ];
}

/** Every other fact of trade that the maker gave; what was not given is left out. */
export function tradeFacts(product: ProductPage, words: Words): Fact[] {
  const m = words.t.market.product;
  const { orderMultiple, capacityPerMonth, hsCode, country, unit } = product;
  const facts: (Fact | false | null)[] = [
    orderMultiple > 1 && { label: m.multiple, value: quantity(orderMultiple, unit, words) },
    capacityPerMonth !== null && {
      label: m.capacity,
      value: m.perMonth(quantity(capacityPerMonth, unit, words)),
    },
    hsCode !== null && { label: m.hsCode, value: formatHsCode(hsCode) },
    country !== null && { label: m.origin, value: countryName(country, words.locale) },
    deliveryFact(product, words),
    ...measures(product, words),
    { label: m.listed, value: day(product.publishedAt, words) },
  ];
  return facts.filter((fact) => !!fact);
}

export function sampleText({ sample, sampleAmount, price: { currency } }: Offered, words: Words) {
  const m = words.t.market.product;
  if (!sample) return m.sampleNone;
  if (!sampleAmount) return sampleAmount === 0 ? m.sampleFree : m.sampleYes;
  return m.samplePrice(price({ amount: sampleAmount, currency }, words));
}

function deliveryFact({ incoterm, incotermPlace }: ProductPage, words: Words): Fact | null {
  if (!isIncoterm(incoterm) || !incotermPlace) return null;
  return {
    label: words.t.market.product.delivery,
    value: `${incoterm} ${incotermPlace.trim()}`,
    note: 'Incoterms® 2020',
  };
}

export function measures(product: Measured, words: Words): Fact[] {
  const m = words.t.market.product;
  const unit = (value: number, name: string) =>
    numberFormat(words.locale, {
      style: 'unit',
      unit: name,
      maximumFractionDigits: 2,
    }).format(value);
  const facts: Fact[] = [];
  const grams = product.weightGrams;
  if (grams !== null) {
    const value = grams < 1000 ? unit(grams, 'gram') : unit(grams / 1000, 'kilogram');
    facts.push({ label: m.weight, value });
  }
  const sides = [product.lengthMm, product.widthMm, product.heightMm];
  const known = sides.filter((side) => side !== null);
  if (known.length > 0) {
    const last = known.length - 1;
    const value = known
      .map((mm, n) => (n === last ? unit(mm / 10, 'centimeter') : number(mm / 10, words)))
      .join(' × ');
    facts.push({ label: m.size, value, ...(known.length === 3 ? { note: m.sizeNote } : {}) });
  }
  return facts;
}

/** The whole price table: the base price from the least order on, then the tiers. */
export function priceRows(
  product: Pick<ProductPage, 'moq' | 'price' | 'tiers'>,
): { minQuantity: number; unitPrice: number }[] {
  const row = ({ minQuantity, unitAmount }: PriceTier) => ({ minQuantity, unitPrice: unitAmount });
  const startsAtLeast = product.tiers[0]?.minQuantity === product.moq;
  const base = { minQuantity: product.moq, unitAmount: product.price.amount };
  return [...(startsAtLeast ? [] : [base]), ...product.tiers].map(row);
}
