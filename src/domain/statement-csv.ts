import { atScale, type Decimal } from './decimal.ts';
import { isCurrency, minorUnitPlaces } from './currencies.ts';
import type { ErrorCode } from './error-codes.ts';

/** A row of a CSV file; `line` counts from 1 as a text editor does, and is where the row begins. */
export type CsvRow = { line: number; cells: string[] };

export const DELIMITERS = [';', ',', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** So many blanks may stand before a quote. Longer cells are not looked through at each of theirs. */
const BLANK_MAX = 20;
/** No bank writes a day or an amount longer than this; what is longer is not searched. */
const VALUE_MAX = 60;

/** RFC 4180 with any line ends and delimiter; a quote that is never closed takes the rest. */
export function parseCsv(text: string, delimiter: string): CsvRow[] {
  const rows: CsvRow[] = [];
  let [cell, quoted, line, start] = ['', false, 1, 1];
  let cells: string[] = [];
  const endRow = () => {
    cells.push(cell);
    if (cells.some((one) => one.trim() !== '')) rows.push({ line: start, cells });
    [cells, cell, start] = [[], '', line];
  };
  for (let n = 0; n < text.length; n += 1) {
    const sign = text[n]!;
    if (sign === '\n' || (sign === '\r' && text[n + 1] !== '\n')) line += 1;
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text[n + 1] === '"') [cell, n] = [`${cell}"`, n + 1];
      else quoted = false;
    } else if (sign === '"' && cell.length < BLANK_MAX && cell.trim() === '')
      [cell, quoted] = ['', true];
    else if (sign === delimiter) {
      cells.push(cell);
      cell = '';
    } else if (sign === '\n' || (sign === '\r' && text[n + 1] !== '\n')) endRow();
    else if (sign !== '\r') cell += sign;
  }
  if (cell !== '' || cells.length > 0) endRow();
  return rows;
}

/** The delimiter that gives most rows the same number of cells, and the more cells on a tie. */
export function detectDelimiter(text: string): Delimiter {
  const sample = text.slice(0, 20_000);
  const scored = DELIMITERS.map((delimiter) => {
    const widths = new Map<number, number>();
    for (const { cells } of parseCsv(sample, delimiter).slice(0, 60)) {
      if (cells.length > 1) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
    }
    const [width, rows] = [...widths].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [0, 0];
    return { delimiter, score: rows * 100 + Math.min(width, 50) };
  });
  return scored.sort((a, b) => b.score - a.score)[0]!.delimiter;
}

/** Order of day, month and year in a date that is not ISO. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd';

const MONTHS =
  'jan|feb,fev,fév,gas|mar,mär,wer|apr,avr,mat|may,mai,mei,gic|jun,juin,kam|jul,juil,nya|aug,aoû,aou,ago,kan|sep,nze|oct,okt,ukw|nov,ugu|dec,déc,dez,des,uku'
    .split('|')
    .map((names) => names.split(','));

function monthOf(text: string): number | undefined {
  if (/^\d{1,2}$/.test(text)) return Number(text);
  const word = text.toLowerCase().replace('.', '');
  const at = MONTHS.findIndex((names) => names.some((name) => word.startsWith(name)));
  return at < 0 ? undefined : at + 1;
}

function dayOf(year: number, month: number | undefined, day: number): string | null {
  const full = year < 100 ? 2000 + year : year;
  if (!month || full < 1990 || full > 2100) return null;
  const date = new Date(Date.UTC(full, month - 1, day));
  const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real ? date.toISOString().slice(0, 10) : null;
}

/** A day as banks write it (2026-03-31, 31.03.2026, 3/31/26, 31 Mar 2026, 20260331, each perhaps with a time); null if none. */
export function readDay(text: string, order: DateOrder): string | null {
  if (text.length > VALUE_MAX) return null;
  const clean = text.trim().replace(/[T ]\d{1,2}[:.]\d{2}.*$/, '');
  const iso =
    /^(\d{4})[-/. ](\d{1,2}|[^\d\s\-/.]{3,})[-/. ](\d{1,2})$/.exec(clean) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(clean);
  if (iso) return dayOf(Number(iso[1]), monthOf(iso[2]!), Number(iso[3]));
  const parts =
    /^(\d{1,2}|[^\d\s\-/.]{3,})\.?[-/. ]+(\d{1,2}|[^\d\s\-/.]{3,})\.?,?[-/. ]+(\d{4}|\d{2})$/.exec(
      clean,
    );
  if (!parts) return null;
  const [, first = '', second = '', year = ''] = parts;
  if (order === 'ymd' && year.length === 2 && /^\d+$/.test(first)) {
    return dayOf(Number(first), monthOf(second), Number(year));
  }
  const monthFirst = /\D/.test(first) || (order === 'mdy' && /^\d+$/.test(second));
  return monthFirst
    ? dayOf(Number(year), monthOf(first), Number(second))
    : dayOf(Number(year), monthOf(second), Number(first));
}

