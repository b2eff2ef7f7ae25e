import type { Metric } from './photo.ts';

export type { Metric };

export function metric(
  name: string,
  value: number,
  unit: string,
  goal: { most?: number; least?: number; ceiling?: number } = {},
): Metric {
  const rounded = Math.round(value * 100) / 100;
  const { most, least, ceiling } = goal;
  return {
    metric: name,
    value: rounded,
    unit,
    budget: most ?? least ?? null,
    ok: (most === undefined || value <= most) && (least === undefined || value >= least),
    ceiling: ceiling === undefined ? null : Math.round(ceiling * 100) / 100,
  };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

/** One JSON object a line, for machines and for a diff from one day to the next. */
export function printLines(metrics: readonly Metric[]): void {
  for (const m of metrics) console.log(JSON.stringify(m));
}

/** The same for people; what misses its budget is marked. */
export function printTable(metrics: readonly Metric[]): void {
  const rows = metrics.map((m) => [
    m.metric,
    m.value.toLocaleString('en'),
    m.unit,
    m.budget === null ? '' : `${m.budget.toLocaleString('en')}`,
    m.ceiling === null ? '' : m.ceiling.toLocaleString('en'),
    m.budget === null ? '' : m.ok ? 'ok' : 'MISSED',
  ]);
  const table = [['metric', 'value', 'unit', 'budget', 'ceiling', ''], ...rows];
  const widths = table[0]!.map((_, i) => Math.max(...table.map((row) => row[i]!.length)));
  console.log();
  for (const row of table) {
    console.log(
      row
        .map((cell, i) => (i === 1 || i > 2 ? cell.padStart(widths[i]!) : cell.padEnd(widths[i]!)))
        .join('  '),
    );
  }
  const missed = metrics.filter((m) => !m.ok).length;
  console.log(missed === 0 ? '\nEvery budget is met.' : `\n${missed} of the budgets are missed.`);
}
