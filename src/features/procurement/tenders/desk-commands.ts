import type { z } from 'zod';
import { fail, ok, type Result } from '#src/domain/result.ts';
import type { SessionUser } from '#src/server/auth/identity.ts';
import { settle } from '#src/server/db/failure.ts';
import type { Deps } from '#src/server/http/deps.ts';
import { tenderDesk } from './desk-queries.ts';
import type {
  amendInput,
  answerInput,
  inviteInput,
  inviteNewInput,
  joinInput,
  ownSupplierInput,
  placeRefInput,
} from './schema.ts';

type Done = Result<{ done: true }>;
const done = (answer: Result<unknown>): Done => (answer.ok ? ok({ done: true }) : answer);

/** Puts suppliers of the directory on the list, each in its own language. */
export async function inviteSuppliers(
  deps: Deps,
  _actor: SessionUser,
  { round, suppliers }: z.infer<typeof inviteInput>,
): Promise<Done> {
  if (suppliers.length === 0) return fail('invalid_input', { suppliers: 'required' });
  const desk = await tenderDesk(deps.db, round);
  for (const { id, locale } of desk?.candidates ?? []) {
    if (!suppliers.includes(id)) continue;
    const args = { p_round: round, p_supplier: id, p_locale: locale };
    const invited = settle(await deps.db.rpc('invite_supplier', args), deps);
    if (!invited.ok) return invited;
  }
  return desk ? ok({ done: true }) : fail('not_found');
}

export async function inviteNewSupplier(
  deps: Deps,
  _actor: SessionUser,
  { id, round, ...supplier }: z.infer<typeof inviteNewInput>,
): Promise<Done> {
  const args = { p_id: id, p_round: round, p_supplier: supplier };
  return done(settle(await deps.db.rpc('invite_new_supplier', args), deps));
}

type Place = z.infer<typeof placeRefInput>;

export async function resendInvitation(
  deps: Deps,
  _: SessionUser,
  { place }: Place,
): Promise<Done> {
  return done(settle(await deps.db.rpc('resend_invitation', { p_place: place }), deps));
}

export async function uninviteSupplier(
  deps: Deps,
  _: SessionUser,
  { place }: Place,
): Promise<Done> {
  return done(settle(await deps.db.rpc('uninvite_supplier', { p_place: place }), deps));
}

export async function answerQuestion(
  deps: Deps,
  _actor: SessionUser,
  { question, answer }: z.infer<typeof answerInput>,
): Promise<Done> {
  const args = { p_question: question, p_answer: answer };
  return done(settle(await deps.db.rpc('answer_question', args), deps));
}

/** Only what differs from the tender as it stands is an amendment of it. */
export async function amendTender(
  deps: Deps,
  _actor: SessionUser,
  form: z.infer<typeof amendInput>,
): Promise<Done> {
  const desk = await tenderDesk(deps.db, form.round);
  if (!desk) return fail('not_found');
  const { round } = desk;
  const lots = desk.lots.flatMap(({ id, specification }) => {
    const typed = form.specification[form.lot.indexOf(id)]?.replaceAll('\r\n', '\n').trim() ?? '';
    return form.lot.includes(id) && typed !== specification ? [{ id, specification: typed }] : [];
  });
  const changes = {
    ...(form.deliveryPlace &&
      form.deliveryPlace !== round.deliveryPlace && { deliveryPlace: form.deliveryPlace }),
    ...(form.neededBy && form.neededBy !== round.neededBy && { neededBy: form.neededBy }),
    ...(lots.length > 0 && { lots }),
  };
  const args = { p_round: form.round, p_text: form.text, p_changes: changes };
  const later = form.bidsClose ? { p_bids_close: form.bidsClose.slice(0, 16) } : {};
  return done(settle(await deps.db.rpc('amend_round', { ...args, ...later }), deps));
}

export async function saveOwnSupplier(
  deps: Deps,
  _actor: SessionUser,
  { id, ...supplier }: z.infer<typeof ownSupplierInput>,
): Promise<Done> {
  const args = { p_id: id, p_supplier: supplier };
  return done(settle(await deps.db.rpc('save_own_supplier', args), deps));
}

export async function joinTender(
  deps: Deps,
  _actor: SessionUser,
  { slug, supplier }: z.infer<typeof joinInput>,
): Promise<Done> {
  const args = { p_slug: slug, p_supplier: supplier };
  return done(settle(await deps.db.rpc('join_tender', args), deps));
}
