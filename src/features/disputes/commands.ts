import { parseMoney } from '#src/domain/money.ts';
import { fail, ok, type Result } from '#src/domain/result.ts';
import type { SessionUser } from '#src/server/auth/identity.ts';
import { settle } from '#src/server/db/failure.ts';
import type { Deps } from '#src/server/http/deps.ts';
import { readDispute } from './queries.ts';
import type { Open, Resolve, Withdraw, Write } from './schema.ts';

/** Puts files into the dispute's room; the action hands it in. */
export type Store = (dispute: string, files: readonly File[]) => Promise<Result<{ id: string }[]>>;
type Told = { id: string; done: 'disputed' | 'said' };

async function file(store: Store, files: readonly File[], told: Told): Promise<Result<Told>> {
  const sent = files.filter((one) => one.size > 0);
  const stored = sent.length > 0 ? await store(told.id, sent) : ok([]);
  return stored.ok ? ok(told) : stored;
}

export async function openDispute(deps: Deps, store: Store, input: Open): Promise<Result<Told>> {
  const opened = settle(
    await deps.db.rpc('open_dispute', {
      p_order: input.order,
      p_id: input.id,
      p_reason: input.reason,
      p_details: input.details,
    }),
    deps,
  );
  return opened.ok ? file(store, input.files, { id: input.id, done: 'disputed' }) : opened;
}

export async function writeInDispute(
  deps: Deps,
  store: Store,
  input: Write,
): Promise<Result<Told>> {
  const written = settle(
    await deps.db.rpc('write_in_dispute', {
      p_dispute: input.dispute,
      p_id: input.id,
      p_body: input.body,
    }),
    deps,
  );
  return written.ok ? file(store, input.files, { id: input.dispute, done: 'said' }) : written;
}

export async function resolveDispute(
  deps: Deps,
  _actor: SessionUser,
  input: Resolve,
): Promise<Result<Told>> {
  const dispute = await readDispute(deps.db, input.dispute);
  if (!dispute) return fail('not_found');
  const refund = parseMoney(input.refund || '0', dispute.order.currency, deps.locale);
  if (!refund.ok) return fail('invalid_input', { refund: refund.failure.code });
  const settled = settle(
    await deps.db.rpc('resolve_dispute', {
      p_dispute: input.dispute,
      p_resolution: input.resolution,
      p_refund: refund.value.amount,
      p_cancel: input.cancel,
    }),
    deps,
  );
  return settled.ok ? ok({ id: input.dispute, done: 'said' }) : settled;
}

export async function withdrawDispute(
  deps: Deps,
  _actor: SessionUser,
  input: Withdraw,
): Promise<Result<Told>> {
  const target = { p_dispute: input.dispute, p_reason: input.reason };
  const gone = settle(await deps.db.rpc('withdraw_dispute', target), deps);
  return gone.ok ? ok({ id: input.dispute, done: 'said' }) : gone;
}
