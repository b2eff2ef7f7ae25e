import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  cardAmount,
  feeInPaid,
  fromCardAmount,
  inCardUnits,
  isCardCurrency,
} from '#src/domain/card.ts';
import { mayReceiveTransfers } from '#src/domain/card-countries.ts';
import { COUNTRIES } from '#src/domain/countries.ts';
import { CURRENCIES } from '#src/domain/currencies.ts';

const currency = fc.constantFrom(...CURRENCIES.filter(isCardCurrency));
const amount = fc.integer({ min: 1, max: 10_000_000_000 });

describe('amounts for a card', () => {
  test.each([
    [1250, 'USD', 1250],
    [45_000, 'RWF', 45_000],
    [500, 'JPY', 500],
    [5000, 'UGX', 500_000],
    [5000, 'ISK', 500_000],
    [50_000, 'MGA', 500],
    [12_340, 'TND', 12_340],
    [20_000, 'HUF', 20_000],
  ])('%i %s is %i there', (ours, code, there) => {
    expect(cardAmount(ours, code)).toEqual({ ok: true, value: there });
    expect(fromCardAmount(there, code.toLowerCase())).toBe(ours);
  });

  test.each([
    [12_345, 'KWD', 'card_amount_fine'],
    [12_345, 'MGA', 'card_amount_fine'],
    [49, 'USD', 'card_amount_small'],
    [0, 'RWF', 'card_amount_small'],
    [1_000_000_000_000, 'USD', 'card_amount_large'],
    [10_000_000_000, 'UGX', 'card_amount_large'],
    [1000, 'IRR', 'card_currency'],
    [1000, 'LYD', 'card_currency'],
  ])('%i %s cannot be charged: %s', (ours, code, refusal) => {
    expect(cardAmount(ours, code)).toEqual({ ok: false, failure: { code: refusal } });
  });

  test('what can be said there comes back as it was', () => {
    fc.assert(
      fc.property(amount, currency, (ours, code) => {
        const there = inCardUnits(ours, code);
        if (there !== null) expect(fromCardAmount(there, code)).toBe(ours);
        const charged = cardAmount(ours, code);
        if (charged.ok) expect(charged.value).toBe(there);
      }),
    );
  });

  test('what is finer there than here is not rounded', () => {
    expect(fromCardAmount(550, 'ugx')).toBeNull();
    expect(fromCardAmount(1.5, 'usd')).toBeNull();
  });
});

describe('a fee in the currency of the payment', () => {
  test('is the fee itself when nothing was converted, and never more than was paid', () => {
    const any = fc.integer({ min: 1, max: 1_000_000_000 });
    fc.assert(
      fc.property(any, any, (paid, fee) => {
        expect(feeInPaid(paid, paid, fee)).toBe(Math.min(paid, fee));
      }),
    );
    fc.assert(
      fc.property(any, any, any, (paid, settled, fee) => {
        const share = feeInPaid(paid, settled, fee);
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(paid);
        if (share < paid)
          expect(Math.abs(share * settled - fee * paid) * 2).toBeLessThanOrEqual(settled);
      }),
      { examples: [[1_000_000, 64_000, 1886]] },
    );
  });
  test('is nothing where nothing was kept', () => {
    expect(feeInPaid(100, 0, 3)).toBe(0);
    expect(feeInPaid(100, 100, -3)).toBe(0);
  });
});

describe('where producers are paid out', () => {
  test('Rwanda and its neighbours are not, from anywhere', () => {
    for (const home of COUNTRIES)
      for (const producer of ['RW', 'KE', 'UG', 'TZ', 'CD', 'BI'])
        expect(mayReceiveTransfers(home, producer)).toBe(false);
  });
  test('across the regions that Stripe names, and at home elsewhere', () => {
    expect(mayReceiveTransfers('DE', 'FR')).toBe(true);
    expect(mayReceiveTransfers('US', 'CH')).toBe(true);
    expect(mayReceiveTransfers('JP', 'JP')).toBe(true);
    expect(mayReceiveTransfers('DE', 'JP')).toBe(false);
    expect(mayReceiveTransfers('', 'DE')).toBe(false);
  });
});
