/**
 * Reads a category tree from a table, one category a line, two spaces deeper per level:
 *
 *   shoes | Shoes | Souliers | Inkweto zifunze | Viatu vya kufunika
 *     dress-shoes 640359 PR | Dress shoes | Chaussures de ville | …
 *
 * First the key, on a leaf also the suggested HS heading and the usual unit; then the names in
 * English, French, Kinyarwanda and Kiswahili.
 */
import type { CategorySeed, UnitCode } from '#supabase/demo/content/types.ts';
import { readNames } from '#supabase/demo/content/table.ts';

const LINE = /^( *)([a-z-]+)(?: (\d{4,6}) ([A-Z0-9]{2,3}))? \| (.+)$/;

/** The rows of a table, parents before their children, positions counted from 0 within a parent. */
export function readCategories(table: string): CategorySeed[] {
  const rows: CategorySeed[] = [];
  const path: string[] = [];
  for (const line of table.split('\n').filter((text) => text.trim() !== '')) {
    const [, indent = '', key, hs, unit, names] = LINE.exec(line) ?? [];
    const depth = indent.length / 2;
    if (!key || !names || depth > path.length) throw new Error(`Not a category: "${line}"`);
    path.splice(depth, path.length, key);
    const parent = path[depth - 1] ?? null;
    rows.push({
      key,
      parent,
      position: rows.filter((row) => row.parent === parent).length,
      names: readNames(names),
      hsHeading: hs ?? null,
      defaultUnit: (unit as UnitCode | undefined) ?? null,
    });
  }
  return rows;
}
