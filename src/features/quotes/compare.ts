import { landedCost, leastOf, leftToBuyer, type Landed } from '#src/domain/landed-cost.ts';
import { isStanding } from '#src/domain/quote.ts';
import { addDays } from '#src/domain/time.ts';
import { amountOf, type Wrong } from './parse.ts';
import { parsePercent } from '#src/domain/percent.ts';
import type { Comparison, Quote, QuoteLine } from './queries.ts';

/** One quote beside the others. `freight` and `duty` are what the buyer typed, as text. */
export type Compared = {
  entry: Comparison['entries'][number];
  quote: Quote;
  stands: boolean;
  freight: string;
  duty: string;
  wrong: Wrong;
  landed: Landed;
  left: { freight: boolean; duty: boolean };
  ready: string;
  inTime: boolean | null;
  cheapest: boolean;
  cheapestLanded: boolean;
  fastest: boolean;
};
export type CompareTable = {
  columns: Compared[];
  /** One row for each line asked, then one for each line that somebody offered besides. */
  rows: { label: string; cells: (QuoteLine | null)[] }[];
  waiting: Comparison['entries'];
  mixed: boolean;
};

/** The address keeps what was typed: `f.<quote>` own freight, `d.<quote>` duty in per cent. */
export const freightField = (quote: string) => `f.${quote}`;
export const dutyField = (quote: string) => `d.${quote}`;

export function compareTable(
  comparison: Comparison,
  typed: URLSearchParams,
  locale: string,
  now: Date,
): CompareTable {
  const quoted = comparison.entries.filter((entry) => entry.quote !== null);
  const columns = quoted.map((entry) => column(entry, comparison.neededBy, typed, locale, now));
  const live = columns.map((one) => one.stands || one.quote.state === 'accepted');
  // Amounts in different currencies are not larger or smaller than each other.
  const mixed =
    new Set(columns.filter((_, n) => live[n]).map(({ quote }) => quote.currency)).size > 1;
  const marked = (value: (one: Compared) => number) =>
    leastOf(columns.map((one, n) => (live[n] ? value(one) : null)));
  const cheapest = mixed ? [] : marked(({ quote }) => quote.totalAmount);
  // Nor is a total without the carriage lower than one with it: first the buyer says what the rest costs.
  const known = columns.every((one, n) => !live[n] || isLandedKnown(one));
  const landed = mixed || !known ? [] : marked((one) => one.landed.landedAmount);
  const fastest = marked(({ quote }) => quote.leadTimeDays);
  return {
    columns: columns.map((one, n) => ({
      ...one,
      cheapest: cheapest.includes(n),
      cheapestLanded: landed.includes(n),
      fastest: fastest.includes(n),
    })),
    rows: rowsOf(comparison, columns),
    waiting: comparison.entries.filter((entry) => entry.quote === null),
    mixed,
  };
}

const isLandedKnown = ({ left, freight, duty }: Compared) =>
  (!left.freight || freight !== '') && (!left.duty || duty !== '');

function column(
  entry: Comparison['entries'][number],
  neededBy: string | null,
  typed: URLSearchParams,
  locale: string,
  now: Date,
): Compared {
  const quote = entry.quote!;
  const wrong: Wrong = {};
  const freight = (typed.get(freightField(quote.id)) ?? '').trim();
  const duty = (typed.get(dutyField(quote.id)) ?? '').trim();
  const share = parsePercent(duty, locale);
  if (!share.ok) wrong['duty'] = share.failure.code;
  const ready = addDays(now.toISOString().slice(0, 10), quote.leadTimeDays);
  return {
    entry,
    quote,
    stands: isStanding(quote, now),
    freight,
    duty,
    wrong,
    landed: landedCost({
      ...quote,
      ownFreightAmount: amountOf(freight, quote.currency, locale, 'freight', wrong),
      dutyBp: share.ok ? share.value : 0,
    }),
    left: leftToBuyer(quote.incoterm),
    ready,
    inTime: neededBy === null ? null : ready <= neededBy,
    cheapest: false,
    cheapestLanded: false,
    fastest: false,
  };
}

function rowsOf(comparison: Comparison, columns: readonly Compared[]): CompareTable['rows'] {
  const asked = comparison.lines.map((line) => ({
    label: line.description,
    cells: columns.map(
      ({ quote }) => quote.lines.find((one) => one.rfqLineId === line.id && !one.sample) ?? null,
    ),
  }));
  const known = new Set(asked.flatMap(({ cells }) => cells));
  const besides = columns.flatMap(({ quote }, column) =>
    quote.lines.filter((line) => !known.has(line)).map((line) => ({ line, column })),
  );
  // The same thing under the same name stands in one row.
  const groups = Map.groupBy(
    besides,
    ({ line }) => `${line.sample} ${line.description.toLowerCase()}`,
  );
  const others = [...groups.values()].map((group) => ({
    label: group[0]!.line.description,
    cells: columns.map((_, n) => group.find(({ column }) => column === n)?.line ?? null),
  }));
  return [...asked, ...others];
}
