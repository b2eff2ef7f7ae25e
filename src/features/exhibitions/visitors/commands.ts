import { fail, ok, type Result } from '#src/domain/result.ts';
import { formatDay } from '#src/i18n/formats.ts';
import { messages } from '#src/i18n/messages.ts';
import type { SessionUser } from '#src/server/auth/identity.ts';
import { serviceClient, type Db } from '#src/server/db/client.ts';
import { settle, settleDone, type Done } from '#src/server/db/failure.ts';
import type { Actor, Deps } from '#src/server/http/deps.ts';
import { LIMITS } from '#src/server/http/limit.ts';
import { cardPage } from './queries.ts';
import type { Answer, FollowUp, Moderate, NewCard, NewEntry, TakeBack } from './schema.ts';

/** `stored` false: it was no person, who is told that it worked. */
export type Left = { id: string; key: string; stored: boolean };

/** Leaves a card at booths of one exhibition. The same id and key again change nothing. */
export async function leaveCard(deps: Deps, actor: Actor, input: NewCard): Promise<Result<Left>> {
  const { id, key, website, booth, email, phone } = input;
  if (website) return ok({ id, key, stored: false });
  if (booth.length === 0) return fail('invalid_input', { booth: 'no_booth_chosen' });
  if (!email && !phone) return fail('invalid_input', { email: 'email_or_phone' });
  const spent = await deps.limit(`address ${deps.address}`, LIMITS.card);
  if (!spent.ok) return spent;
  // The sentence is written by us, not taken from the form: it is the proof of what was agreed to.
  const page = await cardPage(deps.db, {
    slug: input.exhibition,
    locale: deps.locale,
    key: undefined,
  });
  if (!page?.takes) return fail('not_found');
  const day = formatDay(page.retainedUntil, deps.locale);
  const { name, company, country, note } = input;
  const consent = messages(deps.locale).visitors.card.consent(day);
  const card = {
    id,
    key,
    name,
    company,
    email,
    phone,
    country,
    note,
    locale: deps.locale,
    consent,
  };
  const asked = { p_card: card, p_booths: booth };
  const left = settle(await writer(deps, actor).rpc('leave_card', asked), deps);
  return left.ok ? ok({ id, key, stored: true }) : left;
}

function writer(deps: Deps, actor: Actor): Db {
  return actor
    ? deps.db
    : serviceClient('a visitor without an account writes: nobody is signed in');
}

/** From one booth, or altogether. `gone`: whether nothing of the card is left. */
export async function takeBackCard(
  deps: Deps,
  _actor: Actor,
  { card, key, booth }: TakeBack,
): Promise<Result<{ card: string; gone: boolean }>> {
  const asked = { p_card: card, p_key: key ?? '', ...(booth ? { p_booth: booth } : {}) };
  const taken = settle(await deps.db.rpc('take_back_card', asked), deps);
  return taken.ok ? ok({ card, gone: taken.value }) : taken;
}

/** The booth's yes or no. With a yes the visitor is mailed the booth's contact. */
export async function answerCard(
  deps: Deps,
  _actor: SessionUser,
  { booth, card, answer }: Answer,
): Promise<Result<{ answer: Answer['answer'] }>> {
  const asked = { p_booth: booth, p_card: card, p_yes: answer === 'yes' };
  const done = settleDone(await deps.db.rpc('answer_card', asked), deps);
  return done.ok ? ok({ answer }) : done;
}

/** One mail from the booth to a shared card. */
export async function followUpCard(
  deps: Deps,
  _actor: SessionUser,
  { booth, card, message }: FollowUp,
): Promise<Result<Done>> {
  const asked = { p_booth: booth, p_card: card, p_message: message };
  return settleDone(await deps.db.rpc('follow_up_card', asked), deps);
}

/** It waits until a curator shows it. The same id again changes nothing. */
export async function signGuestBook(
  deps: Deps,
  actor: Actor,
  input: NewEntry,
): Promise<Result<Done>> {
  if (input.website) return ok({ done: true });
  const spent = await deps.limit(`address ${deps.address}`, LIMITS.guestBook);
  if (!spent.ok) return spent;
  const asked = {
    p_id: input.id,
    p_slug: input.exhibition,
    p_name: input.name,
    p_place: input.place,
    p_text: input.text,
    p_locale: deps.locale,
  };
  return settleDone(await writer(deps, actor).rpc('sign_guest_book', asked), deps);
}

export async function moderateGuestBook(
  deps: Deps,
  _actor: SessionUser,
  { entry, state }: Moderate,
): Promise<Result<Done>> {
  const asked = { p_entry: entry, p_state: state };
  return settleDone(await deps.db.rpc('moderate_guest_book', asked), deps);
}
