import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatHsCode, hsChapter, hsHeading, isHsCode, parseHsCode } from '#src/domain/hs.ts';
import {
  INCOTERMS,
  incotermProblem,
  incotermRule,
  isIncoterm,
  writeIncoterm,
} from '#src/domain/incoterms.ts';
import {
  convert,
  formatQuantity,
  isUnit,
  parseQuantity,
  TYPED_QUANTITY_MAX,
  unitOf,
  UNITS,
} from '#src/domain/quantity.ts';

describe('HS codes', () => {
  it('are read as people write them and shown in pairs', () => {
    for (const typed of ['6403.51', '6403 51', '640351', ' 64.03.51 ', '6403-51', '６４０３５１']) {
      expect(parseHsCode(typed)).toEqual({ ok: true, value: '640351' });
    }
    expect(formatHsCode('640351')).toBe('6403.51');
    expect(formatHsCode('6403510010')).toBe('6403.51.00.10');
    expect(formatHsCode('6403510')).toBe('6403.51.0');
    expect(formatHsCode('6403')).toBe('6403');
    expect([hsChapter('640351'), hsHeading('640351')]).toEqual(['64', '6403']);
  });

  it('come back as they were', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[1-6]\d{5,9}$/), (code) => {
        expect(parseHsCode(formatHsCode(code))).toEqual({ ok: true, value: code });
      }),
    );
  });

  it.each(['64035', '64035100101', '000000', '980000', '770000', '64O351', '6403,51', 'leather'])(
    'refuse %j',
    (typed) => expect(parseHsCode(typed)).toMatchObject({ failure: { code: 'hs_code_invalid' } }),
  );

  it('are six digits at least as stored', () => {
    expect(parseHsCode(' ')).toMatchObject({ failure: { code: 'required' } });
    expect([isHsCode('6403.51'), isHsCode(640351), isHsCode('970100'), isHsCode('010121')]).toEqual(
      [false, false, true, true],
    );
  });
});

describe('Incoterms', () => {
  it('are the eleven of 2020, four of them by water only', () => {
    expect(INCOTERMS).toHaveLength(11);
    expect(INCOTERMS.filter((r) => r.modes === 'sea').map((r) => r.code)).toEqual([
      'FAS',
      'FOB',
      'CFR',
      'CIF',
    ]);
    expect(INCOTERMS.filter((r) => r.sellerInsures).map((r) => r.code)).toEqual(['CIP', 'CIF']);
    expect(INCOTERMS.filter((r) => !r.sellerPaysFreight).map((r) => r.code)).toEqual([
      'EXW',
      'FCA',
      'FAS',
      'FOB',
    ]);
    expect(incotermRule('FOB')).toMatchObject({ place: 'port_of_shipment' });
    for (const old of ['DAT', 'DDU', 'fob', ''])
      expect([incotermRule(old), isIncoterm(old)]).toEqual([null, false]);
    expect(isIncoterm(undefined)).toBe(false);
  });

  it('name a place', () => {
    expect(incotermProblem('FOB', 'Mombasa')).toBeNull();
    expect(incotermProblem(null, null)).toBeNull();
    expect(incotermProblem('', ' ')).toBeNull();
    expect(incotermProblem('FOB', '  ')).toBe('incoterm_place_required');
    expect(incotermProblem('FOB', null)).toBe('incoterm_place_required');
    expect(incotermProblem(null, 'Mombasa')).toBe('unknown_incoterm');
    expect(incotermProblem('DAT', 'Mombasa')).toBe('unknown_incoterm');
    expect(incotermProblem('FOB', 'x'.repeat(121))).toBe('too_long');
    expect(writeIncoterm('FOB', ' Mombasa ')).toBe('FOB Mombasa, Incoterms® 2020');
  });
});

