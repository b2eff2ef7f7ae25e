import { describe, expect, it } from 'vitest';
import { documentPaper } from '#src/features/documents/paper.ts';
import { quotePaper } from '#src/features/documents/quote-paper.ts';
import { DOCUMENT_KINDS, type Snapshot } from '#src/features/documents/snapshot.ts';
import { LOCALES, type Locale } from '#src/i18n/locales.ts';
import { messages } from '#src/i18n/messages.ts';
import type { Paper } from '#src/server/pdf/paper.ts';
import { renderPaper } from '#src/server/pdf/render.ts';
import { agreement } from '#tests/db/order-scene.ts';

const doc = agreement({ producer: 'p', buyer: 'b' }, 'O3F2K8QA');
const party = {
  ...doc.producer,
  taxNumber: '102 345 678',
  registration: 'RDB 4411',
  email: 'papers@akagera.test',
  phone: '+250788000111',
};
const issued: Snapshot = {
  kind: 'pro_forma',
  label: 'PF-2026-0001',
  issuedAt: '2026-11-23T08:00:00.000Z',
  locale: 'en',
  order: doc.reference,
  revision: 1,
  replaces: null,
  agreement: doc,
  producer: party,
  buyer: { ...doc.buyer, email: '', phone: '' },
  money: {
    total: 135_700,
    deposit: 40_710,
    paid: 0,
    refunded: 0,
    credited: 0,
    outstanding: 135_700,
    depositOutstanding: 40_710,
  },
  payment: null,
  credit: null,
  accounts: [
    {
      method: 'bank_transfer',
      currency: 'USD',
      holder: 'Akagera Boots Ltd',
      bank: 'Bank of Kigali',
      iban: 'DE89370400440532013000',
      accountNumber: null,
      bic: 'BKIGRWRW',
      phone: null,
      network: '',
    },
  ],
  shipments: [
    {
      carrier: 'DHL',
      tracking: 'JD0146',
      packages: 4,
      grossWeightGrams: 61_500,
      shippedOn: '2027-02-01',
      expectedOn: null,
    },
    {
      carrier: 'DHL',
      tracking: '',
      packages: 1,
      grossWeightGrams: 2250,
      shippedOn: '2027-02-03',
      expectedOn: null,
    },
  ],
};
const payment = {
  reference: 'ISK-7H2K-1',
  method: 'bank_transfer',
  purpose: 'deposit',
  amount: 40_710,
  paidOn: '2026-11-30',
} as const;
const credit = {
  amount: 11_800,
  cause: 'refund',
  cancelled: false,
  reason: 'Two pairs were damaged.',
  payment: 'ISK-7H2K-1',
  settledAt: '2027-03-01T10:00:00.000Z',
  taxBp: 1800,
  taxAmount: 1800,
  invoice: 'INV-2027-0001',
} as const;
const print = (change: Partial<Snapshot>, locale: Locale = 'en') =>
  documentPaper({ ...issued, ...change }, messages(locale), locale);
/** NBSP and its narrow sister as plain spaces. */
const flat = (paper: Paper) => JSON.stringify(paper).replace(/[\u00a0\u202f]/g, ' ');
const totals = (paper: Paper) =>
  paper.totals.map((total) => [total.label, total.value.replace('\u00a0', ' ')]);

describe('a pro forma', () => {
  it('shows the sums of the agreement, to the cent, and the deposit first', () => {
    const paper = print({});
    expect(totals(paper)).toEqual([
      ['Goods', '1,250.00'],
      ['Discount', '−150.00'],
      ['Freight', '50.00'],
      ['Tax 18%', '207.00'],
      ['Total', 'USD 1,357.00'],
      ['Deposit 30%', 'USD 407.10'],
    ]);
    expect(paper.key).toEqual({ label: 'Deposit to pay', value: 'USD\u00a0407.10' });
    expect(paper.tables[0]!.rows[0]).toEqual([
      '1',
      { text: 'Ankle boot, dark brown', notes: ['900 g each'] },
      '6403.91',
      'Rwanda',
      '60\u00a0pairs',
      '20.00',
      '1,200.00',
    ]);
  });

  it('says who, where to pay and how the goods travel', () => {
    const text = flat(print({}));
    for (const words of [
      '102 345 678',
      'RDB 4411',
      'DE89 3704 0044 0532 0130 00',
      'BKIGRWRW',
      'FCA Kigali (Incoterms® 2020)',
      'Deposit, balance before shipping',
      'Hamburg',
      '1 February 2027',
      'Germany',
    ])
      expect(text).toContain(words);
  });

  it('says what was paid meanwhile and what is left, or that nothing is', () => {
    const money = { ...issued.money, paid: 40_710, outstanding: 94_990, depositOutstanding: 0 };
    expect(print({ money }).key!.label).toBe('Still to pay');
    expect(totals(print({ money })).slice(-2)).toEqual([
      ['Paid so far', '−USD 407.10'],
      ['Still to pay', 'USD 949.90'],
    ]);
    const all = { ...money, paid: 140_000, outstanding: -4300 };
    expect(print({ money: all }).key!.label).toBe('Paid in full');
    expect(totals(print({ money: all })).at(-1)).toEqual(['Paid too much', 'USD 43.00']);
  });
});

