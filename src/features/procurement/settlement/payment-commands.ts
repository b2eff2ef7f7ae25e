import type { z } from 'zod';
import { ok, type Result } from '#src/domain/result.ts';
import type { SessionUser } from '#src/server/auth/identity.ts';
import { settle } from '#src/server/db/failure.ts';
import { prepareFiles, type PreparedFile } from '#src/server/files/prepare.ts';
import type { Deps } from '#src/server/http/deps.ts';
import { LIMITS } from '#src/server/http/limit.ts';
import { done, minorUnits } from './commands.ts';
import type {
  announceInput,
  confirmInput,
  paymentInput,
  proveInput,
  recordInput,
  refundInput,
  rejectInput,
  settleRefundInput,
} from './schema.ts';

/** The bytes of a proof, stored; its rows are written in the transaction of the act. */
async function storeProof(
  deps: Deps,
  actor: SessionUser,
  payment: string,
  files: readonly File[] = [],
): Promise<Result<PreparedFile[]>> {
  if (!files.some((file) => file.size > 0 || file.name !== '')) return ok([]);
  const spent = await deps.limit(`account ${actor.id}`, LIMITS.upload);
  if (!spent.ok) return spent;
  const room = { p_room: 'round_payment' as const, p_room_id: payment, p_files: [] };
  const allowed = settle(await deps.db.rpc('add_files', room), deps);
  if (!allowed.ok) return allowed;
  const prepared = await prepareFiles(deps, `round_payment ${payment}`, files);
  return prepared.ok ? ok(prepared.value.ready) : prepared;
}

/** A member wants to pay its cluster; the answer is the reference to write on the transfer. */
export async function announceToCluster(
  deps: Deps,
  _actor: SessionUser,
  form: z.infer<typeof announceInput>,
): Promise<Result<{ reference: string }>> {
  const amount = minorUnits(deps, form);
  if (!amount.ok) return amount;
  const [method, account] = form.way.split(':') as ['bank_transfer' | 'mobile_money', string];
  const made = settle(
    await deps.db.rpc('announce_round_payment', {
      p_id: form.id,
      p_round: form.round,
      p_producer: form.producer,
      p_method: method,
      p_amount: amount.value,
      p_account: account,
    }),
    deps,
  );
  return made.ok ? ok({ reference: made.value }) : made;
}

/** "I have paid", with what proves it. */
export async function proveToCluster(
  deps: Deps,
  actor: SessionUser,
  form: z.infer<typeof proveInput>,
): Promise<Result<void>> {
  const files = await storeProof(deps, actor, form.payment, form.files);
  if (!files.ok) return files;
  const answer = await deps.db.rpc('prove_round_payment', {
    p_payment: form.payment,
    p_paid_on: form.paidOn,
    p_note: form.note,
    p_files: files.value,
  });
  return done(settle(answer, deps));
}

export async function cancelToCluster(
  deps: Deps,
  _actor: SessionUser,
  form: z.infer<typeof paymentInput>,
): Promise<Result<void>> {
  return done(settle(await deps.db.rpc('cancel_round_payment', { p_payment: form.payment }), deps));
}

/** A coordinator found it, with the amount that arrived. */
export async function confirmFromMember(
  deps: Deps,
  _actor: SessionUser,
  form: z.infer<typeof confirmInput>,
): Promise<Result<void>> {
  const amount = minorUnits(deps, form);
  if (!amount.ok) return amount;
  const answer = await deps.db.rpc('confirm_round_payment', {
    p_payment: form.payment,
    p_amount: amount.value,
    ...(form.paidOn ? { p_paid_on: form.paidOn } : {}),
  });
  return done(settle(answer, deps));
}

export async function rejectFromMember(
  deps: Deps,
  _actor: SessionUser,
  form: z.infer<typeof rejectInput>,
): Promise<Result<void>> {
  const args = { p_payment: form.payment, p_reason: form.reason };
  return done(settle(await deps.db.rpc('reject_round_payment', args), deps));
}

/** Money that arrived without an announcement, or over the table. */
export async function recordFromMember(
  deps: Deps,
  _actor: SessionUser,
  form: z.infer<typeof recordInput>,
): Promise<Result<void>> {
  const amount = minorUnits(deps, form);
  if (!amount.ok) return amount;
  const answer = await deps.db.rpc('record_round_payment', {
    p_id: form.id,
    p_round: form.round,
    p_producer: form.producer,
    p_method: form.method,
    p_amount: amount.value,
    p_note: form.note,
    ...(form.paidOn ? { p_paid_on: form.paidOn } : {}),
  });
  return done(settle(answer, deps));
}

export async function planRefund(
  deps: Deps,
  _actor: SessionUser,
  form: z.infer<typeof refundInput>,
): Promise<Result<void>> {
  const amount = minorUnits(deps, form);
  if (!amount.ok) return amount;
  const answer = await deps.db.rpc('plan_round_refund', {
    p_id: form.id,
    p_round: form.round,
    p_producer: form.producer,
    p_amount: amount.value,
    p_reason: form.reason,
  });
  return done(settle(answer, deps));
}

/** The money has gone back to the member, or does not go after all. */
export async function settleMemberRefund(
  deps: Deps,
  _actor: SessionUser,
  form: z.infer<typeof settleRefundInput>,
): Promise<Result<void>> {
  const answer = await deps.db.rpc('settle_round_refund', {
    p_refund: form.refund,
    p_sent: form.sent === 'yes',
    p_reason: form.reason,
  });
  return done(settle(answer, deps));
}
