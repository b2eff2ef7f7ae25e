import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DayNumbers, NumberLine } from '#src/features/exhibitions/numbers/queries.ts';
import { bars, funnel, numbersCsv, periodOf } from '#src/features/exhibitions/numbers/tables.ts';
import { addDays } from '#src/domain/time.ts';
import { messages } from '#src/i18n/messages.ts';

const amount = fc.integer({ min: 0, max: 10_000 });
const days = fc
  .array(
    fc.record({ views: amount, saves: amount, scans: amount, asked: amount, ordered: amount }),
    {
      minLength: 1,
      maxLength: 366,
    },
  )
  .map((rows) => rows.map((row, n): DayNumbers => ({ ...row, day: addDays('2027-01-01', n) })));

describe('the bars', () => {
  it('are days while there are few, else weeks, and lose nothing', () => {
    fc.assert(
      fc.property(days, (all) => {
        const { rows, isWeekly } = bars(all);
        expect(isWeekly).toBe(all.length > 45);
        expect(rows.length).toBeLessThanOrEqual(53);
        for (const key of ['views', 'saves', 'scans', 'asked', 'ordered'] as const) {
          const sum = (some: readonly DayNumbers[]) => some.reduce((n, row) => n + row[key], 0);
          expect(sum(rows)).toBe(sum(all));
        }
        expect(rows[0]!.day).toBe(all[0]!.day);
      }),
    );
  });
});

describe('the funnel', () => {
  it('has four steps, each a share of the one before', () => {
    const steps = funnel({ totals: { view: 200, save: 20, inquiry: 3, rfq: 2, order: 1 } });
    expect(steps.map(({ value, ofBefore }) => [value, ofBefore])).toEqual([
      [200, null],
      [20, 0.1],
      [5, 0.25],
      [1, 0.2],
    ]);
    expect(funnel({ totals: {} }).every(({ ofBefore }) => ofBefore === null)).toBe(true);
  });
});

describe('the file', () => {
  it('has a line for each count, and no title becomes a formula', () => {
    const line: NumberLine = {
      day: '2027-03-05',
      subject: 'exhibit',
      title: '=HYPERLINK("https://evil.example","A, boot")',
      metric: 'view',
      channel: 'code:poster',
      count: 12,
    };
    const csv = numbersCsv([line, { ...line, title: null }], messages('en'));
    const [head, first, second] = csv.split('\r\n');
    expect(head).toBe('\uFEFFday,kind,title,measure,way,count');
    expect(first).toContain(`"'=HYPERLINK(""https://evil.example"",""A, boot"")"`);
    expect(first!.endsWith(',code:poster,12')).toBe(true);
    expect(second).toContain('No longer there');
  });

  it('is of the period in the address, and of all for anything else', () => {
    expect(
      ['7', '30', 'all', '365', ''].map((asked) => periodOf(new URLSearchParams({ days: asked }))),
    ).toEqual(['7', '30', 'all', 'all', 'all']);
  });
});
