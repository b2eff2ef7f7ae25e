import { numberFormat } from '#src/i18n/formats.ts';
import type { ReadIn } from '#src/domain/exchange.ts';
import { formatPercent } from '#src/domain/percent.ts';
import { readingText } from '#src/ui/reading.ts';
import type { Compared, CompareTable } from './compare.ts';
import { amountOf, day, paymentWords, price, unitWord, type Words } from './words.ts';

/** One cell: what it says, and what makes it stand out, in words. */
export type Cell = { text: string; notes: string[]; marks: string[] };
export type CompareRow = { label: string; cells: Cell[] };

type Row = (label: string, cell: (one: Compared) => Cell | string) => CompareRow;

const plainCell = (text: string): Cell => ({ text, notes: [], marks: [] });
const money = (one: Compared, amount: number, words: Words) =>
  price(amount, one.quote.currency, words);

/** The comparison as rows of words: the same for the table and, on a phone, for the cards. */
export function compareRows(
  table: CompareTable,
  words: Words,
  read: ReadIn | null = null,
): CompareRow[] {
  const row: Row = (label, cell) => ({
    label,
    cells: table.columns.map((one) => {
      const made = cell(one);
      return typeof made === 'string' ? plainCell(made) : made;
    }),
  });
  return [...lineRows(table, words), ...sumRows(row, words, table, read), ...termRows(row, words)];
}

function sumRows(
  row: Row,
  words: Words,
  { columns }: CompareTable,
  read: ReadIn | null,
): CompareRow[] {
  const q = words.t.quotes;
  // The same amount in the reader's money, where one was chosen.
  const about = ({ quote }: Compared, amount: number) =>
    [readingText({ amount, currency: quote.currency }, read, words)].filter(Boolean);
  // What is nothing in every quote is no row.
  const some = (label: string, amount: (one: Compared) => number) =>
    columns.some((one) => amount(one) > 0)
      ? [row(label, (one) => money(one, amount(one), words))]
      : [];
  return [
    ...some(q.discount, ({ quote }) => quote.discountAmount),
    ...some(q.freight, ({ quote }) => quote.freightAmount),
    ...some(q.tax, ({ quote }) => quote.taxAmount),
    row(q.total, (one) => ({
      text: money(one, one.quote.totalAmount, words),
      notes: about(one, one.quote.totalAmount),
      marks: one.cheapest ? [q.cheapest] : [],
    })),
    ...some(q.dutyAmount, ({ landed }) => landed.dutyAmount),
    row(q.landed, (one) => ({
      text: money(one, one.landed.landedAmount, words),
      notes: [...about(one, one.landed.landedAmount), ...leftNotes(one, words)],
      marks: one.cheapestLanded ? [q.cheapestLanded] : [],
    })),
  ];
}

function termRows(row: Row, words: Words): CompareRow[] {
  const q = words.t.quotes;
  return [
    row(q.leadTime, (one) => ({
      text: q.days(one.quote.leadTimeDays),
      notes: [q.resulting(day(one.ready, words)), ...timeNote(one, words)],
      marks: one.fastest ? [q.fastest] : [],
    })),
    row(q.delivery, ({ quote }) => `${quote.incoterm} ${quote.incotermPlace}`),
    row(q.deposit, (one) =>
      one.quote.depositAmount === 0
        ? '–'
        : `${money(one, one.quote.depositAmount, words)} (${formatPercent(one.quote.depositBp, words.locale)})`,
    ),
    row(q.payment, ({ quote }) => paymentWords(quote.paymentTerms, words)),
    row(q.validUntil, ({ quote }) => day(quote.validUntil, words)),
    row(q.maker, ({ entry }) => ({
      text: entry.rating.average === null ? q.ratingNone : ratingText(entry.rating, words),
      notes: entry.producer.verified ? [q.verified] : [],
      marks: [],
    })),
  ];
}

function lineRows(table: CompareTable, words: Words): CompareRow[] {
  const q = words.t.quotes;
  return table.rows.map(({ label, cells }) => ({
    label,
    cells: cells.map((line, n): Cell => {
      const { currency } = table.columns[n]!.quote;
      if (!line) return plainCell(q.notQuoted);
      const unit = unitWord(line.unit, 1, words);
      return {
        text: `${price(line.unitAmount, currency, words)} ${q.per(unit)}`,
        notes: [
          `${amountOf(line.quantity, line.unit, words)} = ${price(line.lineAmount, currency, words)}`,
        ],
        marks: [],
      };
    }),
  }));
}

function leftNotes({ left }: Compared, { t: { quotes: q } }: Words): string[] {
  if (!left.freight && !left.duty) return [q.leftNothing];
  return [left.freight && q.leftFreight, left.duty && q.leftDuty].filter(
    (note) => !!note,
  ) as string[];
}

function timeNote({ inTime }: Compared, { t: { quotes: q } }: Words): string[] {
  return inTime === null ? [] : [inTime ? q.inTime : q.late];
}

function ratingText(
  { average, count }: { average: number | null; count: number },
  words: Words,
): string {
  return words.t.quotes.rating(numberFormat(words.locale).format(average ?? 0), count);
}
