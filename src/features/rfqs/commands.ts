import { fail, ok, type Result } from '#src/domain/result.ts';
import type { SessionUser } from '#src/server/auth/identity.ts';
import { serviceClient } from '#src/server/db/client.ts';
import { settle } from '#src/server/db/failure.ts';
import { prepareFiles, type RefusedFile } from '#src/server/files/prepare.ts';
import type { Actor, Deps } from '#src/server/http/deps.ts';
import { LIMITS } from '#src/server/http/limit.ts';
import type { RfqState } from './queries.ts';
import { readRfq, type ReadRfq } from './read-form.ts';

/** `unconfirmed`: a visitor's RFQ waits until the address is confirmed by mail. */
export type SentRfq = { id: string; state: RfqState; email: string; refused: RefusedFile[] };

/** Sends an RFQ. The same form again sends nothing again, and its files are the same files. */
export async function sendRfq(deps: Deps, actor: Actor, sent: FormData): Promise<Result<SentRfq>> {
  const id = String(sent.get('id') ?? '');
  // Said to have worked, so that a machine does not try another way.
  if (sent.get('website')) return ok({ id, state: 'unconfirmed', email: '', refused: [] });
  const read = readRfq(sent, deps.locale);
  if (!read.ok) return read;
  const { form, files } = read.value;
  if (!actor && !form.name) return fail('invalid_input', { name: 'required' });
  if (!actor && !form.email) return fail('invalid_input', { email: 'required' });
  const spent = await spend(deps, actor, form.email);
  if (!spent.ok) return spent;
  const prepared = await prepareFiles(deps, `rfq ${id}`, files);
  if (!prepared.ok) return prepared;
  const record = { ...read.value.record, locale: deps.locale, files: prepared.value.ready };
  const state = await write(deps, actor, { ...read.value, record });
  if (!state.ok) return state;
  return ok({ id, state: state.value, email: form.email, refused: prepared.value.refused });
}

async function spend(deps: Deps, actor: Actor, email: string): Promise<Result<void>> {
  const byAddress = await deps.limit(`address ${deps.address}`, LIMITS.rfq);
  if (!byAddress.ok) return byAddress;
  return deps.limit(actor ? `account ${actor.id}` : `mail ${email}`, LIMITS.rfq);
}

async function write(
  deps: Deps,
  actor: Actor,
  { form, record }: ReadRfq,
): Promise<Result<RfqState>> {
  const p_rfq = record as never;
  if (actor) {
    const buyer = form.buyer ? { p_buyer: form.buyer } : {};
    return settle(await deps.db.rpc('send_rfq', { p_id: form.id, p_rfq, ...buyer }), deps);
  }
  const service = serviceClient('a visitor without an account sends an RFQ: nobody is signed in');
  const args = { p_id: form.id, p_rfq, p_name: form.name, p_email: form.email };
  return settle(await service.rpc('send_visitor_rfq', args), deps);
}

/** Redeems the link of the confirmation mail; answers the visitor's key to the RFQ. */
export async function confirmRfq(
  deps: Deps,
  _actor: Actor,
  input: { token: string },
): Promise<Result<{ id: string; key: string }>> {
  const answer = settle(await deps.db.rpc('confirm_rfq', { p_token: input.token }), deps);
  if (!answer.ok) return answer;
  const { rfqId, key } = answer.value as { rfqId: string; key: string };
  return ok({ id: rfqId, key });
}

export async function closeRfq(
  deps: Deps,
  actor: Actor,
  input: { rfq: string; key?: string | undefined },
): Promise<Result<{ id: string }>> {
  if (!actor && !input.key) return fail('not_signed_in');
  const key = input.key ? { p_key: input.key } : {};
  const done = settle(await deps.db.rpc('close_rfq', { p_rfq: input.rfq, ...key }), deps);
  return done.ok ? ok({ id: input.rfq }) : done;
}

/** The operator's two answers to an RFQ that was held. */
export async function releaseRfq(
  deps: Deps,
  _actor: SessionUser,
  input: { rfq: string },
): Promise<Result<{ id: string }>> {
  const done = settle(await deps.db.rpc('release_rfq', { p_rfq: input.rfq }), deps);
  return done.ok ? ok({ id: input.rfq }) : done;
}

export async function refuseRfq(
  deps: Deps,
  _actor: SessionUser,
  input: { rfq: string; reason: string },
): Promise<Result<{ id: string }>> {
  const args = { p_rfq: input.rfq, p_reason: input.reason };
  const done = settle(await deps.db.rpc('refuse_rfq', args), deps);
  return done.ok ? ok({ id: input.rfq }) : done;
}
