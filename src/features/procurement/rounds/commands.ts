import type { z } from 'zod';
import { ok, type Result } from '#src/domain/result.ts';
import type { SessionUser } from '#src/server/auth/identity.ts';
import { settle } from '#src/server/db/failure.ts';
import type { Deps } from '#src/server/http/deps.ts';
import { readLot } from './read-lot.ts';
import {
  weightsOf,
  type cloneInput,
  type extendInput,
  type LotForm,
  type lotMoveInput,
  type lotRefInput,
  type pickWishesInput,
  type reasonInput,
  type RoundForm,
  type roundRefInput,
  type startInput,
  type templateInput,
  type templateRefInput,
} from './schema.ts';

/** What was done to which round: where the page leads next. */
export type RoundDone = { round: string };
type Actor = SessionUser;
type Of<S extends z.ZodType> = z.infer<S>;

function done(round: string, result: Result<unknown>): Result<RoundDone> {
  return result.ok ? ok({ round }) : result;
}

/** A per cent as typed, in hundredths of a per cent. */
const bp = (percent: number | null | undefined, otherwise = 0) => (percent ?? otherwise) * 100;

/** Makes a draft, or changes it. */
export async function saveRound(deps: Deps, _: Actor, form: RoundForm): Promise<Result<RoundDone>> {
  const [price, lead, quality] = weightsOf(form);
  const { id, cluster, deposit, matchTolerance, weightPrice, weightLead, weightQuality, ...plain } =
    form;
  const round = {
    ...plain,
    minimumBids: form.minimumBids ?? 1,
    standstillDays: form.standstillDays ?? 0,
    depositBp: bp(deposit),
    matchToleranceBp: bp(matchTolerance, 2),
    weightPriceBp: price * 100,
    weightLeadBp: lead * 100,
    weightQualityBp: quality * 100,
  };
  const args = { p_id: id, p_cluster: cluster, p_round: round };
  return done(id, settle(await deps.db.rpc('save_round', args), deps));
}

export async function saveLot(
  deps: Deps,
  _: Actor,
  form: LotForm,
): Promise<Result<RoundDone & { lot: string }>> {
  const lot = readLot(form, deps.locale);
  if (!lot.ok) return lot;
  const args = { p_id: form.id, p_round: form.round, p_lot: lot.value as never };
  const saved = settle(await deps.db.rpc('save_lot', args), deps);
  return saved.ok ? ok({ round: form.round, lot: form.id }) : saved;
}

export async function removeLot(
  deps: Deps,
  _: Actor,
  { lot }: Of<typeof lotRefInput>,
): Promise<Result<unknown>> {
  return settle(await deps.db.rpc('remove_lot', { p_lot: lot }), deps);
}

export async function moveLot(
  deps: Deps,
  _: Actor,
  { lot, up }: Of<typeof lotMoveInput>,
): Promise<Result<unknown>> {
  return settle(await deps.db.rpc('move_lot', { p_lot: lot, p_up: up }), deps);
}

/** A picture of the cluster that was just uploaded, shown with a lot. */
export async function showLotPhoto(
  deps: Deps,
  lot: string,
  media: string,
): Promise<Result<unknown>> {
  return settle(await deps.db.rpc('set_lot_media', { p_lot: lot, p_media: media }), deps);
}

export async function removeLotPhoto(
  deps: Deps,
  _: Actor,
  { lot }: Of<typeof lotRefInput>,
): Promise<Result<unknown>> {
  return settle(await deps.db.rpc('set_lot_media', { p_lot: lot }), deps);
}

export async function openPledging(
  deps: Deps,
  _: Actor,
  { round }: Of<typeof roundRefInput>,
): Promise<Result<RoundDone>> {
  return done(round, settle(await deps.db.rpc('open_pledging', { p_round: round }), deps));
}

export async function closePledging(
  deps: Deps,
  _: Actor,
  { round, reason }: Of<typeof reasonInput>,
): Promise<Result<RoundDone>> {
  const args = { p_round: round, p_reason: reason };
  return done(round, settle(await deps.db.rpc('close_pledging', args), deps));
}

export async function extendRound(
  deps: Deps,
  _: Actor,
  form: Of<typeof extendInput>,
): Promise<Result<RoundDone>> {
  const args = {
    p_round: form.round,
    p_pledges_close: form.pledgesClose ?? '',
    p_bids_close: form.bidsClose ?? '',
    p_reason: form.reason,
  };
  return done(form.round, settle(await deps.db.rpc('extend_round', args), deps));
}

export async function cancelRound(
  deps: Deps,
  _: Actor,
  { round, reason }: Of<typeof reasonInput>,
): Promise<Result<RoundDone>> {
  const args = { p_round: round, p_reason: reason };
  return done(round, settle(await deps.db.rpc('cancel_round', args), deps));
}

export async function cloneRound(
  deps: Deps,
  _: Actor,
  { id, round }: Of<typeof cloneInput>,
): Promise<Result<RoundDone>> {
  return done(id, settle(await deps.db.rpc('clone_round', { p_id: id, p_from: round }), deps));
}

export async function saveTemplate(
  deps: Deps,
  _: Actor,
  { id, round, name }: Of<typeof templateInput>,
): Promise<Result<RoundDone>> {
  const args = { p_id: id, p_round: round, p_name: name };
  return done(round, settle(await deps.db.rpc('save_template', args), deps));
}

export async function startFromTemplate(
  deps: Deps,
  _: Actor,
  { id, template }: Of<typeof startInput>,
): Promise<Result<RoundDone>> {
  const args = { p_id: id, p_template: template };
  return done(id, settle(await deps.db.rpc('start_from_template', args), deps));
}

export async function deleteTemplate(
  deps: Deps,
  _: Actor,
  { template }: Of<typeof templateRefInput>,
): Promise<Result<unknown>> {
  return settle(await deps.db.rpc('delete_template', { p_template: template }), deps);
}

/** Open wishes become lots of a draft; the same thing wished twice is one lot. */
export async function lotsFromWishes(
  deps: Deps,
  _: Actor,
  { round, wishes }: Of<typeof pickWishesInput>,
): Promise<Result<RoundDone>> {
  const args = { p_round: round, p_wishes: wishes };
  return done(round, settle(await deps.db.rpc('lots_from_wishes', args), deps));
}
