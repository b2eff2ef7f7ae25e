import { encodeCursor } from '#src/domain/cursor.ts';
import type { Asked } from './lists.ts';

type Row = { id: string; createdAt: string };
type Tab = { label: string; href: string; current: boolean; count?: number };

/** What an address asks of a list (`q`, `state`, `before`), and the addresses that lead on from there. */
export function deskList<S extends string>(
  params: URLSearchParams,
  here: string,
  states: readonly S[],
) {
  const query = (params.get('q') ?? '').trim().slice(0, 100);
  const state = states.find((one) => one === params.get('state')) ?? null;
  const before = params.get('before') ?? undefined;
  const keep: Record<string, string> = state ? { state } : {};
  const address = (more: Record<string, string>): string => {
    const all = new URLSearchParams({ ...(query ? { q: query } : {}), ...more });
    return all.size > 0 ? `${here}?${all}` : here;
  };
  const asked: Asked<S> = { query, state, before };
  return {
    asked,
    keep,
    narrowed: query !== '' || state !== null || before !== undefined,
    /** The first page again, on every later one. */
    previous: before ? address(keep) : undefined,
    next(rows: readonly Row[], page: number): string | undefined {
      const last = rows.at(-1);
      if (rows.length < page || !last) return undefined;
      return address({ ...keep, before: encodeCursor({ key: last.createdAt, id: last.id }) });
    },
    tabs(names: Record<S | 'all', string>, counts: Partial<Record<S, number>>): Tab[] {
      const total = states.reduce((sum, one) => sum + (counts[one] ?? 0), 0);
      const all = { label: names.all, href: address({}), current: state === null, count: total };
      const rest = states.map((one) => ({
        label: names[one],
        href: address({ state: one }),
        current: state === one,
        count: counts[one] ?? 0,
      }));
      return [all, ...rest];
    },
  };
}
