import { isCurrency } from './currencies.ts';
import type { ErrorCode } from './error-codes.ts';
import {
  detectDateOrder,
  detectDecimalSign,
  readAmount,
  readDay,
  type CsvRow,
  type DateOrder,
  type DecimalSign,
} from './statement-csv.ts';

/** One movement of a bank account: credits positive, minor units. */
export type StatementLine = {
  bookedOn: string;
  amount: number;
  currency: string;
  counterparty: string;
  remittance: string;
  bankReference: string;
};

export const COLUMNS = [
  'date',
  'amount',
  'credit',
  'debit',
  'currency',
  'counterparty',
  'remittance',
  'reference',
] as const;
export type Column = (typeof COLUMNS)[number];

/** Which column is what, counted from 0; `first` is the first row of movements. */
export type Mapping = Partial<Record<Column, number>> & {
  first: number;
  order: DateOrder;
  decimal: DecimalSign;
  /** Of rows that name none. */
  fallback: string;
};

/** Words of bank exports in English, French, German, Kiswahili and Kinyarwanda, the better fit first. */
const WORDS: Record<Column, RegExp[]> = {
  date: [
    /^(booking|posting|post|trans(action)?)\.? ?date$|buchungs(tag|datum)|date (d.?op[ée]ration|comptable)|tarehe|itariki/i,
    /date|datum|day|jour|booked|valuta/i,
  ],
  amount: [
    /^(amount|montant|betrag|kiasi|amafaranga|transaction amount)\b/i,
    /amount|montant|betrag/i,
  ],
  credit: [/credit|cr[ée]dit|haben|paid in|money in|deposit|ayinjiye|zilizoingia/i],
  debit: [/debit|d[ée]bit|soll|paid out|money out|withdraw|ayasohotse|zilizotoka/i],
  currency: [
    /^(currency|ccy|devise|monnaie|w[äa]hrung|sarafu|ifaranga)$/i,
    /currency|devise|w[äa]hrung/i,
  ],
  counterparty: [
    /counterparty|payer|payee|sender|from|name|^who$|nom|donneur|auftraggeber|beg[üu]nstigt|zahlung|mtumaji|uwohereje/i,
  ],
  remittance: [
    /remittance|description|details|narrat|particular|purpose|verwendungszweck|libell[ée]|communication|memo|message|text|betreff|maelezo|ibisobanuro/i,
  ],
  reference: [/reference|r[ée]f[ée]rence|referenz|^ref\.?$|trans(action)? ?(id|no)|receipt/i],
};

const norm = (cell: string) => cell.normalize('NFKC').trim();

/** The row of headings: the one with most words that name a column, and at least a day and an amount. */
function headingAt(rows: readonly CsvRow[]): number {
  let best = { at: -1, hits: 1 };
  for (const [at, { cells }] of rows.slice(0, 30).entries()) {
    const named = COLUMNS.filter((column) =>
      cells.some(
        (cell) => norm(cell).length < 40 && WORDS[column].some((word) => word.test(norm(cell))),
      ),
    );
    const useful = named.includes('date') && (named.includes('amount') || named.includes('credit'));
    if (useful && named.length > best.hits) best = { at, hits: named.length };
  }
  return best.at;
}

/** A first guess at the columns, from the headings or, without any, from what the cells look like. */
export function guessMapping(rows: readonly CsvRow[], fallback: string): Mapping {
  const heading = headingAt(rows);
  const found: Partial<Record<Column, number>> = {};
  const taken = new Set<number>();
  const take = (column: Column, at: number) => {
    if (at < 0 || taken.has(at) || found[column] !== undefined) return;
    found[column] = at;
    taken.add(at);
  };
  const names = (rows[heading]?.cells ?? []).map(norm);
  for (const round of [0, 1]) {
    for (const column of COLUMNS) {
      const word = WORDS[column][round];
      if (word)
        take(
          column,
          names.findIndex((name, at) => !taken.has(at) && word.test(name)),
        );
    }
  }
  const body = rows.slice(heading + 1, heading + 60);
  if (heading < 0) guessByContent(body, take);
  const column = (at: number | undefined) =>
    at === undefined ? [] : body.map(({ cells }) => cells[at] ?? '').filter((cell) => cell.trim());
  if (found.credit !== undefined && found.debit !== undefined) delete found.amount;
  return {
    ...found,
    first: heading + 1,
    order: detectDateOrder(column(found.date)),
    decimal: detectDecimalSign([
      ...column(found.amount),
      ...column(found.credit),
      ...column(found.debit),
    ]),
    fallback,
  };
}

