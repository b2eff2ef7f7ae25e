import type { VariantView } from '../views.ts';

/** Sizes under one colour; a size that cannot be had now is said so. */
export type ColourRow = { colour: string; sizes: { size: string; available: boolean }[] };

/**
 * The variants as rows of colours when that says it all: each has a colour and a size, and none a price of its own.
 * Null when they need a table or a plain list.
 */
export function coloursBySize(variants: readonly VariantView[]): ColourRow[] | null {
  const rows = new Map<string, ColourRow>();
  for (const { colour, size, amount, available } of variants) {
    if (!colour || !size || amount !== null) return null;
    const row = rows.get(colour) ?? { colour, sizes: [] };
    row.sizes.push({ size, available });
    rows.set(colour, row);
  }
  return rows.size < variants.length ? [...rows.values()] : null;
}
