import { rateDigits, type Rate } from '#src/domain/exchange.ts';
import { RATES_FILE_MAX, readRates, type RateProblem } from '#src/domain/exchange-files.ts';
import { fail, ok, type Result } from '#src/domain/result.ts';
import type { SessionUser } from '#src/server/auth/identity.ts';
import { settle } from '#src/server/db/failure.ts';
import type { Json } from '#src/server/db/types.gen.ts';
import type { Deps } from '#src/server/http/deps.ts';
import type { DeleteRate, SaveRate } from './schema.ts';

const today = (deps: Deps) => deps.clock.now().toISOString().slice(0, 10);

async function save(
  deps: Deps,
  rates: readonly Rate[],
  source: 'typed' | 'csv' | 'ecb',
): Promise<Result<number>> {
  const args = { p_rates: rates as unknown as Json, p_source: source };
  const saved = settle(await deps.db.rpc('save_exchange_rates', args), deps);
  return saved.ok ? ok(saved.value) : saved;
}

export async function saveRate(
  deps: Deps,
  _actor: SessionUser,
  input: SaveRate,
): Promise<Result<{ saved: number }>> {
  const perEur = input.rate.replace(/\s/g, '').replace(',', '.');
  if (rateDigits(perEur) === null) return fail('invalid_input', { rate: 'not_a_number' });
  if (input.day > today(deps)) return fail('invalid_input', { day: 'date_unreadable' });
  const rate = { currency: input.currency, perEur, day: input.day };
  const saved = await save(deps, [rate], 'typed');
  return saved.ok ? ok({ saved: saved.value }) : saved;
}

/** How many rates were saved, or the lines for which none was. */
export type Imported = { saved: number; problems: RateProblem[] };

/** A file of rates, all or nothing. */
export async function importRates(
  deps: Deps,
  _actor: SessionUser,
  { file }: { file: File },
): Promise<Result<Imported>> {
  if (file.size === 0) return fail('invalid_input', { file: 'required' });
  if (file.size > RATES_FILE_MAX) return fail('rates_unreadable');
  const read = readRates(await file.text(), today(deps));
  if (!read.ok) return read;
  const { rates, problems, source } = read.value;
  if (problems.length > 0) return ok({ saved: 0, problems: problems.slice(0, 100) });
  const saved = await save(deps, rates, source);
  return saved.ok ? ok({ saved: saved.value, problems: [] }) : saved;
}

export async function deleteRate(
  deps: Deps,
  _actor: SessionUser,
  input: DeleteRate,
): Promise<Result<{ deleted: true }>> {
  const args = { p_currency: input.currency, p_day: input.day };
  const gone = settle(await deps.db.rpc('delete_exchange_rate', args), deps);
  return gone.ok ? ok({ deleted: true }) : gone;
}
