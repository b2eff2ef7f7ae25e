import { fail, ok, type Result } from '#src/domain/result.ts';
import type { SessionUser } from '#src/server/auth/identity.ts';
import { serviceClient } from '#src/server/db/client.ts';
import { settle } from '#src/server/db/failure.ts';
import { prepareFiles, type RefusedFile } from '#src/server/files/prepare.ts';
import type { Actor, Deps } from '#src/server/http/deps.ts';
import { LIMITS } from '#src/server/http/limit.ts';
import type { Move, NewInquiry, Reply } from './schema.ts';

/** `confirm`: a visitor's inquiry waits until the address is confirmed by mail. */
export type Sent = { id: string; confirm: boolean };

/** Asks the maker of a product. Sending the same id again asks once. */
export async function sendInquiry(
  deps: Deps,
  actor: Actor,
  input: NewInquiry,
): Promise<Result<Sent>> {
  // Said to have worked, so that a machine does not try another way.
  if (input.website) return ok({ id: input.id, confirm: true });
  const spent = await deps.limit(`address ${deps.address}`, LIMITS.inquiry);
  if (!spent.ok) return spent;
  return actor ? sendAsUser(deps, input) : sendAsVisitor(deps, input);
}

const facts = (input: NewInquiry) => ({
  p_id: input.id,
  p_product: input.product,
  p_message: input.message,
  // Null, not left out: PostgREST finds a function by the names of all its arguments.
  p_quantity: (input.quantity ?? null) as number,
  p_needed_by: (input.neededBy ?? null) as string,
  p_country: input.country,
  p_organisation: input.organisation,
});

async function sendAsUser(deps: Deps, input: NewInquiry): Promise<Result<Sent>> {
  const sent = settle(
    await deps.db.rpc('send_inquiry', {
      ...facts(input),
      p_locale: deps.locale,
      ...(input.buyer ? { p_buyer: input.buyer } : {}),
    }),
    deps,
  );
  return sent.ok ? ok({ id: sent.value, confirm: false }) : sent;
}

async function sendAsVisitor(deps: Deps, input: NewInquiry): Promise<Result<Sent>> {
  if (!input.name) return fail('invalid_input', { name: 'required' });
  if (!input.email) return fail('invalid_input', { email: 'required' });
  const spent = await deps.limit(`mail ${input.email}`, LIMITS.inquiry);
  if (!spent.ok) return spent;
  const service = serviceClient('a visitor without an account asks: nobody is signed in');
  const sent = settle(
    await service.rpc('send_visitor_inquiry', {
      ...facts(input),
      p_name: input.name,
      p_email: input.email,
      p_locale: deps.locale,
    }),
    deps,
  );
  return sent.ok ? ok({ id: sent.value, confirm: true }) : sent;
}

/** Redeems the link of the confirmation mail; answers the visitor's key to the thread. */
export async function confirmInquiry(
  deps: Deps,
  _actor: Actor,
  input: { token: string },
): Promise<Result<{ id: string; key: string }>> {
  const answer = settle(await deps.db.rpc('confirm_inquiry', { p_token: input.token }), deps);
  if (!answer.ok) return answer;
  const { inquiryId, key } = answer.value as { inquiryId: string; key: string };
  return ok({ id: inquiryId, key });
}

/** A message with its files. Files that are not taken are named; when none is, nothing is sent and the words are kept. */
export async function replyInquiry(
  deps: Deps,
  actor: Actor,
  input: Reply,
): Promise<Result<{ refused: RefusedFile[] }>> {
  if (!actor && !input.key) return fail('not_signed_in');
  const spent = await deps.limit(`address ${deps.address}`, { ...LIMITS.inquiry, count: 60 });
  if (!spent.ok) return spent;
  const key = input.key ? { p_key: input.key } : {};
  const room = { p_room: 'inquiry' as const, p_room_id: input.inquiry, p_files: [], ...key };
  // Asked before any file is opened: strangers get no work out of us.
  const allowed = input.files.some((file) => file.size > 0)
    ? settle(await deps.db.rpc('add_files', room), deps)
    : ok(undefined);
  if (!allowed.ok) return allowed;
  const prepared = await prepareFiles(deps, `message ${input.id}`, input.files);
  if (!prepared.ok) return prepared;
  const { ready, refused } = prepared.value;
  const sent = settle(
    await deps.db.rpc('reply_inquiry', {
      p_inquiry: input.inquiry,
      p_id: input.id,
      p_body: input.body,
      p_files: ready,
      ...key,
    }),
    deps,
  );
  return sent.ok ? ok({ refused }) : sent;
}

/** The producer's side gives its own number, as a message of the conversation. */
export async function offerWhatsapp(
  deps: Deps,
  _actor: SessionUser,
  input: { inquiry: string; id: string },
): Promise<Result<{ sent: true }>> {
  const args = { p_inquiry: input.inquiry, p_id: input.id };
  const sent = settle(await deps.db.rpc('offer_whatsapp', args), deps);
  return sent.ok ? ok({ sent: true }) : sent;
}

/** The producer hears nothing more of this sender, who is not told. */
export async function blockSender(
  deps: Deps,
  _actor: SessionUser,
  input: { inquiry: string; reason: string },
): Promise<Result<{ blocked: true }>> {
  const args = { p_inquiry: input.inquiry, p_reason: input.reason };
  const done = settle(await deps.db.rpc('block_sender', args), deps);
  return done.ok ? ok({ blocked: true }) : done;
}

export async function unblockSender(
  deps: Deps,
  _actor: SessionUser,
  input: { block: string },
): Promise<Result<{ unblocked: true }>> {
  const done = settle(await deps.db.rpc('unblock_sender', { p_block: input.block }), deps);
  return done.ok ? ok({ unblocked: true }) : done;
}

/** Declines (maker), closes or reopens (either side). */
export async function moveInquiry(
  deps: Deps,
  _actor: SessionUser,
  input: Move,
): Promise<Result<{ state: string }>> {
  const moved = settle(
    await deps.db.rpc('move_inquiry', {
      p_inquiry: input.inquiry,
      p_action: input.action,
      p_reason: input.reason,
    }),
    deps,
  );
  return moved.ok ? ok({ state: moved.value }) : moved;
}
