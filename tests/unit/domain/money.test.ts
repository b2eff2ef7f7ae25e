import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CURRENCIES, minorUnitPlaces } from '#src/domain/currencies.ts';
import {
  add,
  AMOUNT_MAX,
  compare,
  formatMoney,
  inputAmount,
  money,
  multiply,
  parseMoney,
  plainAmount,
  split,
  subtract,
  sum,
} from '#src/domain/money.ts';

const currency = fc.constantFrom('RWF', 'USD', 'TND', 'EUR', 'KES');
const amount = fc.integer({ min: 0, max: AMOUNT_MAX });
const locale = fc.constantFrom('en', 'fr', 'rw', 'sw');
const usd = (n: number) => money(n, 'USD');

function typed(text: string, code = 'USD', lang = 'en') {
  const read = parseMoney(text, code, lang);
  return read.ok ? read.value.amount : read.failure.code;
}

describe('arithmetic', () => {
  it('refuses what is no amount', () => {
    for (const bad of [NaN, Infinity, 0.5, 2 ** 53])
      expect(() => money(bad, 'USD')).toThrow(RangeError);
    expect(() => money(1, 'usd')).toThrow(RangeError);
    expect(Object.is(money(-0, 'USD').amount, 0)).toBe(true);
  });

  it('does not mix currencies', () => {
    for (const act of [add, subtract, compare]) {
      expect(() => act(usd(1), money(1, 'RWF'))).toThrow(RangeError);
    }
  });

  it('refuses sums that are no longer exact', () => {
    expect(() => add(usd(Number.MAX_SAFE_INTEGER), usd(1))).toThrow(RangeError);
    expect(() => subtract(usd(-Number.MAX_SAFE_INTEGER), usd(1))).toThrow(RangeError);
  });

  it('takes away what it added', () => {
    fc.assert(
      fc.property(amount, amount, (a, b) => {
        expect(subtract(add(usd(a), usd(b)), usd(b))).toEqual(usd(a));
        expect(compare(usd(a), usd(b))).toBe(Math.sign(a - b) + 0);
      }),
    );
    expect(sum([], 'RWF')).toEqual(money(0, 'RWF'));
    expect(sum([usd(1), usd(2)], 'USD')).toEqual(usd(3));
  });

  it('multiplies exactly and rounds halves away from zero', () => {
    expect(multiply(usd(5), 0.1)).toEqual({ ok: true, value: usd(1) });
    expect(multiply(usd(-5), 0.1)).toEqual({ ok: true, value: usd(-1) });
    expect(multiply(usd(4), 0.1)).toEqual({ ok: true, value: usd(0) });
    expect(multiply(usd(1015), 1.1)).toEqual({ ok: true, value: usd(1117) });
    expect(multiply(usd(10), 0)).toEqual({ ok: true, value: usd(0) });
    expect(multiply(usd(2 ** 52), 2)).toMatchObject({ failure: { code: 'amount_too_large' } });
    for (const bad of [NaN, Infinity, 1e21, 1e-7]) {
      expect(multiply(usd(10), bad)).toMatchObject({ failure: { code: 'not_a_number' } });
    }
  });

  it('multiplies by whole quantities as repeated addition does', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 1e6 }), (a, q) => {
        const exact = Number(BigInt(a) * BigInt(q));
        expect(multiply(usd(a), q)).toEqual({ ok: true, value: usd(exact) });
      }),
    );
  });
});

describe('split', () => {
  const weights = fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 40 });
  const payable = weights.filter((w) => w.some((x) => x > 0));
  const any = fc.integer({ min: -Number.MAX_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER });

  it('adds up to the amount, to the last unit', () => {
    fc.assert(
      fc.property(any, payable, (a, w) => {
        const shares = split(a, w);
        expect(shares).toHaveLength(w.length);
        expect(shares.reduce((s, x) => s + BigInt(x), 0n)).toBe(BigInt(a));
      }),
    );
  });

  it('gives nobody more than one unit off the exact share, and a zero weight nothing', () => {
    fc.assert(
      fc.property(any, payable, (a, w) => {
        const total = w.reduce((s, x) => s + BigInt(x), 0n);
        split(a, w).forEach((share, i) => {
          const off = BigInt(share) * total - BigInt(a) * BigInt(w[i] ?? 0);
          expect(off < total && off > -total).toBe(true);
          if (w[i] === 0) expect(Object.is(share, 0)).toBe(true);
        });
      }),
    );
  });

  it('mirrors for a credit and does not depend on the scale of the weights', () => {
    fc.assert(
      fc.property(any, payable, fc.integer({ min: 1, max: 1000 }), (a, w, k) => {
        const shares = split(a, w);
        expect(split(-a, w)).toEqual(shares.map((s) => 0 - s));
        expect(
          split(
            a,
            w.map((x) => x * k),
          ),
        ).toEqual(shares);
      }),
    );
  });

  it('gives a heavier weight no less', () => {
    fc.assert(
      fc.property(fc.nat(), payable, (a, w) => {
        const shares = split(a, w);
        w.forEach((x, i) =>
          w.forEach((y, j) => {
            if (x > y) expect(shares[i]).toBeGreaterThanOrEqual(shares[j] ?? 0);
          }),
        );
      }),
    );
  });

  it('breaks ties by order', () => {
    expect(split(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(split(2, [1, 1, 1])).toEqual([1, 1, 0]);
    expect(split(-2, [1, 1, 1])).toEqual([-1, -1, 0]);
    expect(split(10, [6n, 3n, 1n])).toEqual([6, 3, 1]);
  });

  it('has somebody to give to', () => {
    expect(split(0, [])).toEqual([]);
    expect(split(0, [0, 0])).toEqual([0, 0]);
    for (const w of [[], [0], [0, 0]]) expect(() => split(1, w)).toThrow(RangeError);
    for (const w of [[-1, 2], [0.5], [NaN]]) expect(() => split(1, w)).toThrow(RangeError);
    expect(() => split(0.5, [1])).toThrow(RangeError);
  });
});

