import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convertForReading, rateDigits, ratesOf, readable, readIn } from '#src/domain/exchange.ts';
import { readRates } from '#src/domain/exchange-files.ts';

const TODAY = '2026-11-23';
const rates = ratesOf([
  { currency: 'RWF', perEur: '1600.5', day: '2026-11-20' },
  { currency: 'USD', perEur: '1.08', day: '2026-11-18' },
  { currency: 'TND', perEur: '3.4', day: '2026-11-20' },
]);
const text = (read: ReturnType<typeof readRates>) => {
  if (!read.ok) throw new Error(read.failure.code);
  return read.value;
};

describe('reading an amount in another currency', () => {
  it('takes minor units of both sides and the older day', () => {
    const rwf = { amount: 24_000, currency: 'RWF' };
    expect(convertForReading(rwf, 'EUR', rates)).toEqual({
      value: { amount: 1500, currency: 'EUR' },
      day: '2026-11-20',
    });
    expect(convertForReading(rwf, 'USD', rates)).toEqual({
      value: { amount: 1619, currency: 'USD' },
      day: '2026-11-18',
    });
    expect(convertForReading({ amount: 100, currency: 'EUR' }, 'TND', rates)?.value.amount).toBe(
      3400,
    );
  });

  it('is the amount itself in its own money, and nothing without a rate', () => {
    expect(convertForReading({ amount: 7, currency: 'RWF' }, 'RWF', rates)?.day).toBeNull();
    expect(convertForReading({ amount: 7, currency: 'KES' }, 'EUR', rates)).toBeNull();
    expect(readable(ratesOf([]))).toEqual([]);
    expect(readIn('eur', rates)?.currency).toBe('EUR');
    expect(readIn('XXX', rates)).toBeNull();
    expect(readIn('KES', rates)).toBeNull();
  });

  it('never turns more into less, and turns the sign with the amount', () => {
    const amount = fc.integer({ min: 0, max: 1_000_000_000_000 });
    const currency = fc.constantFrom('RWF', 'USD', 'TND', 'EUR');
    fc.assert(
      fc.property(amount, amount, currency, currency, (a, b, from, to) => {
        const of = (n: number) =>
          convertForReading({ amount: n, currency: from }, to, rates)!.value.amount;
        expect(of(Math.min(a, b))).toBeLessThanOrEqual(of(Math.max(a, b)));
        expect(Math.abs(of(-a))).toBe(of(a));
      }),
    );
  });

  it('reads exact decimals only', () => {
    expect(rateDigits('1.0843')).toBe(108_430_000n);
    for (const wrong of ['0', '-1', '1e3', '1.123456789', '', 'N/A', '1,2'])
      expect(rateDigits(wrong)).toBeNull();
  });
});

describe('a file of rates', () => {
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
	<Cube>
		<Cube time='2026-11-20'>
			<Cube currency='USD' rate='1.0843'/>
			<Cube currency='JPY' rate='163.05'/>
			<!-- <Cube currency='KES' rate='1'/> -->
		</Cube>
	</Cube>
</gesmes:Envelope>`;

  it('of the Central Bank, as XML', () => {
    expect(text(readRates(xml, TODAY))).toEqual({
      source: 'ecb',
      problems: [],
      rates: [
        { currency: 'USD', perEur: '1.0843', day: '2026-11-20' },
        { currency: 'JPY', perEur: '163.05', day: '2026-11-20' },
      ],
    });
  });

  it('of the Central Bank, as CSV: gaps and withdrawn currencies are passed over', () => {
    const csv = 'Date, USD, JPY, HRK, \n20 November 2026, 1.0843, N/A, 7.5, \n';
    expect(text(readRates(csv, TODAY)).rates).toEqual([
      { currency: 'USD', perEur: '1.0843', day: '2026-11-20' },
    ]);
    const history = 'Date,USD,JPY,\n2026-11-20,1.0843,163.05,\n2026-11-19,1.0801,162,\n';
    expect(text(readRates(history, TODAY)).rates).toHaveLength(4);
  });

  it('of our own: with or without names, comma or point', () => {
    const own = { source: 'csv', problems: [] };
    const rate = { currency: 'RWF', perEur: '1600.25', day: '2026-11-20' };
    expect(text(readRates('RWF;2026-11-20;1600,25\n', TODAY))).toEqual({ ...own, rates: [rate] });
    expect(text(readRates('day,rate,currency\n20.11.2026,1600.25,rwf\n', TODAY))).toEqual({
      ...own,
      rates: [rate],
    });
  });

  it('says which line is wrong, and how', () => {
    const file = [
      'currency;day;rate',
      'RWF;2026-11-20;1600',
      'ABC;2026-11-20;2',
      'KES;2026-02-30;2',
      'KES;2026-11-24;2',
      'KES;2026-11-20;zero',
      'KES;2026-11-20;0,123456789',
      'KES;2026-11-20',
      'EUR;2026-11-20;1',
      'EUR;2026-11-20;2',
    ].join('\n');
    const { problems, rates: found } = text(readRates(file, TODAY));
    expect(found).toHaveLength(1);
    expect(problems.map(({ line, what }) => [line, what])).toEqual([
      [3, 'currency'],
      [4, 'day'],
      [5, 'ahead'],
      [6, 'rate'],
      [7, 'precise'],
      [8, 'cells'],
      [10, 'rate'],
    ]);
    const bad = xml.replace("rate='163.05'", "rate='much'");
    expect(text(readRates(bad, TODAY)).problems).toEqual([{ line: 6, what: 'rate', text: 'much' }]);
  });

  it('that is something else is refused whole, and nothing throws', () => {
    for (const other of [
      '',
      'hello',
      '<html></html>',
      '<!DOCTYPE x [<!ENTITY a "b">]><Cube/>',
      '\0',
    ])
      expect(readRates(other, TODAY).ok).toBe(false);
    fc.assert(fc.property(fc.string(), (any) => void readRates(any, TODAY)));
  });
});
