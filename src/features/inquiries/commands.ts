import { fail, ok, type Result } from '#src/domain/result.ts';
import type { SessionUser } from '#src/server/auth/identity.ts';
import { serviceClient } from '#src/server/db/client.ts';
import { settle } from '#src/server/db/failure.ts';
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

export async function replyInquiry(
  deps: Deps,
  actor: Actor,
  input: Reply,
): Promise<Result<{ side: 'sent' }>> {
  if (!actor && !input.key) return fail('not_signed_in');
  const spent = await deps.limit(`address ${deps.address}`, { ...LIMITS.inquiry, count: 60 });
  if (!spent.ok) return spent;
  const sent = settle(
    await deps.db.rpc('reply_inquiry', {
      p_inquiry: input.inquiry,
      p_id: input.id,
      p_body: input.body,
      ...(input.key ? { p_key: input.key } : {}),
    }),
    deps,
  );
  return sent.ok ? ok({ side: 'sent' }) : sent;
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
