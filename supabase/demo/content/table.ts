/** Names in four languages written on one line: `English | français | Ikinyarwanda | Kiswahili`. */
import type { Text4 } from '#supabase/demo/content/types.ts';

/** Throws when a language is missing or empty. */
export function readNames(line: string): Text4 {
  const [en, fr, rw, sw, ...more] = line.split('|').map((name) => name.trim());
  if (!en || !fr || !rw || !sw || more.length > 0) throw new Error(`Not four names: "${line}"`);
  return { en, fr, rw, sw };
}

/** Reads lines of `key | en | fr | rw | sw`, in the order in which they are written. */
export function readNamed(table: string): { key: string; names: Text4 }[] {
  return table
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const cut = line.indexOf('|');
      return { key: line.slice(0, cut).trim(), names: readNames(line.slice(cut + 1)) };
    });
}
