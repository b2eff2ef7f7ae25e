import type { RecordFilters } from './queries.ts';

const LONGEST = 100;

/** The filters that an address names; what is missing filters nothing. */
export function filtersOf(query: URLSearchParams): RecordFilters {
  const text = (name: string) => (query.get(name) ?? '').trim().slice(0, LONGEST);
  return { kind: text('kind'), actor: text('actor'), producer: text('producer') };
}

/** The address's query for these filters, without the empty ones. */
export function filtersQuery(filters: RecordFilters, more: Record<string, string> = {}): string {
  const given = Object.entries(filters).filter(([, value]) => value !== '');
  return new URLSearchParams([...given, ...Object.entries(more)]).toString();
}
