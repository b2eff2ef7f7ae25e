import { fail, ok, type Result } from './result.ts';

/** So many pieces of one size. */
export type SizeCount = { size: string; quantity: number };

/** Bounds; the database has the same. */
const SIZE_MAX = 30;
const QUANTITY_MAX = 100_000_000;
const SIZES_MAX = 40;

/**
 * A size run as people write it: `39=10, 40=20` or `S: 5; M: 10`, one after the other or on lines of their own. A size
 * named twice counts together. Errors: `invalid_input` for what cannot be read, `out_of_range`, `too_long`.
 */
export function parseSizeRun(text: string): Result<SizeCount[]> {
  const counts = new Map<string, number>();
  for (const part of text.split(/[,;\n]/)) {
    if (part.trim() === '') continue;
    const found = /^\s*(.+?)\s*(?:=|:|×|\bx\b)\s*(\d{1,10})\s*$/i.exec(part);
    if (!found) return fail('invalid_input');
    const size = found[1]!;
    const quantity = (counts.get(size) ?? 0) + Number(found[2]);
    if (size.length > SIZE_MAX) return fail('too_long');
    if (quantity < 1 || quantity > QUANTITY_MAX) return fail('out_of_range');
    counts.set(size, quantity);
  }
  if (counts.size > SIZES_MAX) return fail('out_of_range');
  return ok([...counts].map(([size, quantity]) => ({ size, quantity })));
}

/** The run as it is written and read again. */
export function writeSizeRun(run: readonly SizeCount[]): string {
  return run.map(({ size, quantity }) => `${size}=${quantity}`).join(', ');
}

export function sizeRunTotal(run: readonly SizeCount[]): number {
  return run.reduce((sum, { quantity }) => sum + quantity, 0);
}
