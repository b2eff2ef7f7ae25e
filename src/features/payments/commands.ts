import { isIban } from '#src/domain/iban.ts';
import { parseMoney } from '#src/domain/money.ts';
import { fail, ok, type Result } from '#src/domain/result.ts';
import type { SessionUser } from '#src/server/auth/identity.ts';
import { settle } from '#src/server/db/failure.ts';
import { prepareFiles, type PreparedFile } from '#src/server/files/prepare.ts';
import type { Deps } from '#src/server/http/deps.ts';
import { LIMITS } from '#src/server/http/limit.ts';
import type {
  AccountForm,
  Announcement,
  Confirmation,
  Proof,
  Recorded,
  RefundForm,
} from './schema.ts';

/** The bytes of a proof, stored; its rows are written in the transaction of the act. Strangers get no work out of us. */
async function storeProof(
  deps: Deps,
  actor: SessionUser,
  payment: string,
  files: readonly File[] = [],
): Promise<Result<PreparedFile[]>> {
  if (!files.some((file) => file.size > 0 || file.name !== '')) return ok([]);
  const spent = await deps.limit(`account ${actor.id}`, LIMITS.upload);
  if (!spent.ok) return spent;
  const room = { p_room: 'payment' as const, p_room_id: payment, p_files: [] };
  const allowed = settle(await deps.db.rpc('add_files', room), deps);
  if (!allowed.ok) return allowed;
  const prepared = await prepareFiles(deps, `payment ${payment}`, files);
  return prepared.ok ? ok(prepared.value.ready) : prepared;
}

/** What a person typed as an amount, in minor units; a refusal belongs to the field. */
function minorUnits(deps: Deps, form: { amount: string; currency: string }): Result<number> {
  const read = parseMoney(form.amount, form.currency, deps.locale);
  if (!read.ok) return fail('invalid_input', { amount: read.failure.code });
  return read.value.amount > 0
    ? ok(read.value.amount)
    : fail('invalid_input', { amount: 'out_of_range' });
}

/** The buyer wants to pay; the answer is the reference to write on the transfer. */
export async function announcePayment(
  deps: Deps,
  _actor: SessionUser,
  form: Announcement,
): Promise<Result<{ reference: string }>> {
  const amount = minorUnits(deps, form);
  if (!amount.ok) return amount;
  const [method, account] = form.way.split(':') as ['bank_transfer' | 'mobile_money', string];
  const made = settle(
    await deps.db.rpc('announce_payment', {
      p_id: form.id,
      p_order: form.order,
      p_purpose: form.purpose,
      p_method: method,
      p_amount: amount.value,
      p_account: account,
    }),
    deps,
  );
  return made.ok ? ok({ reference: made.value }) : made;
}

/** "I have paid", with what proves it. */
export async function provePayment(
  deps: Deps,
  actor: SessionUser,
  form: Proof,
): Promise<Result<void>> {
  const files = await storeProof(deps, actor, form.payment, form.files);
  if (!files.ok) return files;
  const answer = await deps.db.rpc('prove_payment', {
    p_payment: form.payment,
    p_paid_on: form.paidOn,
    p_note: form.note,
    p_files: files.value,
  });
  return done(settle(answer, deps));
}

export async function cancelPayment(
  deps: Deps,
  _actor: SessionUser,
  form: { payment: string },
): Promise<Result<void>> {
  return done(settle(await deps.db.rpc('cancel_payment', { p_payment: form.payment }), deps));
}

/** The payee found it, with the amount that arrived. */
export async function confirmPayment(
  deps: Deps,
  _actor: SessionUser,
  form: Confirmation,
): Promise<Result<void>> {
  const amount = minorUnits(deps, form);
  if (!amount.ok) return amount;
  const answer = await deps.db.rpc('confirm_payment', {
    p_payment: form.payment,
    p_amount: amount.value,
    ...(form.paidOn ? { p_paid_on: form.paidOn } : {}),
  });
  return done(settle(answer, deps));
}