/** The order that the days of a column prove; `dmy` when none does, as most of the world writes. */
export function detectDateOrder(samples: readonly string[]): DateOrder {
  const parts = samples.flatMap((text) => {
    const found = /^\s{0,9}(\d{1,2})[-/. ](\d{1,2})[-/. ]\d{2,4}/.exec(text);
    return found ? [[Number(found[1]), Number(found[2])] as const] : [];
  });
  return parts.some(([, second]) => second > 12) && !parts.some(([first]) => first > 12)
    ? 'mdy'
    : 'dmy';
}

export type DecimalSign = '.' | ',';

/** The decimal sign that the amounts of a column prove: the last of two signs, or the one before one or two digits. */
export function detectDecimalSign(samples: readonly string[]): DecimalSign {
  let votes = 0;
  for (const text of samples.filter(({ length }) => length <= VALUE_MAX)) {
    const last = /([.,])(\d+)\D*$/.exec(text.replace(/\s/g, ''));
    if (!last) continue;
    const [, sign, digits = ''] = last;
    const other = sign === '.' ? ',' : '.';
    const certain = text.includes(other) || digits.length !== 3;
    const repeated = text.split(sign!).length > 2;
    const comma = repeated ? sign === '.' : sign === ',';
    votes += (certain || repeated ? 3 : 0) * (comma ? 1 : -1);
  }
  return votes > 0 ? ',' : '.';
}

/**
 * An amount as banks write it, in minor units: `1.234,56`, `1 234.56-`, `(250.00)`, `250 CR`, `RWF 12,000`. Debits are
 * negative where the cell says so. Decimals of nothing but zeros are dropped where the currency has none.
 */
export function readAmount(text: string, currency: string, sign: DecimalSign): number | ErrorCode {
  if (!isCurrency(currency)) return 'unknown_currency';
  if (text.length > VALUE_MAX) return 'not_a_number';
  const clean = text.normalize('NFKC').trim();
  const negative = /^[(−-]|[-−)]$|\b(DR|D|DB|DEBIT)\.?$/i.test(clean.replace(/^[A-Z]{3}\s*/, ''));
  const body = clean.replace(/[A-Za-z€$£¥().\s'’`+−-]+$/u, '').replace(/^[^\d.,]+/, '');
  const group = sign === '.' ? ',' : '.';
  const plain = body
    .replace(/[\s'’`]/g, '')
    .replaceAll(group, '')
    .replace(sign, '.');
  const match = /^(\d*)(?:\.(\d+))?$/.exec(plain);
  if (!match || (!match[1] && !match[2])) return 'not_a_number';
  const fraction = (match[2] ?? '').replace(/0+$/, '');
  const value: Decimal = {
    digits: BigInt(`${match[1]}${fraction}` || '0'),
    scale: fraction.length,
  };
  const minor = atScale(value, minorUnitPlaces(currency));
  if (minor === null) return 'amount_too_precise';
  if (minor > 999_999_999_999_999n) return 'amount_too_large';
  return Number(negative ? -minor : minor);
}
