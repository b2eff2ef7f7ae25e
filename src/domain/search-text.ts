/** Longer queries say no more and cost the search more: a query keeps this many characters and words. */
export const QUERY_MAX = 100;
export const QUERY_WORDS_MAX = 8;

/**
 * A query as it is kept in the URL and shown in the field: one line, single spaces, no control characters, cut after
 * `QUERY_MAX` characters without breaking a surrogate pair. Case and accents stay as typed.
 */
export function cleanQuery(text: string): string {
  const line = text
    .normalize('NFC')
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();
  return [...line].slice(0, QUERY_MAX).join('').trim();
}

/** Lower case, without accents: what two spellings of a word have in common. `Café` and `cafe` fold alike. */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The words to search for: folded, letters and digits only, each once, at most `QUERY_WORDS_MAX`. */
export function searchWords(text: string): string[] {
  const words = fold(cleanQuery(text)).match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(words)].slice(0, QUERY_WORDS_MAX);
}
