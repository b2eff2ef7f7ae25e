import { BYTE_ORDER_MARK, csvLine } from '#src/domain/csv.ts';
import { minorUnitPlaces } from '#src/domain/currencies.ts';
import type { Messages } from '#src/i18n/messages.ts';
import type { Series } from '#src/ui/charts/bars.ts';
import type { TradeFigures } from './queries.ts';

/** How many months back a person may look. */
export const PERIODS = [6, 12, 24] as const;

/** The period asked for in the address, or a year. */
export function monthsOf(query: URLSearchParams): number {
  return PERIODS.find((months) => String(months) === query.get('months')) ?? 12;
}

/** One currency's order value: a series for each cluster (or one in all), over all months. Most valuable first. */
export type ValueChart = { currency: string; series: Series[]; total: number; orders: number };

const MOST_SERIES = 4;

export function valueCharts(figures: TradeFigures, t: Messages): ValueChart[] {
  const currencies = [...new Set(figures.values.map((value) => value.currency))];
  return currencies
    .map((currency) => {
      const mine = figures.values.filter((value) => value.currency === currency);
      const sumBy = (some: typeof mine) => some.reduce((sum, value) => sum + value.amount, 0);
      const names = [...new Set(mine.map((value) => value.cluster ?? t.insight.noCluster))].sort(
        (a, b) => sumBy(ofCluster(mine, b, t)) - sumBy(ofCluster(mine, a, t)) || a.localeCompare(b),
      );
      const groups: { name: string; rows: typeof mine }[] =
        names.length <= MOST_SERIES
          ? names.map((name) => ({ name, rows: ofCluster(mine, name, t) }))
          : [
              ...names
                .slice(0, MOST_SERIES - 1)
                .map((name) => ({ name, rows: ofCluster(mine, name, t) })),
              {
                name: t.insight.otherClusters,
                rows: names.slice(MOST_SERIES - 1).flatMap((name) => ofCluster(mine, name, t)),
              },
            ];
      return {
        currency,
        total: sumBy(mine),
        orders: mine.reduce((sum, value) => sum + value.orders, 0),
        series: groups.map(({ name, rows }) => ({
          name,
          values: figures.months.map((month) => sumBy(rows.filter((row) => row.month === month))),
        })),
      };
    })
    .sort((a, b) => b.orders - a.orders || a.currency.localeCompare(b.currency));
}

function ofCluster(
  values: TradeFigures['values'],
  name: string,
  t: Messages,
): TradeFigures['values'] {
  return values.filter((value) => (value.cluster ?? t.insight.noCluster) === name);
}

/** Whole percent, or null of nothing. */
export function share(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * 100);
}

/** An amount as a spreadsheet reads it: a decimal point, the currency's own places, no separators. */
function decimal(amount: number, currency: string): string {
  const places = minorUnitPlaces(currency);
  const digits = String(amount).padStart(places + 1, '0');
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** Order value by cluster and month, RFC 4180 with a byte order mark. */
export function tradeCsv(figures: TradeFigures, t: Messages): string {
  const head = t.insight.csv;
  return (
    BYTE_ORDER_MARK +
    csvLine([head.month, head.cluster, head.currency, head.orders, head.value]) +
    figures.values
      .map((v) =>
        csvLine([v.month, v.cluster ?? '', v.currency, v.orders, decimal(v.amount, v.currency)]),
      )
      .join('')
  );
}
