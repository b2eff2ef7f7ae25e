import { fail, ok, type Result } from '#src/domain/result.ts';
import type { SessionUser } from '#src/server/auth/identity.ts';
import { settle } from '#src/server/db/failure.ts';
import type { Actor, Deps } from '#src/server/http/deps.ts';
import { LIMITS } from '#src/server/http/limit.ts';
import type { Json } from '#src/server/db/types.gen.ts';
import { readCounter } from './counter.ts';
import { fieldsOf } from './fields.ts';
import { readQuoteForm } from './parse.ts';
import { readQuote } from './queries.ts';
import type { CounterForm, QuoteForm } from './schema.ts';

type Done = { done: true };
const DONE: Done = { done: true };

/** Saves the producer's draft whole; `then` says where its author wants to go next. */
export async function saveQuote(
  deps: Deps,
  _actor: SessionUser,
  form: QuoteForm,
): Promise<Result<{ id: string; then: 'save' | 'preview' }>> {
  const read = readQuoteForm(fieldsOf(formReader(form)), deps.locale);
  if (!read.ok) return read;
  const saved = settle(
    await deps.db.rpc('save_quote_draft', {
      p_id: form.id,
      p_inquiry: form.inquiry,
      p_draft: read.value as Json,
    }),
    deps,
  );
  return saved.ok ? ok({ id: form.id, then: form.then }) : saved;
}

/** The checked form, read like one that a browser holds. */
function formReader(form: QuoteForm) {
  const values = form as unknown as Record<string, string | number | string[] | undefined>;
  return {
    one: (name: string) => String(values[name] ?? ''),
    all: (name: string) => (Array.isArray(values[name]) ? values[name] : []),
  };
}

/** Sends the draft as it is kept; answers the version's number. */
export async function sendQuote(
  deps: Deps,
  _actor: SessionUser,
  input: { quote: string },
): Promise<Result<{ version: number }>> {
  const sent = settle(await deps.db.rpc('send_quote', { p_quote: input.quote }), deps);
  return sent.ok ? ok({ version: sent.value }) : sent;
}

export async function discardDraft(
  deps: Deps,
  _actor: SessionUser,
  input: { quote: string },
): Promise<Result<Done>> {
  const { error } = await deps.db.rpc('discard_quote_draft', { p_quote: input.quote });
  return finished(error, deps);
}

export async function withdrawQuote(
  deps: Deps,
  _actor: SessionUser,
  input: { quote: string; reason: string },
): Promise<Result<Done>> {
  const { error } = await deps.db.rpc('withdraw_quote', {
    p_quote: input.quote,
    p_reason: input.reason,
  });
  return finished(error, deps);
}

/** A visitor's key stands in for a session; a stranger's guesses at keys are counted. */
export async function declineQuote(
  deps: Deps,
  actor: Actor,
  input: { quote: string; reason: string; key?: string | undefined },
): Promise<Result<Done>> {
  const allowed = await letIn(deps, actor, input.key);
  if (!allowed.ok) return allowed;
  const { error } = await deps.db.rpc('decline_quote', {
    p_quote: input.quote,
    p_reason: input.reason,
    ...(input.key ? { p_key: input.key } : {}),
  });
  return finished(error, deps);
}

export async function requestChange(
  deps: Deps,
  actor: Actor,
  input: { quote: string; message: string; body: string; key?: string | undefined },
): Promise<Result<Done>> {
  const allowed = await letIn(deps, actor, input.key);
  if (!allowed.ok) return allowed;
  const { error } = await deps.db.rpc('request_quote_change', {
    p_quote: input.quote,
    p_message: input.message,
    p_body: input.body,
    ...(input.key ? { p_key: input.key } : {}),
  });
  return finished(error, deps);
}

async function letIn(deps: Deps, actor: Actor, key: string | undefined): Promise<Result<void>> {
  if (!actor && !key) return fail('not_signed_in');
  return deps.limit(`address ${deps.address}`, { ...LIMITS.inquiry, count: 60 });
}

/** The buyer's own version on the lines of the producer's. */
export async function counterQuote(
  deps: Deps,
  _actor: SessionUser,
  form: CounterForm,
): Promise<Result<{ version: number }>> {
  const thread = await readQuote(deps.db, form.quote);
  const quote = thread?.quotes.find(({ id }) => id === form.quote);
  if (!quote) return fail('not_found');
  const read = readCounter(form, quote, deps.locale);
  if (!read.ok) return read;
  const sent = settle(
    await deps.db.rpc('counter_quote', {
      p_id: form.id,
      p_quote: form.quote,
      p_counter: read.value as Json,
      ...(form.buyer ? { p_buyer: form.buyer } : {}),
    }),
    deps,
  );
  return sent.ok ? ok({ version: sent.value }) : sent;
}

/** Makes the order. The same id again answers the same order. */
export async function acceptQuote(
  deps: Deps,
  _actor: SessionUser,
  input: { quote: string; order: string; buyer?: string | undefined; agreed: boolean },
): Promise<Result<{ order: string }>> {
  if (!input.agreed) return fail('invalid_input', { agreed: 'required' });
  const made = settle(
    await deps.db.rpc('accept_quote', {
      p_quote: input.quote,
      p_order: input.order,
      ...(input.buyer ? { p_buyer: input.buyer } : {}),
    }),
    deps,
  );
  return made.ok ? ok({ order: made.value }) : made;
}

/** Brings what a person asked before they had an account into it, by their confirmed address. */
export async function claimInquiries(deps: Pick<Deps, 'db'>): Promise<number> {
  const { data } = await deps.db.rpc('claim_my_inquiries');
  return data ?? 0;
}

function finished(error: { message: string; code?: string } | null, deps: Deps): Result<Done> {
  const settled = settle(error ? { data: null, error } : { data: true, error: null }, deps);
  return settled.ok ? ok(DONE) : settled;
}
