import { parseMoney } from '#src/domain/money.ts';
import { revise } from '#src/domain/order-document.ts';
import { fail, ok, type Result } from '#src/domain/result.ts';
import type { SessionUser } from '#src/server/auth/identity.ts';
import { settle } from '#src/server/db/failure.ts';
import type { Deps } from '#src/server/http/deps.ts';
import { readTerms } from './change-form.ts';
import { readOrder } from './queries.ts';
import type { Answer, Change, End } from './schema.ts';

export type Proposed = { id: string; done: 'proposed' };

/** The whole agreement as it would be, worked out from the one that stands. */
export async function proposeChange(
  deps: Deps,
  _actor: SessionUser,
  input: Change,
): Promise<Result<Proposed>> {
  const order = await readOrder(deps.db, input.order);
  if (!order) return fail('not_found');
  if (order.revision !== input.revision) return fail('conflict');
  const terms = readTerms(input, order.document, deps.locale);
  if (!terms.ok) return terms;
  const document = revise(order.document, terms.value);
  if (!document.ok) return document;
  const sent = settle(
    await deps.db.rpc('propose_change', {
      p_order: input.order,
      p_id: input.id,
      p_reason: input.reason,
      p_document: document.value,
      p_revision: input.revision,
    }),
    deps,
  );
  return sent.ok ? ok({ id: input.order, done: 'proposed' }) : sent;
}

/** Ending it together: what goes back of what was paid; the rest is kept. */
export async function proposeEnd(
  deps: Deps,
  _actor: SessionUser,
  input: End,
): Promise<Result<Proposed>> {
  const order = await readOrder(deps.db, input.order);
  if (!order) return fail('not_found');
  const { currency, held } = order.money;
  const refund = parseMoney(input.refund || '0', currency, deps.locale);
  if (!refund.ok) return fail('invalid_input', { refund: refund.failure.code });
  if (refund.value.amount > held) return fail('invalid_input', { refund: 'refund_too_much' });
  const sent = settle(
    await deps.db.rpc('propose_cancellation', {
      p_order: input.order,
      p_id: input.id,
      p_reason: input.reason,
      p_refund: refund.value.amount,
      p_kept: held - refund.value.amount,
    }),
    deps,
  );
  return sent.ok ? ok({ id: input.order, done: 'proposed' }) : sent;
}

export async function answerChange(
  deps: Deps,
  _actor: SessionUser,
  input: Answer,
): Promise<Result<{ done: 'answered' }>> {
  const target = { p_change: input.change };
  const answered = settle(
    input.then === 'withdraw'
      ? await deps.db.rpc('withdraw_change', target)
      : await deps.db.rpc('answer_change', {
          ...target,
          p_agree: input.then === 'agree',
          p_answer: input.answer,
        }),
    deps,
  );
  return answered.ok ? ok({ done: 'answered' }) : answered;
}
