import { describe, expect, it } from 'vitest';
import { orderFacts, priceRows, tradeFacts } from '#src/features/catalogue/product/facts.ts';
import { coloursBySize } from '#src/features/catalogue/product/variants.ts';
import type { ProductPage, VariantView } from '#src/features/catalogue/views.ts';
import { LOCALES } from '#src/i18n/locales.ts';
import { messages } from '#src/i18n/messages.ts';

const words = { locale: 'en' as const, t: messages('en') };
const BARE = {
  unit: 'PR',
  price: { amount: 2150, currency: 'USD' },
  moq: 12,
  orderMultiple: 1,
  leadTimeDays: 1,
  capacityPerMonth: null,
  hsCode: null,
  country: null,
  incoterm: null,
  incotermPlace: null,
  sample: false,
  sampleAmount: null,
  weightGrams: null,
  lengthMm: null,
  widthMm: null,
  heightMm: null,
  publishedAt: '2026-03-01T10:00:00Z',
  tiers: [],
} as unknown as ProductPage;
const FULL: ProductPage = {
  ...BARE,
  orderMultiple: 6,
  capacityPerMonth: 1200,
  hsCode: '64035100',
  country: 'RW',
  incoterm: 'FCA',
  incotermPlace: ' Kigali',
  weightGrams: 1250,
  lengthMm: 305,
  widthMm: 200,
  heightMm: 110,
};
const values = (facts: { value: string }[]) => facts.map(({ value }) => value);

describe('trade facts', () => {
  it('leave out what the maker did not give', () => {
    expect(values(tradeFacts(BARE, words))).toEqual(['1 March 2026']);
    expect(values(orderFacts(BARE, words))).toEqual(['12 pairs', '1 day', 'ask the maker']);
  });

  it('write everything as the trade does', () => {
    expect(values(tradeFacts(FULL, words))).toEqual([
      '6 pairs',
      '1,200 pairs a month',
      '6403.51.00',
      'Rwanda',
      'FCA Kigali',
      '1.25 kg',
      '30.5 × 20 × 11 cm',
      '1 March 2026',
    ]);
  });

  it('tell a free sample from one that costs and one without a price', () => {
    const sample = (sampleAmount: number | null) =>
      orderFacts({ ...BARE, sample: true, sampleAmount }, words)[2]?.value;
    expect([sample(0), sample(2500), sample(null)]).toEqual([
      'available, no charge',
      '$25 for one',
      'can be ordered',
    ]);
  });

  it('are written in every language', () => {
    for (const locale of LOCALES) {
      const facts = tradeFacts(FULL, { locale, t: messages(locale) });
      expect(facts).toHaveLength(8);
      expect(facts.every(({ label, value }) => label && value)).toBe(true);
    }
  });
});

describe('the price table', () => {
  it('begins with the base price at the least order', () => {
    const tiers = [{ minQuantity: 48, unitAmount: 2000 }];
    expect(priceRows({ ...BARE, tiers })).toEqual([
      { minQuantity: 12, unitPrice: 2150 },
      { minQuantity: 48, unitPrice: 2000 },
    ]);
  });

  it('does not say the least order twice', () => {
    const tiers = [{ minQuantity: 12, unitAmount: 2100 }];
    expect(priceRows({ ...BARE, tiers })).toEqual([{ minQuantity: 12, unitPrice: 2100 }]);
  });
});

describe('sizes by colour', () => {
  const variant = (colour: string | null, size: string | null, amount: number | null = null) =>
    ({ colour, size, amount, available: size !== '40' }) as VariantView;

  it('gathers the sizes of each colour in their order', () => {
    const list = [variant('black', '39'), variant('tan', '39'), variant('black', '40')];
    expect(coloursBySize(list)).toEqual([
      {
        colour: 'black',
        sizes: [
          { size: '39', available: true },
          { size: '40', available: false },
        ],
      },
      { colour: 'tan', sizes: [{ size: '39', available: true }] },
    ]);
  });

  it('gives up where it would hide something', () => {
    expect(coloursBySize([variant('black', '39'), variant(null, '40')])).toBeNull();
    expect(coloursBySize([variant('black', '39'), variant('black', '40', 900)])).toBeNull();
    expect(coloursBySize([variant('black', '39'), variant('tan', '39')])).toBeNull();
  });
});