function guessByContent(rows: readonly CsvRow[], take: (column: Column, at: number) => void): void {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const all = Array.from({ length: width }, (_, at) =>
    rows.map(({ cells }) => norm(cells[at] ?? '')),
  );
  const share = (cells: string[], fits: (cell: string) => boolean) =>
    cells.filter((cell) => cell && fits(cell)).length / Math.max(1, rows.length);
  const first = (fits: (cell: string) => boolean) =>
    all.findIndex((cells) => share(cells, fits) > 0.6);
  take(
    'date',
    first((cell) => readDay(cell, 'dmy') !== null || readDay(cell, 'mdy') !== null),
  );
  take(
    'amount',
    first((cell) => /^[-+(]?[\d\s.,']*[.,]\d{2}\)?-?$/.test(cell)),
  );
  take(
    'currency',
    first((cell) => isCurrency(cell)),
  );
  const lengths = all.map((cells) =>
    cells.reduce((sum, cell) => sum + (/[a-z]/i.test(cell) ? cell.length : 0), 0),
  );
  take('remittance', lengths.indexOf(Math.max(0, ...lengths)));
}

/** `line` is where it stands in the file, `cell` what could not be read. */
export type RowError = { line: number; column: Column; cell: string; code: ErrorCode };
export type ReadRows = { lines: StatementLine[]; errors: RowError[]; skipped: number };

/** What the rows say under a mapping. A row without day and amount (a heading, a total) is passed over and counted. */
export function readRows(rows: readonly CsvRow[], mapping: Mapping): ReadRows {
  const result: ReadRows = { lines: [], errors: [], skipped: 0 };
  for (const row of rows.slice(mapping.first)) {
    const read = readRow(row, mapping);
    if (read === null) result.skipped += 1;
    else if ('code' in read) result.errors.push(read);
    else result.lines.push(read);
  }
  return result;
}

function readRow({ line, cells }: CsvRow, mapping: Mapping): StatementLine | RowError | null {
  const at = (column: Column) => {
    const index = mapping[column];
    return index === undefined ? '' : norm(cells[index] ?? '');
  };
  const wrong = (column: Column, code: ErrorCode): RowError => ({
    line,
    column,
    cell: at(column).slice(0, 60),
    code,
  });
  const bookedOn = readDay(at('date'), mapping.order);
  const sums = (['amount', 'credit', 'debit'] as const).filter((column) => /\d/.test(at(column)));
  if (!bookedOn && (sums.length === 0 || !/\d/.test(at('date')))) return null;
  if (!bookedOn) return wrong('date', 'date_unreadable');
  const currency = (at('currency') || mapping.fallback).toUpperCase();
  if (!isCurrency(currency)) return wrong('currency', 'unknown_currency');
  let amount = 0;
  for (const column of sums) {
    const value = readAmount(at(column), currency, mapping.decimal);
    if (typeof value === 'string') return wrong(column, value);
    amount += column === 'debit' ? -Math.abs(value) : value;
  }
  if (sums.length === 0) {
    const column = mapping.amount === undefined ? 'credit' : 'amount';
    return wrong(column, at(column) ? 'not_a_number' : 'required');
  }
  // A movement of nothing moves nothing.
  if (amount === 0) return null;
  return {
    bookedOn,
    amount,
    currency,
    counterparty: at('counterparty').slice(0, 300),
    remittance: at('remittance').slice(0, 1000),
    bankReference: at('reference').slice(0, 120),
  };
}
