import { ok, type Result } from '#src/domain/result.ts';
import type { SessionUser } from '#src/server/auth/identity.ts';
import { serviceClient } from '#src/server/db/client.ts';
import { settle, settleDone, type Done } from '#src/server/db/failure.ts';
import type { Actor, Deps } from '#src/server/http/deps.ts';
import { LIMITS } from '#src/server/http/limit.ts';
import type { KioskRef, Pair, SaveKiosk } from './schema.ts';

/** A new kiosk, or what changed of one; the device hears of it within a minute. */
export async function saveKiosk(
  deps: Deps,
  _: SessionUser,
  { id, exhibition, name, locale, start, idleSeconds }: SaveKiosk,
): Promise<Result<Done>> {
  const kiosk = { name, locale, start: start ?? '', idleSeconds };
  const args = { p_id: id, p_exhibition: exhibition, p_kiosk: kiosk };
  return settleDone(await deps.db.rpc('save_kiosk', args), deps);
}

/** Seven signs to type on the device, this once. */
export async function makePairingCode(
  deps: Deps,
  _: SessionUser,
  { kiosk }: KioskRef,
): Promise<Result<{ kiosk: string; code: string }>> {
  const made = settle(await deps.db.rpc('make_pairing_code', { p_kiosk: kiosk }), deps);
  return made.ok ? ok({ kiosk, code: made.value }) : made;
}

export async function revokeKiosk(
  deps: Deps,
  _: SessionUser,
  { kiosk }: KioskRef,
): Promise<Result<Done>> {
  return settleDone(await deps.db.rpc('revoke_kiosk', { p_kiosk: kiosk }), deps);
}

/** The token for the device on which the code was typed. A code can be guessed by who may try for ever. */
export async function pairKiosk(
  deps: Deps,
  _: Actor,
  { code }: Pair,
): Promise<Result<{ token: string }>> {
  const spent = await deps.limit(`address ${deps.address}`, LIMITS.kioskPairing);
  if (!spent.ok) return spent;
  const service = serviceClient('pairing a kiosk: no person acts, and the door has a rate limit');
  const token = settle(await service.rpc('pair_kiosk', { p_code: code }), deps);
  return token.ok ? ok({ token: token.value }) : token;
}