describe('quantities', () => {
  const typed = (text: string, unit: string, locale = 'en') => {
    const read = parseQuantity(text, unit, locale);
    return read.ok ? read.value : read.failure.code;
  };

  it('are read to the decimals of their unit', () => {
    expect(typed('1 200', 'PR')).toBe(1200);
    expect(typed('1.200', 'PR')).toBe(1200);
    expect(typed('2,5', 'MTK', 'fr')).toBe(2.5);
    expect(typed('0.1', 'KGM')).toBe(0.1);
    expect(typed('1.5', 'PR')).toBe('quantity_too_precise');
    expect(typed('1.234', 'MTK')).toBe('amount_ambiguous');
    expect(typed('1.234', 'KGM')).toBe(1.234);
    for (const none of ['0', '-1', '0.00', String(TYPED_QUANTITY_MAX + 1)])
      expect(typed(none, 'MTK')).toBe('out_of_range');
    expect(typed(String(TYPED_QUANTITY_MAX), 'PR')).toBe(TYPED_QUANTITY_MAX);
    expect([typed('1', 'PR'), typed('0.01', 'MTK')]).toEqual([1, 0.01]);
    expect(typed('', 'PR')).toBe('required');
    expect(typed('ten', 'PR')).toBe('not_a_number');
    expect(() => unitOf('XXX')).toThrow(RangeError);
    expect([isUnit('PR'), isUnit('pr'), isUnit(null)]).toEqual([true, false, false]);
  });

  it('convert where both measure the same thing', () => {
    expect(convert(1, 'MTK', 'FTK')).toEqual({ quantity: 10.76, exact: false });
    expect(convert(100, 'FTK', 'MTK')).toEqual({ quantity: 9.29, exact: false });
    expect(convert(1250, 'GRM', 'KGM')).toEqual({ quantity: 1.25, exact: true });
    expect(convert(2.5, 'KGM', 'GRM')).toEqual({ quantity: 2500, exact: true });
    expect(convert(3, 'DZN', 'H87')).toEqual({ quantity: 36, exact: true });
    expect(convert(6, 'H87', 'DZN')).toEqual({ quantity: 1, exact: false });
    expect(convert(0.0004, 'KGM', 'GRM')).toEqual({ quantity: 0, exact: false });
    expect(convert(7, 'PR', 'PR')).toEqual({ quantity: 7, exact: true });
    expect([
      convert(1, 'PR', 'H87'),
      convert(1, 'PR', 'SET'),
      convert(1, 'KGM', 'LTR'),
      convert(1, 'MTR', 'MTK'),
    ]).toEqual([null, null, null, null]);
    expect(() => convert(NaN, 'MTK', 'FTK')).toThrow(RangeError);
  });

  it('come back from the finer unit unchanged', () => {
    const pairs = [
      ['KGM', 'GRM'],
      ['LTR', 'MLT'],
      ['DZN', 'H87'],
    ] as const;
    fc.assert(
      fc.property(fc.constantFrom(...pairs), fc.nat(10_000_000), ([coarse, fine], n) => {
        const quantity = n / 10 ** unitOf(coarse).decimals;
        const there = convert(quantity, coarse, fine);
        expect(there?.exact).toBe(true);
        expect(convert(there?.quantity ?? 0, fine, coarse)).toEqual({ quantity, exact: true });
      }),
    );
  });

  it('stay within a hundredth between square feet and square metres', () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), (n) => {
        const feet = n / 100;
        const back =
          convert(convert(feet, 'FTK', 'MTK')?.quantity ?? 0, 'MTK', 'FTK')?.quantity ?? 0;
        expect(Math.abs(back - feet)).toBeLessThan(0.07);
      }),
    );
  });

  it('are shown without needless zeros', () => {
    expect(formatQuantity(1200, 'PR', 'en')).toBe('1,200');
    expect(formatQuantity(2.5, 'MTK', 'fr')).toBe('2,5');
    for (const unit of UNITS) expect(formatQuantity(1, unit.code, 'rw')).toBe('1');
  });
});
