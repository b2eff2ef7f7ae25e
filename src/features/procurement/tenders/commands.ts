import type { z } from 'zod';
import { fail, ok, type Result } from '#src/domain/result.ts';
import type { SessionUser } from '#src/server/auth/identity.ts';
import { serviceClient } from '#src/server/db/client.ts';
import { settle } from '#src/server/db/failure.ts';
import { prepareFiles, type RefusedFile } from '#src/server/files/prepare.ts';
import type { Actor, Deps } from '#src/server/http/deps.ts';
import { LIMITS } from '#src/server/http/limit.ts';
import { readTender } from './queries.ts';
import { readBid } from './read-bid.ts';
import type { AskTender, BidForm, claimInput, StepForm } from './schema.ts';

type Key = string | null | undefined;
const keyed = (key: Key) => (key ? { p_key: key } : {});

/** Reading a tender costs a search over keys: strangers get a budget. */
async function mayTry(deps: Deps, actor: Actor): Promise<Result<void>> {
  const who = actor ? `account ${actor.id}` : `address ${deps.address}`;
  return deps.limit(who, { ...LIMITS.inquiry, name: 'tender', count: 200 });
}

export type SavedBid = { next: 'draft' | 'review'; refused: RefusedFile[] };

/** Keeps the draft of a bid with its papers. Papers that are not taken are named; the rest is kept. */
export async function saveBid(deps: Deps, actor: Actor, form: BidForm): Promise<Result<SavedBid>> {
  const spent = await mayTry(deps, actor);
  if (!spent.ok) return spent;
  const tender = await readTender(deps.db, form.slug, form.key ?? undefined);
  if (!tender) return fail('not_found');
  const bid = readBid(form, tender.lots, deps.locale);
  if (!bid.ok) return bid;
  const args = { p_round: tender.round.id, p_input: bid.value as never, ...keyed(form.key) };
  const saved = settle(await deps.db.rpc('save_bid', args), deps);
  if (!saved.ok) return saved;
  const refused = await addPapers(deps, saved.value, form);
  return refused.ok ? ok({ next: form.next, refused: refused.value }) : refused;
}

async function addPapers(deps: Deps, bid: string, form: BidForm): Promise<Result<RefusedFile[]>> {
  const files = form.files.filter((file) => file.size > 0);
  if (files.length === 0) return ok([]);
  const prepared = await prepareFiles(deps, `bid ${bid}`, files);
  if (!prepared.ok) return prepared;
  const { ready, refused } = prepared.value;
  const room = { p_room: 'bid' as const, p_room_id: bid, p_files: ready, ...keyed(form.key) };
  const added = settle(await deps.db.rpc('add_files', room), deps);
  return added.ok ? ok(refused) : added;
}

const STEPS: Record<StepForm['what'], (deps: Deps, form: StepForm) => Promise<Result<unknown>>> = {
  file: async (deps, { round, id, key }) =>
    settle(await deps.db.rpc('submit_bid', { p_round: round, p_bid: id!, ...keyed(key) }), deps),
  withdraw: async (deps, { round, id, key }) =>
    settle(await deps.db.rpc('withdraw_bid', { p_round: round, p_bid: id!, ...keyed(key) }), deps),
  remove: async (deps, { id, key }) =>
    settle(await deps.db.rpc('remove_bid_file', { p_file: id!, ...keyed(key) }), deps),
  ask: async (deps, { round, id, key, lot, words }) => {
    if (words.length < 3) return fail('invalid_input', { words: 'too_short' });
    const args = { p_form: id!, p_round: round, p_question: words, ...(lot && { p_lot: lot }) };
    return settle(await deps.db.rpc('ask_question', { ...args, ...keyed(key) }), deps);
  },
  decline: async (deps, { round, words, key }) =>
    settle(
      await deps.db.rpc('decline_tender', { p_round: round, p_reason: words, ...keyed(key) }),
      deps,
    ),
  again: async (deps, { slug, key }) =>
    settle(
      await deps.db.rpc('confirm_tender', { p_slug: slug, p_again: true, ...keyed(key) }),
      deps,
    ),
};
const NAMELESS: ReadonlySet<StepForm['what']> = new Set(['decline', 'again']);

/** Files the draft, withdraws what was filed, takes a paper out, asks, declines, or takes part after all. */
export async function takeStep(
  deps: Deps,
  actor: Actor,
  form: StepForm,
): Promise<Result<{ what: StepForm['what'] }>> {
  const spent = await mayTry(deps, actor);
  if (!spent.ok) return spent;
  if (!form.id && !NAMELESS.has(form.what)) return fail('not_found');
  const done = await STEPS[form.what](deps, form);
  return done.ok ? ok({ what: form.what }) : done;
}

/** A stranger asks for a link. The answer is the same whether the address is known or not. */
export async function askForTender(
  deps: Deps,
  _actor: Actor,
  form: AskTender,
): Promise<Result<{ asked: true }>> {
  if (form.website) return ok({ asked: true });
  const spent = await deps.limit(`address ${deps.address}`, LIMITS.inquiry);
  if (!spent.ok) return spent;
  const mails = await deps.limit(`mail ${form.email}`, LIMITS.mailLink);
  if (!mails.ok) return mails;
  const service = serviceClient(
    'a supplier without an account asks for a link: nobody is signed in',
  );
  const { slug, name, country, email, locale } = form;
  const args = { p_slug: slug, p_name: name, p_country: country, p_email: email, p_locale: locale };
  const asked = settle(await service.rpc('ask_for_tender', args), deps);
  return asked.ok ? ok({ asked: true }) : asked;
}

/** Puts the supplier of a link into the account of the person who holds it. */
export async function claimSupplier(
  deps: Deps,
  _actor: SessionUser,
  { slug, key }: z.infer<typeof claimInput>,
): Promise<Result<{ done: true }>> {
  const args = { p_slug: slug, p_key: key ?? '' };
  const done = settle(await deps.db.rpc('claim_supplier', args), deps);
  return done.ok ? ok({ done: true }) : done;
}