describe('the other papers', () => {
  it('an invoice: weights, packages, the day of shipping, what it replaces, the declaration', () => {
    const text = flat(
      print({ kind: 'commercial_invoice', label: 'INV-2027-0002', replaces: 'INV-2027-0001' }),
    );
    for (const words of [
      '63 kg',
      '63.75 kg',
      '"5"',
      '1 February 2027',
      'It replaces INV-2027-0001.',
      'Declaration',
      '6403.91',
      'USD 1,357.00',
    ])
      expect(text).toContain(words);
  });

  it('a packing list: weights by line and in all, each parcel, and no price', () => {
    const paper = print({ kind: 'packing_list', label: 'PL-2027-0001' });
    expect(paper.tables[0]!.rows.map((row) => row.at(-1))).toEqual(['54 kg', '9 kg']);
    expect(paper.tables[0]!.sums!.at(-1)).toBe('63 kg');
    expect(paper.tables[1]!.rows.map((row) => row.at(-1))).toEqual(['61.5 kg', '2.25 kg']);
    expect(flat(paper)).not.toMatch(/USD|20\.00|1,200|payment/i);
  });

  it('a weight that nobody knows is no weight', () => {
    const lines = doc.lines.map((line, n) => ({ ...line, weightGrams: n ? null : 900 }));
    const paper = print({ kind: 'packing_list', agreement: { ...doc, lines } });
    expect(paper.tables[0]!.sums!.at(-1)).toBe('–');
    expect(paper.facts.some((fact) => fact.label === 'Net weight')).toBe(false);
  });

  it('a receipt: what arrived, when and for what', () => {
    const money = { ...issued.money, paid: 40_710, outstanding: 94_990, depositOutstanding: 0 };
    const paper = print({ kind: 'receipt', label: 'RC-2026-0001', payment, money });
    expect(paper.key!.value.replace('\u00a0', ' ')).toBe('USD 407.10');
    expect(paper.tables[0]!.rows[0]!.slice(0, 4)).toEqual([
      'ISK-7H2K-1',
      'Deposit',
      'Bank transfer',
      '30 November 2026',
    ]);
    expect(flat(paper)).not.toContain('DE89');
  });

  it('a credit note: the sum, the tax in it, the invoice, why', () => {
    const paper = print({ kind: 'credit_note', label: 'CN-2027-0001', credit });
    expect(totals(paper)).toEqual([
      ['Without tax', '100.00'],
      ['Tax 18% in it', '18.00'],
      ['Credited', 'USD 118.00'],
    ]);
    expect(flat(paper)).toContain('INV-2027-0001');
    expect(flat(paper)).toContain('Two pairs were damaged.');
    const cancelled = print({
      kind: 'credit_note',
      credit: { ...credit, cause: 'credit', cancelled: true },
    });
    expect(flat(cancelled)).toContain('The order was cancelled');
  });

  it.each(['RWF', 'TND'])('in %s has as many decimals as the currency', (currency) => {
    const paper = print({ agreement: { ...doc, currency } });
    const total = paper.totals.find((one) => one.weight === 'strong')!.value;
    expect(total.replace(/[^\d.,]/g, '')).toBe(currency === 'RWF' ? '135,700' : '135.700');
  });
});

describe('every paper in every language', () => {
  const cases = DOCUMENT_KINDS.flatMap((kind) => LOCALES.map((locale) => [kind, locale] as const));
  it.each(cases)('%s in %s is whole and can be printed', async (kind, locale) => {
    const paper = print({ kind, payment, credit, revision: 2, replaces: 'X-2026-0001' }, locale);
    expect(paper.lang).toBe(locale);
    expect(paper.title).toBe(messages(locale).papers.kinds[kind]);
    expect(flat(paper)).not.toMatch(/undefined|null|NaN|\[object/);
    expect((await renderPaper(paper)).length).toBeGreaterThan(10_000);
  });

  it('speaks French with French figures', () => {
    const text = flat(print({}, 'fr'));
    for (const words of [
      'Facture pro forma',
      '1 357,00 USD',
      'Code SH',
      '23 novembre 2026',
      'Allemagne',
      '60 paires',
    ])
      expect(text).toContain(words);
  });
});

describe('a quote', () => {
  const quote = {
    ...doc,
    version: 2,
    side: 'producer' as const,
    sentAt: '2026-11-20T10:00:00Z',
    createdAt: '2026-11-19T10:00:00Z',
    validUntil: '2026-12-20T23:59:59Z',
    sha256: null,
  };
  const about = { reference: 'Q7H2KK', buyer: 'Ingrid', parties: { producer: party, buyer: null } };

  it('names its version, how long it stands and the total; a visitor buys under their own name', () => {
    const paper = quotePaper(quote, about, messages('en'), 'en');
    expect(paper).toMatchObject({
      title: 'Quote',
      label: 'Q7H2KK / 2',
      parties: [{}, { name: 'Ingrid', lines: [] }],
    });
    expect(flat(paper)).toContain('20 December 2026');
    expect(flat(paper)).toContain('USD 1,357.00');
    expect(quotePaper({ ...quote, side: 'buyer' }, about, messages('en'), 'en').title).toBe(
      'Counter-offer',
    );
  });

  it.each(LOCALES)('is whole in %s', async (locale) => {
    const paper = quotePaper(quote, about, messages(locale), locale);
    expect(flat(paper)).not.toMatch(/undefined|null|NaN/);
    expect((await renderPaper(paper)).length).toBeGreaterThan(10_000);
  });
});
