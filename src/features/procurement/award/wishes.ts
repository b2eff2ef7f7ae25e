import { atScale, parseTyped } from '#src/domain/decimal.ts';
import { parseMoney } from '#src/domain/money.ts';
import type { Wishes } from '#src/domain/procurement/award-methods.ts';
import type { OpenedRound } from './queries.ts';

/**
 * The wishes of a page's address: `without` (ids, several), `day` (money as typed), `suppliers`, `q-<lot>` (a quantity as
 * typed, in whole units). What cannot be read is no wish: looking must never fail.
 */
export function wishesOf(asked: URLSearchParams, round: OpenedRound, locale: string): Wishes {
  const day = parseMoney(asked.get('day') ?? '', round.currency, locale);
  const suppliers = Number(asked.get('suppliers') ?? '');
  const known = new Set(round.bids.map((bid) => bid.supplier));
  const demand = new Map<string, { firm: number; tolerance: number }>();
  for (const { id, decimals } of round.lots) {
    const typed = parseTyped(asked.get(`q-${id}`) ?? '', locale, decimals);
    const steps = typed.ok ? Number(atScale(typed.value, decimals) ?? 0n) : 0;
    if (Number.isSafeInteger(steps) && steps > 0 && steps <= 1e11)
      demand.set(id, { firm: steps, tolerance: 0 });
  }
  return {
    without: [...new Set(asked.getAll('without'))].filter((id) => known.has(id)),
    dayAmount: day.ok && day.value.amount > 0 && day.value.amount <= 1e9 ? day.value.amount : 0,
    maxSuppliers:
      Number.isInteger(suppliers) && suppliers >= 1 && suppliers <= 50 ? suppliers : null,
    demand,
  };
}
