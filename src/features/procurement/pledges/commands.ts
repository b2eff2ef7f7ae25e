import { atScale, parseTyped } from '#src/domain/decimal.ts';
import { parseMoney } from '#src/domain/money.ts';
import { fail, ok, type Result } from '#src/domain/result.ts';
import type { SessionUser } from '#src/server/auth/identity.ts';
import { settle } from '#src/server/db/failure.ts';
import type { Deps } from '#src/server/http/deps.ts';
import type { PledgeForm } from './schema.ts';

/** Steps of a lot as typed in whole units; an empty field is none. */
function steps(text: string, decimals: number, locale: string): Result<number> {
  if (text === '') return ok(0);
  const typed = parseTyped(text, locale, decimals);
  if (!typed.ok) return typed;
  const exact = atScale(typed.value, decimals);
  if (exact === null) return fail('quantity_too_precise');
  const count = Number(exact);
  return count >= 0 && count <= 1e11 ? ok(count) : fail('out_of_range');
}

/** Replaces what the member pledges for a lot; nothing typed takes it back. The form's id makes a second sending harmless. */
export async function pledge(
  deps: Deps,
  _actor: SessionUser,
  form: PledgeForm,
): Promise<Result<{ lot: string }>> {
  const firm = steps(form.firm, form.decimals, deps.locale);
  if (!firm.ok) return fail('invalid_input', { firm: firm.failure.code });
  const tolerance = steps(form.tolerance, form.decimals, deps.locale);
  if (!tolerance.ok) return fail('invalid_input', { tolerance: tolerance.failure.code });
  const ceiling = form.ceiling
    ? parseMoney(form.ceiling, form.currency, deps.locale)
    : ok({ amount: undefined });
  if (!ceiling.ok) return fail('invalid_input', { ceiling: ceiling.failure.code });
  const answer = settle(
    await deps.db.rpc('pledge', {
      p_form: form.id,
      p_lot: form.lot,
      p_producer: form.producer,
      p_firm: firm.value,
      p_tolerance: tolerance.value,
      ...(ceiling.value.amount === undefined ? {} : { p_ceiling: ceiling.value.amount }),
    }),
    deps,
  );
  return answer.ok ? ok({ lot: form.lot }) : answer;
}