describe('typed amounts', () => {
  it.each([
    ['12 500', 1_250_000],
    ['12,500.50', 1_250_050],
    ['12.500,50', 1_250_050],
    ["12'500.5", 1_250_050],
    ['12 500,50', 1_250_050],
    ['1.234.567', 123_456_700],
    ['12500.500', 1_250_050],
    ['0,500', 50],
    ['.5', 50],
    [' $ 12.50 ', 1250],
    ['USD 12.50', 1250],
    ['12.50 usd', 1250],
    ['１２', 1200],
    ['', 'required'],
    ['   ', 'required'],
    ['-1', 'amount_negative'],
    ['−0.01', 'amount_negative'],
    ['12.345', 'amount_ambiguous'],
    ['1234.567', 'amount_too_precise'],
    ['1e3', 'not_a_number'],
    ['0x10', 'not_a_number'],
    ['NaN', 'not_a_number'],
    ['12.', 'not_a_number'],
    ['1,2,3', 'not_a_number'],
    ['12 50', 'not_a_number'],
    ['1.234.56', 'not_a_number'],
    ['1,234,567.8.9', 'not_a_number'],
    ['1,234 567', 'not_a_number'],
    ['EUR 5', 'not_a_number'],
    ['9'.repeat(16), 'amount_too_large'],
    ['9'.repeat(60), 'not_a_number'],
  ])('reads %j', (text, result) => expect(typed(text)).toBe(result));

  it('asks rather than mistake a price by a thousand', () => {
    expect(typed('1.500', 'USD', 'en')).toBe('amount_ambiguous');
    expect(typed('1,500', 'USD', 'fr')).toBe('amount_ambiguous');
    expect(typed('1,500', 'USD', 'en')).toBe(150_000);
    expect(typed('1.500', 'USD', 'fr')).toBe(150_000);
    expect(typed('1.500', 'RWF', 'en')).toBe(1500);
    expect(typed('1,500', 'RWF', 'fr')).toBe(1500);
    expect(typed('1.500', 'TND', 'en')).toBe(1500);
    expect(typed('1.5', 'RWF', 'en')).toBe('amount_too_precise');
    expect(typed('5', 'XXX')).toBe('unknown_currency');
  });

  it('reads back what a form showed, in every language', () => {
    fc.assert(
      fc.property(amount, currency, locale, (a, c, l) => {
        const value = money(a, c);
        expect(parseMoney(inputAmount(value, l), c, l)).toEqual({ ok: true, value });
      }),
    );
  });

  it('reads back what a page showed', () => {
    fc.assert(
      fc.property(amount, currency, locale, (a, c, l) => {
        const value = money(a, c);
        expect(parseMoney(formatMoney(value, l), c, l)).toEqual({ ok: true, value });
      }),
    );
  });

  it('never answers anything but an amount or a code', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), currency, locale, (text, c, l) => {
        const read = parseMoney(text, c, l);
        if (read.ok)
          expect(Number.isSafeInteger(read.value.amount) && read.value.amount >= 0).toBe(true);
      }),
    );
  });
});

describe('writing', () => {
  it('writes plainly for machines', () => {
    expect(plainAmount(money(12500, 'RWF'))).toBe('12500');
    expect(plainAmount(usd(5))).toBe('0.05');
    expect(plainAmount(usd(-5))).toBe('-0.05');
    expect(plainAmount(money(12500, 'TND'))).toBe('12.500');
  });

  it('shows every minor unit of ISO 4217, whatever the runtime thinks, and no float noise', () => {
    expect(formatMoney(money(123456, 'HUF'), 'en')).toMatch(/1,234\.56$/);
    expect(formatMoney(usd(Number.MAX_SAFE_INTEGER), 'en')).toBe('$90,071,992,547,409.91');
    expect(formatMoney(usd(1200), 'en', { whole: 'short' })).toBe('$12');
    expect(formatMoney(usd(1250), 'en', { whole: 'short' })).toBe('$12.50');
    expect(formatMoney(usd(-1200), 'en', { whole: 'short' })).toBe('-$12');
    expect(formatMoney(money(12500, 'RWF'), 'fr').normalize('NFKC')).toBe('12 500 RWF');
  });

  it('formats every currency in every language', () => {
    for (const code of CURRENCIES) {
      for (const l of ['en', 'fr', 'rw', 'sw'])
        expect(formatMoney(money(1234, code), l)).toMatch(/\d/);
      expect(minorUnitPlaces(code)).toBeLessThanOrEqual(3);
    }
    expect(() => minorUnitPlaces('XXX')).toThrow(RangeError);
  });
});
