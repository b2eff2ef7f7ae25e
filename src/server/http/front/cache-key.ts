/** Which copy a visitor gets: brotli, gzip or as it is. */
export type Encoding = 'br' | 'gzip' | 'identity';

const LONGEST_TARGET = 2048;
const known = new Map<string, Encoding>();

/** The best encoding that an Accept-Encoding header allows. Remembers the few spellings that browsers use. */
export function negotiate(accept: string | undefined): Encoding {
  if (!accept) return 'identity';
  const seen = known.get(accept);
  if (seen) return seen;
  const found = allows(accept, 'br') ? 'br' : allows(accept, 'gzip') ? 'gzip' : 'identity';
  if (known.size < 200) known.set(accept, found);
  return found;
}

function allows(accept: string, coding: string): boolean {
  const match = new RegExp(`(?:^|,)\\s*${coding}\\s*(?:;\\s*q=([0-9.]+))?\\s*(?:,|$)`, 'i').exec(
    accept,
  );
  return match !== null && (match[1] === undefined || Number(match[1]) > 0);
}

/**
 * The part of a request target that names a page: path and the known query parameters in a fixed order.
 * `params` undefined means that the page has not said yet, so all of them count. Undefined when it is too long to keep.
 */
export function pageKey(
  target: string,
  params: ReadonlySet<string> | undefined,
): string | undefined {
  if (target.length > LONGEST_TARGET) return undefined;
  const mark = target.indexOf('?');
  if (mark < 0) return target;
  const path = target.slice(0, mark);
  const kept = [...new URLSearchParams(target.slice(mark + 1))]
    .filter(([name, value]) => value !== '' && (params?.has(name) ?? true))
    .sort(([a, x], [b, y]) => (a === b ? compare(x, y) : compare(a, b)));
  return kept.length === 0 ? path : `${path}?${new URLSearchParams(kept).toString()}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The path of a target, without its query. */
export function pathOf(target: string): string {
  const mark = target.indexOf('?');
  return mark < 0 ? target : target.slice(0, mark);
}