export async function rejectPayment(
  deps: Deps,
  _actor: SessionUser,
  form: { payment: string; reason: string },
): Promise<Result<void>> {
  const answer = await deps.db.rpc('reject_payment', {
    p_payment: form.payment,
    p_reason: form.reason,
  });
  return done(settle(answer, deps));
}

/** Money that arrived without an announcement. */
export async function recordPayment(
  deps: Deps,
  _actor: SessionUser,
  form: Recorded,
): Promise<Result<void>> {
  const amount = minorUnits(deps, form);
  if (!amount.ok) return amount;
  const answer = await deps.db.rpc('record_payment', {
    p_id: form.id,
    p_order: form.order,
    p_method: form.method,
    p_amount: amount.value,
    p_note: form.note,
    ...(form.paidOn ? { p_paid_on: form.paidOn } : {}),
  });
  return done(settle(answer, deps));
}

export async function requestRefund(
  deps: Deps,
  _actor: SessionUser,
  form: RefundForm,
): Promise<Result<void>> {
  const amount = minorUnits(deps, form);
  if (!amount.ok) return amount;
  const answer = await deps.db.rpc('request_refund', {
    p_id: form.id,
    p_payment: form.payment,
    p_amount: amount.value,
    p_reason: form.reason,
  });
  return done(settle(answer, deps));
}

export async function settleRefund(
  deps: Deps,
  actor: SessionUser,
  form: { refund: string; payment: string; files?: File[] | undefined },
): Promise<Result<void>> {
  const files = await storeProof(deps, actor, form.payment, form.files);
  if (!files.ok) return files;
  const answer = await deps.db.rpc('settle_refund', {
    p_refund: form.refund,
    p_files: files.value,
  });
  return done(settle(answer, deps));
}

export async function dropRefund(
  deps: Deps,
  _actor: SessionUser,
  form: { refund: string; reason: string },
): Promise<Result<void>> {
  const answer = await deps.db.rpc('drop_refund', { p_refund: form.refund, p_reason: form.reason });
  return done(settle(answer, deps));
}

/** A bank account or a mobile money number; an old one that it replaces stays with the old payments. */
export async function saveAccount(
  deps: Deps,
  _actor: SessionUser,
  form: AccountForm,
): Promise<Result<void>> {
  const { id, producer, cluster, replaces, ...input } = form;
  const mobile = form.method === 'mobile_money';
  if (mobile && !form.phone) return fail('invalid_input', { phone: 'required' });
  if (!mobile && !form.iban && !form.accountNumber)
    return fail('invalid_input', { iban: 'account_number_needed' });
  if (!mobile && form.iban && !isIban(form.iban))
    return fail('invalid_input', { iban: 'iban_invalid' });
  const saved = {
    p_id: id,
    p_input: mobile
      ? { ...input, bank: '', iban: '', accountNumber: '', bic: '' }
      : { ...input, phone: '', network: '' },
    ...(replaces ? { p_replaces: replaces } : {}),
  };
  if (cluster)
    return done(
      settle(await deps.db.rpc('save_cluster_account', { ...saved, p_cluster: cluster }), deps),
    );
  if (!producer) return fail('invalid_input');
  return done(
    settle(await deps.db.rpc('save_payment_account', { ...saved, p_producer: producer }), deps),
  );
}

export async function retireAccount(
  deps: Deps,
  _actor: SessionUser,
  form: { account: string; owner?: 'producer' | 'cluster' | null | undefined },
): Promise<Result<void>> {
  const retire = form.owner === 'cluster' ? 'retire_cluster_account' : 'retire_payment_account';
  return done(settle(await deps.db.rpc(retire, { p_account: form.account }), deps));
}

function done(result: Result<unknown>): Result<void> {
  return result.ok ? ok(undefined) : result;
}
