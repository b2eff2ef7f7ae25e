import type { Mip } from './award-model.ts';

export type Entries = readonly (readonly [column: number, value: number])[];

/** Writes a program column by column and row by row; every variable is a whole number. */
export class MipDraft {
  readonly program: Mip = { columns: [], rows: [] };

  /** A new variable; its number. */
  column(cost: number, lower: number, upper: number): number {
    return this.program.columns.push({ cost, lower, upper }) - 1;
  }

  /** `lower` ≤ Σ value × variable ≤ `upper`. */
  row(lower: number, upper: number, entries: Entries): void {
    const kept = entries.filter(([, value]) => value !== 0);
    if (kept.length === 0 && lower <= 0 && upper >= 0) return;
    this.program.rows.push({
      lower,
      upper,
      entries: kept.map(([column, value]) => ({ column, value })),
    });
  }

  /** `count` is 0 while `on` is 0, and from `least` to `most` when it is 1. */
  between(count: number, on: number, least: number, most: number): void {
    this.row(-Infinity, 0, [
      [count, 1],
      [on, -most],
    ]);
    this.row(0, Infinity, [
      [count, 1],
      [on, -least],
    ]);
  }
}
