import { isCurrency } from './currencies.ts';
import { rateDigits, type Rate } from './exchange.ts';
import { fail, ok, type Result } from './result.ts';
import { detectDelimiter, parseCsv, readDay, type CsvRow } from './statement-csv.ts';
import { isDay } from './time.ts';

/** What is wrong in a line of a file of rates; `line` counts from 1 as a text editor does. */
export type RateProblem = {
  line: number;
  what: 'currency' | 'rate' | 'precise' | 'day' | 'ahead' | 'cells';
  text: string;
};
export type ReadRates = { source: 'ecb' | 'csv'; rates: Rate[]; problems: RateProblem[] };

/** Longest file, in characters: the Central Bank's whole history since 1999 is 0.7 million as CSV. */
export const RATES_FILE_MAX = 2_000_000;
export const RATES_MAX = 20_000;

/**
 * A file of rates: the European Central Bank's (XML or CSV, a day or its history) or lines of currency, day and rate. The
 * Bank's gaps (`N/A`) and its withdrawn currencies are passed over; in a file of one's own everything must be right.
 */
export function readRates(text: string, today: string): Result<ReadRates> {
  if (text.length > RATES_FILE_MAX || text.includes('\0')) return fail('rates_unreadable');
  const clean = text.replace(/^\uFEFF/, '');
  const read = /^\s*</.test(clean) ? fromXml(clean, today) : fromCsv(clean, today);
  const none = read === null || (read.rates.length === 0 && read.problems.length === 0);
  return none || read.rates.length > RATES_MAX ? fail('rates_unreadable') : ok(read);
}

const CUBE = /<(?:[\w-]+:)?Cube\b([^>]*)>/g;

/** `<Cube time="2026-11-20"><Cube currency="USD" rate="1.0843"/>…`: all that is needed stands in attributes. */
function fromXml(xml: string, today: string): ReadRates | null {
  if (/<!DOCTYPE|<!ENTITY/i.test(xml)) return null;
  // Comments are blanked, their line ends kept, so that lines still count.
  const body = xml.replace(/<!--[\s\S]*?-->/g, (part) => part.replace(/[^\n]/g, ' '));
  const read: ReadRates = { source: 'ecb', rates: [], problems: [] };
  let day: string | null = null;
  let [line, from] = [1, 0];
  for (const { 1: attributes = '', index } of body.matchAll(CUBE)) {
    line += body.slice(from, index).split('\n').length - 1;
    from = index;
    const of = (name: string) =>
      new RegExp(`\\b${name}\\s*=\\s*["']([^"']*)["']`).exec(attributes)?.[1];
    const time = of('time');
    if (time !== undefined) day = time;
    const currency = of('currency');
    if (currency === undefined) continue;
    take(read, { line, currency, day: day ?? '', rate: of('rate') ?? '' }, today);
  }
  return read;
}

type Found = { line: number; currency: string; day: string; rate: string };

function take(read: ReadRates, { line, currency, day, rate }: Found, today: string): void {
  const wrong = (what: RateProblem['what'], text: string) =>
    void read.problems.push({ line, what, text: text.slice(0, 40) });
  const code = currency.trim().toUpperCase();
  const amount = rate.trim().replace(',', '.');
  const byBank = read.source === 'ecb';
  if (byBank && (!isCurrency(code) || amount === '' || amount === 'N/A')) return;
  if (!isCurrency(code)) return wrong('currency', currency);
  if (!isDay(day) || day < '1999-01-01') return wrong('day', day);
  if (day > today) return wrong('ahead', day);
  if (/^\d{1,10}\.\d{9,}$/.test(amount)) return wrong('precise', rate);
  const digits = rateDigits(amount);
  if (digits === null) return wrong('rate', rate);
  // One euro is one euro: a line that says so is no mistake, another would be.
  if (code === 'EUR') return digits === 100_000_000n ? undefined : wrong('rate', rate);
  read.rates.push({ currency: code, perEur: amount, day });
}

function fromCsv(text: string, today: string): ReadRates | null {
  const rows = parseCsv(text, detectDelimiter(text));
  const [head, ...body] = rows;
  if (!head || head.cells.length < 2) return null;
  const names = head.cells.map((cell) => cell.trim());
  // The Bank's: a day in the first column, then a column for each currency.
  if (/^date$/i.test(names[0] ?? '') && names.slice(1).filter(isCurrency).length > 1)
    return fromTable(names, body, today);
  return fromLines(rows, today);
}

function fromTable(names: string[], rows: CsvRow[], today: string): ReadRates {
  const read: ReadRates = { source: 'ecb', rates: [], problems: [] };
  for (const { line, cells } of rows) {
    const day = readDay(cells[0] ?? '', 'dmy') ?? (cells[0] ?? '').trim();
    names.forEach((currency, n) => {
      if (n > 0) take(read, { line, currency, day, rate: cells[n] ?? '' }, today);
    });
  }
  return read;
}

const HEADS = {
  currency: /^(currency|devise|code|ifaranga|sarafu)/i,
  day: /^(day|date|jour|umunsi|siku|tarehe)/i,
  rate: /^(rate|per.?eur|taux|igipimo|kiwango)/i,
};

/** Lines of currency, day, rate, in this order or as a first line names them. */
function fromLines(rows: CsvRow[], today: string): ReadRates {
  const read: ReadRates = { source: 'csv', rates: [], problems: [] };
  const cells = rows[0]?.cells.map((cell) => cell.trim()) ?? [];
  const at = (name: keyof typeof HEADS) => cells.findIndex((cell) => HEADS[name].test(cell));
  const named = { currency: at('currency'), day: at('day'), rate: at('rate') };
  const hasHead = Object.values(named).every((n) => n >= 0);
  const column = hasHead ? named : { currency: 0, day: 1, rate: 2 };
  for (const row of hasHead ? rows.slice(1) : rows) {
    const cell = (name: keyof typeof column) => row.cells[column[name]]?.trim();
    const [currency, day, rate] = [cell('currency'), cell('day'), cell('rate')];
    if (!currency || !day || !rate) {
      read.problems.push({ line: row.line, what: 'cells', text: row.cells.join(' ').slice(0, 40) });
      continue;
    }
    const iso = readDay(day, 'dmy') ?? day;
    take(read, { line: row.line, currency, day: iso, rate }, today);
  }
  return read;
}
