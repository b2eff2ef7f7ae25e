import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CURRENCIES, minorUnitPlaces } from '#src/domain/currencies.ts';
import { money, plainAmount } from '#src/domain/money.ts';
import {
  detectDateOrder,
  detectDecimalSign,
  detectDelimiter,
  parseCsv,
  readAmount,
  readDay,
} from '#src/domain/statement-csv.ts';
import { guessMapping, readRows } from '#src/domain/statement-columns.ts';
import { decodeText, looksLikeXml } from '#src/server/statements/decode.ts';

const read = (text: string, fallback = 'USD') => {
  const rows = parseCsv(text, detectDelimiter(text));
  const mapping = guessMapping(rows, fallback);
  return { ...readRows(rows, mapping), mapping };
};

describe('CSV', () => {
  it('gives back any cells, whatever is in them', () => {
    const cell = fc.string({ maxLength: 20 });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 6 }), { minLength: 1 });
    fc.assert(
      fc.property(table, fc.constantFrom(';', ',', '\t', '|'), (rows, delimiter) => {
        const quoted = rows.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`));
        const text = quoted.map((row) => row.join(delimiter)).join('\r\n');
        const kept = rows.filter((row) => row.some((one) => one.trim() !== ''));
        expect(parseCsv(text, delimiter).map(({ cells }) => cells)).toEqual(kept);
      }),
    );
  });

  it('counts lines as an editor does, past blank lines and line ends in quotes', () => {
    const rows = parseCsv('a;b\r\n\r\n"x\ny";2\nz;3', ';');
    expect(rows.map(({ line }) => line)).toEqual([1, 3, 5]);
  });

  it('tells the delimiter by what fits most rows, not by what is most frequent', () => {
    expect(detectDelimiter('Date;Amount;Text\n1.2.26;1,00;a, b, c, d\n2.2.26;2,00;e, f')).toBe(';');
    expect(detectDelimiter('Date,Amount\n2026-02-01,5.00')).toBe(',');
    expect(detectDelimiter('Date\tAmount\n2026-02-01\t5.00')).toBe('\t');
  });
});

describe('days and amounts', () => {
  it.each([
    ['2026-03-31', '2026-03-31'],
    ['31.03.2026', '2026-03-31'],
    ['31/3/26', '2026-03-31'],
    ['31-Mar-2026', '2026-03-31'],
    ['31 mars 2026', '2026-03-31'],
    ['Mar 31, 2026', '2026-03-31'],
    ['20260331', '2026-03-31'],
    ['2026-03-31T14:05:00Z', '2026-03-31'],
    ['31/03/2026 14:05', '2026-03-31'],
    ['31 Machi 2026', null],
    ['31.02.2026', null],
    ['12345', null],
    ['', null],
  ])('reads %s', (text, day) => expect(readDay(text, 'dmy')).toBe(day));

  it('knows American order when a day proves it', () => {
    expect(detectDateOrder(['03/31/2026', '04/01/2026'])).toBe('mdy');
    expect(detectDateOrder(['31/03/2026', '04/01/2026'])).toBe('dmy');
    expect(readDay('03/31/2026', 'mdy')).toBe('2026-03-31');
  });

  it.each([
    ['1.234,56', 'USD', ',', 123_456],
    ['1,234.56', 'USD', '.', 123_456],
    ['1 234,5', 'EUR', ',', 123_450],
    ["1'234.00", 'CHF', '.', 123_400],
    ['-250.00', 'USD', '.', -25_000],
    ['250.00-', 'USD', '.', -25_000],
    ['(250.00)', 'USD', '.', -25_000],
    ['250.00 DR', 'USD', '.', -25_000],
    ['250.00 CR', 'USD', '.', 25_000],
    ['RWF 12,000', 'RWF', '.', 12_000],
    ['12,000.00', 'RWF', '.', 12_000],
    ['12.50', 'RWF', '.', 'amount_too_precise'],
    ['1.2345', 'TND', '.', 'amount_too_precise'],
    ['1.234', 'TND', '.', 1234],
    ['abc', 'USD', '.', 'not_a_number'],
    ['1.00', 'XXX', '.', 'unknown_currency'],
  ] as const)('reads %s in %s', (text, currency, sign, amount) =>
    expect(readAmount(text, currency, sign)).toBe(amount),
  );

  it('reads back what it or Intl writes, in every currency', () => {
    const amount = fc.integer({ min: -999_999_999, max: 999_999_999 });
    fc.assert(
      fc.property(amount, fc.constantFrom(...CURRENCIES), (minor, currency) => {
        const value = money(minor, currency);
        expect(readAmount(plainAmount(value), currency, '.')).toBe(minor);
        expect(readAmount(plainAmount(value).replace('.', ','), currency, ',')).toBe(minor);
        const digits = { minimumFractionDigits: minorUnitPlaces(currency) };
        const exact = plainAmount(value) as Intl.StringNumericLiteral;
        const written = new Intl.NumberFormat('en', digits).format(exact);
        expect(readAmount(written, currency, '.')).toBe(minor);
      }),
    );
    expect(detectDecimalSign(['1.000,00', '12'])).toBe(',');
    expect(detectDecimalSign(['1,000', '12,000', '999'])).toBe('.');
    expect(detectDecimalSign(['1.000.000'])).toBe(',');
  });
});

describe('a bank’s export', () => {
  it('with a preamble, German headings and decimal commas', () => {
    const { lines, errors, mapping, skipped } = read(
      [
        'Kontonummer;DE00 1234',
        'Zeitraum;01.03.2026 - 31.03.2026',
        '',
        'Buchungstag;Wertstellung;Auftraggeber;Verwendungszweck;Betrag;Währung',
        '02.03.2026;02.03.2026;Nordlicht GmbH;"ISK-7K2M-1; Stiefel";1.250,00;EUR',
        '31.03.2026;31.03.2026;Bank;Entgelt;-4,90;EUR',
        ';;;Saldo;;EUR',
      ].join('\n'),
      'USD',
    );
    expect(errors).toEqual([]);
    expect(mapping).toMatchObject({ decimal: ',', order: 'dmy', first: 3 });
    expect(lines).toEqual([
      {
        bookedOn: '2026-03-02',
        amount: 125_000,
        currency: 'EUR',
        counterparty: 'Nordlicht GmbH',
        remittance: 'ISK-7K2M-1; Stiefel',
        bankReference: '',
      },
      expect.objectContaining({ amount: -490 }),
    ]);
    expect(skipped).toBe(1);
  });

  it('with credit and debit columns, and no currency', () => {
    const { lines, mapping } = read(
      'Transaction Date,Details,Reference,Debit,Credit,Balance\n05/03/2026,Deposit ISK-7K2M-1,FT123,,"250,000","1,250,000"\n06/03/2026,Fee,FT124,"1,500",,"1,248,500"',
      'RWF',
    );
    expect(mapping.amount).toBeUndefined();
    expect(lines.map(({ amount, currency }) => [amount, currency])).toEqual([
      [250_000, 'RWF'],
      [-1500, 'RWF'],
    ]);
    expect(lines[0]).toMatchObject({ bankReference: 'FT123', remittance: 'Deposit ISK-7K2M-1' });
  });

  it('without headings', () => {
    const { lines } = read(
      '2026-03-02;1250.00;EUR;Nordlicht pays boots\n2026-03-03;-3.00;EUR;Fee for March',
      'USD',
    );
    expect(lines.map(({ amount }) => amount)).toEqual([125_000, -300]);
  });

  it('names the line, the column and the cell that it cannot read, and goes on', () => {
    const { lines, errors } = read(
      'Date,Amount,Description\n2026-03-02,10.00,a\n31.31.2026,5.00,b\n2026-03-04,ten,c\n2026-03-05,7.00,d',
    );
    expect(lines).toHaveLength(2);
    expect(errors).toEqual([
      { line: 3, column: 'date', cell: '31.31.2026', code: 'date_unreadable' },
      { line: 4, column: 'amount', cell: 'ten', code: 'not_a_number' },
    ]);
  });

  it('never throws, whatever the file', () => {
    const sign = fc.constantFrom(
      ...'0129.,;\t|"\n\r -()/',
      'Date',
      'Amount',
      'USD',
      'é',
      '\u00a0',
      '\ud800',
    );
    const noise = fc.string({ maxLength: 300, unit: sign });
    fc.assert(
      fc.property(noise, (text) => {
        expect(read(text).lines.every(({ amount }) => Number.isSafeInteger(amount))).toBe(true);
      }),
    );
  });

  it('that was made to keep us busy is read in one go', () => {
    // A quadratic step anywhere would take hours over these.
    const long = 500_000;
    const files = [
      `${'a'.repeat(long)}${'"'.repeat(long)}`,
      `Date,Amount\n2026-01-01,${'a'.repeat(long)}1\n`,
      `Date,Amount\n${' '.repeat(long)}x,${'1,'.repeat(long)}`,
      `Date;Amount\n2026-01-01;${'1.'.repeat(long)}`,
    ];
    for (const file of files) expect(read(file).lines).toEqual([]);
  });

  it('in any encoding that banks use', () => {
    const text = 'Währung;Énergie';
    const latin = Uint8Array.from(text, (sign) => sign.charCodeAt(0));
    const utf16 = new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'));
    const utf8 = new TextEncoder().encode(`\uFEFF${text}`);
    for (const bytes of [latin, utf16, utf8]) expect(decodeText(bytes)).toBe(text);
    expect(looksLikeXml('<?xml version="1.0"?>')).toBe(true);
    expect(looksLikeXml('Date;Amount')).toBe(false);
  });
});
