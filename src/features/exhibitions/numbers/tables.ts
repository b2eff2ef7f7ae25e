import { BYTE_ORDER_MARK, csvLine } from '#src/domain/csv.ts';
import type { Messages } from '#src/i18n/messages.ts';
import type { DayNumbers, NumberLine, Numbers } from './queries.ts';

/** How far back a person may look, in days; all is the usual. */
export const PERIODS = ['7', '30', 'all'] as const;
export type Period = (typeof PERIODS)[number];

/** The period asked for in the address, or all. */
export function periodOf(query: URLSearchParams): Period {
  return PERIODS.find((period) => period === query.get('days')) ?? 'all';
}

export function daysOf(period: Period): number | null {
  return period === 'all' ? null : Number(period);
}

/** More bars than this nobody reads day by day. */
const MOST_BARS = 45;
const WEEK = 7;

/** Days, or weeks that begin with the first day where there are too many of them. */
export function bars(days: readonly DayNumbers[]): { rows: DayNumbers[]; isWeekly: boolean } {
  if (days.length <= MOST_BARS) return { rows: [...days], isWeekly: false };
  const rows: DayNumbers[] = [];
  for (let n = 0; n < days.length; n += WEEK) rows.push(sumOf(days.slice(n, n + WEEK)));
  return { rows, isWeekly: true };
}

function sumOf(days: readonly DayNumbers[]): DayNumbers {
  const sum = (key: 'views' | 'saves' | 'scans' | 'asked' | 'ordered') =>
    days.reduce((total, day) => total + day[key], 0);
  return {
    day: days[0]?.day ?? '',
    views: sum('views'),
    saves: sum('saves'),
    scans: sum('scans'),
    asked: sum('asked'),
    ordered: sum('ordered'),
  };
}

export type Step = {
  key: 'view' | 'save' | 'asked' | 'ordered';
  value: number;
  ofBefore: number | null;
};

/** From a look to an order. `ofBefore`: as a share of the step before, null of nothing. */
export function funnel({ totals }: Pick<Numbers, 'totals'>): Step[] {
  const values = {
    view: totals.view ?? 0,
    save: totals.save ?? 0,
    asked: (totals.inquiry ?? 0) + (totals.rfq ?? 0),
    ordered: totals.order ?? 0,
  };
  let before = 0;
  return (['view', 'save', 'asked', 'ordered'] as const).map((key) => {
    const value = values[key];
    const ofBefore = before === 0 ? null : value / before;
    before = value;
    return { key, value, ofBefore };
  });
}

/** RFC 4180 with a byte order mark. Titles are people's words: none of them becomes a formula. */
export function numbersCsv(lines: readonly NumberLine[], t: Messages): string {
  const { csv, subjects, metrics, gone } = t.numbers;
  return (
    BYTE_ORDER_MARK +
    csvLine([csv.day, csv.subject, csv.title, csv.metric, csv.channel, csv.count]) +
    lines
      .map(({ day, subject, title, metric, channel, count }) =>
        csvLine([day, subjects[subject], title ?? gone, metrics[metric], channel, count]),
      )
      .join('')
  );
}

export function csvFile(csv: string, name: string): Response {
  return new Response(csv, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}.csv"`,
      'cache-control': 'no-store',
    },
  });
}
