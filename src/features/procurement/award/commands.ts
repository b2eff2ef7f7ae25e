import type { z } from 'zod';
import { atScale, parseTyped } from '#src/domain/decimal.ts';
import { NOTHING_WISHED } from '#src/domain/procurement/award-methods.ts';
import { awardPayload } from '#src/domain/procurement/award-payload.ts';
import { fail, ok, type Result } from '#src/domain/result.ts';
import type { SessionUser } from '#src/server/auth/identity.ts';
import { settle } from '#src/server/db/failure.ts';
import type { Actor, Deps } from '#src/server/http/deps.ts';
import { compareAwards, workOut } from './compute.ts';
import { openOrder, type OrderLine } from './order-queries.ts';
import { readOpened } from './queries.ts';
import {
  confirmation,
  type answerChallengeInput,
  type answerOrderInput,
  type challengeInput,
  type decideInput,
  type roundInput,
} from './schema.ts';

type Of<S extends z.ZodType> = z.infer<S>;

/** Decides the award that the person saw: worked out again, refused when it no longer costs the same. */
export async function decideAward(
  deps: Deps,
  _: SessionUser,
  form: Of<typeof decideInput>,
): Promise<Result<{ round: string }>> {
  const round = await readOpened(deps.db, form.round);
  if (!round) return fail('not_found');
  const { method } = form;
  if (method !== 'optimum' && form.reason.length < 3)
    return fail('invalid_input', { reason: 'reason_required' });
  const wishes = {
    ...NOTHING_WISHED,
    without: form.without,
    dayAmount: form.dayAmount ?? 0,
    maxSuppliers: form.maxSuppliers ?? null,
  };
  const chosen = await workOut(round, method, wishes);
  if (!chosen.ok) return fail(chosen.failure);
  if (chosen.award.totalAmount !== form.total) return fail('award_differs');
  const compared =
    method === 'optimum'
      ? { best: chosen.award, proven: true }
      : await compareAwards(round, NOTHING_WISHED);
  const payload = awardPayload(round, chosen.award, {
    ...{ method, proven: compared.proven },
    reason: method === 'optimum' ? null : form.reason,
    optimumAmount: (compared.best ?? chosen.award).totalAmount,
    wishes: { without: form.without, dayAmount: wishes.dayAmount, suppliers: wishes.maxSuppliers },
  });
  const args = { p_round: form.round, p_award: payload as never };
  const decided = settle(await deps.db.rpc('decide_award', args), deps);
  return decided.ok ? ok({ round: form.round }) : decided;
}

export async function answerChallenge(
  deps: Deps,
  _: SessionUser,
  { challenge, upheld, answer }: Of<typeof answerChallengeInput>,
): Promise<Result<unknown>> {
  const args = { p_challenge: challenge, p_upheld: upheld === 'yes', p_answer: answer };
  return settle(await deps.db.rpc('answer_challenge', args), deps);
}

export async function placeOrders(
  deps: Deps,
  _: SessionUser,
  { round }: Of<typeof roundInput>,
): Promise<Result<{ round: string }>> {
  const placed = settle(await deps.db.rpc('place_orders', { p_round: round }), deps);
  return placed.ok ? ok({ round }) : placed;
}

/** A supplier's challenge, with an account or with the key of its link. The form's id makes a second sending harmless. */
export async function challengeAward(
  deps: Deps,
  _: Actor,
  { id, round, key, text }: Of<typeof challengeInput>,
): Promise<Result<unknown>> {
  const args = { p_form: id, p_round: round, p_text: text, ...(key ? { p_key: key } : {}) };
  return settle(await deps.db.rpc('challenge_award', args), deps);
}

type LineAnswer = {
  id: string;
  confirmation: string;
  quantity?: number;
  promisedOn?: string;
  note: string;
};

function steps(text: string, decimals: number, locale: string): Result<number> {
  const typed = parseTyped(text, locale, decimals);
  if (!typed.ok) return typed;
  const exact = atScale(typed.value, decimals);
  return exact === null ? fail('quantity_too_precise') : ok(Number(exact));
}

/** One line's answer as typed; quantities in the line's unit. */
function lineAnswer(
  { id, decimals, quantity: ordered }: OrderLine,
  form: Record<string, unknown>,
  locale: string,
): Result<LineAnswer> {
  const typed = (name: string) => {
    const value = form[`${name}-${id}`];
    return typeof value === 'string' ? value.trim() : '';
  };
  const said = confirmation.safeParse(typed('answer'));
  if (!said.success) return fail('invalid_input', { [`answer-${id}`]: 'required' });
  const answer: LineAnswer = { id, confirmation: said.data, note: typed('note').slice(0, 1000) };
  if (said.data === 'short') {
    const quantity = steps(typed('quantity'), decimals, locale);
    if (!quantity.ok) return fail('invalid_input', { [`quantity-${id}`]: quantity.failure.code });
    if (quantity.value < 1 || quantity.value >= ordered)
      return fail('invalid_input', { [`quantity-${id}`]: 'out_of_range' });
    answer.quantity = quantity.value;
  }
  if (said.data === 'later') {
    if (!/^\d{4}-\d\d-\d\d$/.test(typed('day')))
      return fail('invalid_input', { [`day-${id}`]: 'required' });
    answer.promisedOn = typed('day');
  }
  return ok(answer);
}

/** A supplier's answer to its purchase order, every line at once. */
export async function answerOrder(
  deps: Deps,
  _: Actor,
  form: Of<typeof answerOrderInput>,
): Promise<Result<unknown>> {
  const order = await openOrder(deps.db, form.order, form.key || null);
  if (order?.side !== 'supplier') return fail('not_found');
  const lines: LineAnswer[] = [];
  for (const line of order.lines) {
    const answer = lineAnswer(line, form, deps.locale);
    if (!answer.ok) return answer;
    lines.push(answer.value);
  }
  const args = {
    ...{ p_order: form.order, p_lines: lines as never, p_note: form.note },
    ...(form.key ? { p_key: form.key } : {}),
  };
  return settle(await deps.db.rpc('answer_purchase_order', args), deps);
}
