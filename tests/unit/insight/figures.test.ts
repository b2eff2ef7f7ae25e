import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { share, tradeCsv, valueCharts } from '#src/features/insight/tables.ts';
import type { TradeFigures } from '#src/features/insight/queries.ts';
import { messages } from '#src/i18n/messages.ts';
import { planBars } from '#src/ui/charts/bars.ts';

const t = messages('en');
const months = ['2026-01', '2026-02', '2026-03'];
const none = { asked: 0, answered: 0, medianHours: null, slowHours: null, inTwoDays: 0, stuck: 0 };
const figures = (values: TradeFigures['values']): TradeFigures => ({
  months,
  answers: none,
  answersByMonth: [],
  funnel: { asked: 0, quoted: 0, ordered: 0, delivered: 0 },
  stuck: [],
  orders: { count: 0, late: 0, shipped: 0, onTime: 0, cancelled: 0 },
  values,
  producers: [],
});
const value = fc.record({
  cluster: fc.constantFrom('Masoro', 'Huye', 'Musanze', 'Rubavu', 'Karongi', 'Nyanza', null),
  clusterId: fc.constant(null),
  month: fc.constantFrom(...months),
  currency: fc.constantFrom('RWF', 'USD', 'TND'),
  orders: fc.integer({ min: 1, max: 50 }),
  amount: fc.integer({ min: 1, max: 1_000_000_000 }),
});

describe('order value', () => {
  it('loses nothing when clusters are put together', () => {
    fc.assert(
      fc.property(fc.array(value, { maxLength: 40 }), (values) => {
        const charts = valueCharts(figures(values), t);
        for (const chart of charts) {
          const drawn = chart.series
            .flatMap((one) => one.values)
            .reduce<number>((a, b) => a + (b ?? 0), 0);
          expect(drawn).toBe(chart.total);
          expect(chart.series.length).toBeLessThanOrEqual(4);
        }
        const all = charts.reduce((sum, chart) => sum + chart.total, 0);
        expect(all).toBe(values.reduce((sum, one) => sum + one.amount, 0));
      }),
    );
  });

  it('is written with the places of its currency', () => {
    const row = { cluster: '=Evil', clusterId: null, month: '2026-01', orders: 1 };
    const csv = tradeCsv(
      figures([
        { ...row, currency: 'RWF', amount: 1500 },
        { ...row, currency: 'USD', amount: 5 },
        { ...row, currency: 'TND', amount: 12345 },
      ]),
      t,
    );
    expect(csv.split('\r\n').slice(1, 4)).toEqual([
      "2026-01,'=Evil,RWF,1,1500",
      "2026-01,'=Evil,USD,1,0.05",
      "2026-01,'=Evil,TND,1,12.345",
    ]);
  });

  it('says nothing about a share of nothing', () => {
    expect(share(0, 0)).toBeNull();
    expect(share(1, 3)).toBe(33);
  });
});

describe('bars', () => {
  it('stand on the line, inside the drawing, as high as their value', () => {
    const values = fc.array(fc.option(fc.integer({ min: 0, max: 10 ** 12 })), {
      minLength: 1,
      maxLength: 24,
    });
    fc.assert(
      fc.property(values, (numbers) => {
        const plan = planBars(numbers.map(String), [{ name: 'a', values: numbers }]);
        expect(plan.bars).toHaveLength(numbers.filter(Boolean).length);
        for (const bar of plan.bars) {
          expect(bar.y + bar.height).toBeCloseTo(plan.baseline);
          expect(bar.y).toBeGreaterThanOrEqual(0);
          expect(bar.x + bar.width).toBeLessThanOrEqual(plan.width);
        }
        expect(plan.labels.at(-1)?.text).toBe(String(numbers.at(-1)));
      }),
    );
  });
});
