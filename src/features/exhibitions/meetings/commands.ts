import type { z } from 'zod';
import { ok, type Result } from '#src/domain/result.ts';
import type { SessionUser } from '#src/server/auth/identity.ts';
import { serviceClient } from '#src/server/db/client.ts';
import { settle, settleDone, type Done } from '#src/server/db/failure.ts';
import type { Actor, Deps } from '#src/server/http/deps.ts';
import { LIMITS } from '#src/server/http/limit.ts';
import type { Booking, callOffInput, planInput, removeInput } from './schema.ts';

/** Offers times; answers how many are new. */
export async function offerTimes(
  deps: Deps,
  _: SessionUser,
  { booth, ...plan }: z.infer<typeof planInput>,
): Promise<Result<{ made: number }>> {
  const made = settle(
    await deps.db.rpc('make_meeting_slots', { p_booth: booth, p_plan: plan }),
    deps,
  );
  return made.ok ? ok({ made: made.value }) : made;
}

/** Takes free times back; answers how many went. */
export async function removeTimes(
  deps: Deps,
  _: SessionUser,
  { booth, slot }: z.infer<typeof removeInput>,
): Promise<Result<{ removed: number }>> {
  const args = { p_booth: booth, p_slots: slot };
  const removed = settle(await deps.db.rpc('remove_meeting_slots', args), deps);
  return removed.ok ? ok({ removed: removed.value }) : removed;
}

/** The booth cannot keep a meeting. */
export async function callOff(
  deps: Deps,
  _: SessionUser,
  { meeting, reason, withdraw }: z.infer<typeof callOffInput>,
): Promise<Result<Done>> {
  const args = { p_meeting: meeting, p_reason: reason, p_withdraw: withdraw };
  return settleDone(await deps.db.rpc('call_off_meeting', args), deps);
}

/** Books a time, for anybody. The same form again is the same booking. */
export async function bookMeeting(
  deps: Deps,
  actor: Actor,
  input: Booking,
): Promise<Result<{ meeting: string; key: string }>> {
  const { id, key, slot, name, company, email, note, zone, website } = input;
  // Said to have worked, so that a machine does not try another way.
  if (website) return ok({ meeting: id, key });
  const spent = await deps.limit(`address ${deps.address}`, LIMITS.meeting);
  if (!spent.ok) return spent;
  const mailed = await deps.limit(`mail ${email}`, LIMITS.meeting);
  if (!mailed.ok) return mailed;
  const service = serviceClient('a visitor books a meeting: mostly nobody is signed in');
  const booked = settle(
    await service.rpc('book_meeting', {
      p_id: id,
      p_slot: slot,
      p_key: key,
      p_meeting: { name, company, email, note, zone, locale: deps.locale },
      // Null, not left out: PostgREST finds a function by the names of all its arguments.
      p_user: (actor?.id ?? null) as string,
    }),
    deps,
  );
  return booked.ok ? ok({ meeting: booked.value, key }) : booked;
}

/** The visitor cannot come. */
export function cancelMeeting(keyOf: (id: string) => string | undefined) {
  return async (
    deps: Deps,
    _: Actor,
    { id, reason }: { id: string; reason: string },
  ): Promise<Result<Done>> => {
    const spent = await deps.limit(`address ${deps.address}`, LIMITS.meeting);
    if (!spent.ok) return spent;
    const key = keyOf(id);
    const args = { p_id: id, p_reason: reason, ...(key ? { p_key: key } : {}) };
    return settleDone(await deps.db.rpc('cancel_meeting', args), deps);
  };
}
