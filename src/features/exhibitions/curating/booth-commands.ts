import type { z } from 'zod';
import { ok, type Result } from '#src/domain/result.ts';
import type { SessionUser } from '#src/server/auth/identity.ts';
import { settle, settleDone, type Done } from '#src/server/db/failure.ts';
import type { Deps } from '#src/server/http/deps.ts';
import type * as input from './schema.ts';

type Actor = SessionUser;
type Of<S extends z.ZodType> = z.infer<S>;

export async function offerBooths(
  deps: Deps,
  _: Actor,
  form: Of<typeof input.offerInput>,
): Promise<Result<{ made: number }>> {
  const args = { p_exhibition: form.exhibition, p_hall: form.hall, p_producers: form.producers };
  const made = settle(await deps.db.rpc('offer_booths', args), deps);
  return made.ok ? ok({ made: made.value }) : made;
}

export async function offerAgain(
  deps: Deps,
  _: Actor,
  { booth }: Of<typeof input.boothRef>,
): Promise<Result<Done>> {
  return settleDone(await deps.db.rpc('offer_booth_again', { p_booth: booth }), deps);
}

export async function moveBooth(
  deps: Deps,
  _: Actor,
  { booth, hall }: Of<typeof input.boothMove>,
): Promise<Result<Done>> {
  return settleDone(await deps.db.rpc('move_booth', { p_booth: booth, p_hall: hall }), deps);
}

export async function withdrawBooth(
  deps: Deps,
  _: Actor,
  form: Of<typeof input.boothWithdraw>,
): Promise<Result<Done>> {
  const args = { p_booth: form.booth, p_reason: form.reason };
  return settleDone(await deps.db.rpc('withdraw_booth', args), deps);
}

export async function approveBooth(
  deps: Deps,
  _: Actor,
  { booth }: Of<typeof input.boothRef>,
): Promise<Result<Done>> {
  return settleDone(await deps.db.rpc('approve_booth', { p_booth: booth }), deps);
}

export async function handBackBooth(
  deps: Deps,
  _: Actor,
  form: Of<typeof input.boothReason>,
): Promise<Result<Done>> {
  const args = { p_booth: form.booth, p_note: form.reason };
  return settleDone(await deps.db.rpc('hand_back_booth', args), deps);
}
