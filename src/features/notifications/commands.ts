import { NOTICE_GROUPS, type NoticeGroup } from '#src/domain/notices.ts';
import { fail, ok, type Result } from '#src/domain/result.ts';
import type { SessionUser } from '#src/server/auth/identity.ts';
import { serviceClient } from '#src/server/db/client.ts';
import { settle } from '#src/server/db/failure.ts';
import { env } from '#src/server/env.ts';
import type { Deps } from '#src/server/http/deps.ts';
import { readUnsubscribeToken, type Unsubscription } from '#src/server/mail/unsubscribe-token.ts';
import { mayBeEndpoint } from '#src/server/push/endpoint.ts';
import type { Subscription, Wishes } from './schema.ts';

type Done = Result<{ done: true }>;
const done = (result: Result<unknown>): Done => (result.ok ? ok({ done: true }) : result);

export async function readNotices(
  deps: Deps,
  _actor: SessionUser,
  input: { id?: string | undefined; until?: string | undefined },
): Promise<Done> {
  const which = input.id ? { p_ids: [input.id] } : input.until ? { p_until: input.until } : {};
  return done(settle(await deps.db.rpc('read_notifications', which), deps));
}

export async function saveWishes(deps: Deps, _actor: SessionUser, input: Wishes): Promise<Done> {
  const half = (input.quietFrom === undefined) !== (input.quietTo === undefined);
  if (half || (input.quietFrom !== undefined && input.quietFrom === input.quietTo))
    return fail('invalid_input', { quietTo: 'required' });
  const wish = (group: NoticeGroup) => ({
    mail: input[`mail_${group}`],
    push: input[`push_${group}`],
    sms: input[`sms_${group}`],
  });
  const saved = await deps.db.rpc('save_notification_wishes', {
    p_groups: Object.fromEntries(NOTICE_GROUPS.map((group) => [group, wish(group)])),
    // Null, not left out: PostgREST finds a function by the names of all its arguments.
    p_zone: (input.zone || null) as string,
    p_quiet_from: (input.quietFrom ?? null) as number,
    p_quiet_to: (input.quietTo ?? null) as number,
  });
  return done(settle(saved, deps));
}

export async function askPhoneCode(
  deps: Deps,
  _actor: SessionUser,
  input: { phone: string },
): Promise<Done> {
  return done(settle(await deps.db.rpc('ask_phone_code', { p_phone: input.phone }), deps));
}

export async function confirmPhone(
  deps: Deps,
  _actor: SessionUser,
  input: { code: string },
): Promise<Done> {
  const right = settle(await deps.db.rpc('confirm_phone', { p_code: input.code }), deps);
  if (!right.ok) return right;
  return right.value ? ok({ done: true }) : fail('phone_code_wrong', { code: 'phone_code_wrong' });
}

export async function removePhone(deps: Deps): Promise<Done> {
  return done(settle(await deps.db.rpc('remove_phone'), deps));
}

/** The endpoint is an address that we shall connect to: only the world's, never our own network's. */
export async function addBrowser(
  deps: Deps,
  _actor: SessionUser,
  input: Subscription,
): Promise<Done> {
  if (!mayBeEndpoint(input.endpoint, env().pushAllowsPrivate)) return fail('invalid_input');
  const added = await deps.db.rpc('add_push_subscription', {
    p_endpoint: input.endpoint,
    p_p256dh: input.p256dh,
    p_auth: input.auth,
    p_device: input.device,
  });
  return done(settle(added, deps));
}

export async function removeBrowser(
  deps: Deps,
  _actor: SessionUser,
  input: { id?: string | undefined; endpoint?: string | undefined },
): Promise<Done> {
  const which = input.id ? { p_id: input.id } : { p_endpoint: input.endpoint ?? '' };
  return done(settle(await deps.db.rpc('remove_push_subscription', which), deps));
}

/** What a link would stop; null when it is not one of ours. */
export function unsubscriptionOf(token: string): Unsubscription | null {
  return readUnsubscribeToken(token, env().unsubscribeSecret);
}

/** Stops what the link says. Whoever holds it may: it was sent to them alone. Twice does no more than once. */
export async function unsubscribe(
  deps: Pick<Deps, 'log' | 'requestId'>,
  { who, group }: Unsubscription,
): Promise<Done> {
  const service = serviceClient('a link in a mail acts for whom it was sent to, signed in or not');
  const stopped = await service.rpc('unsubscribe', {
    p_user: ('user' in who ? who.user : null) as string,
    p_address_hash: ('addressHash' in who ? who.addressHash : null) as string,
    p_group: group,
  });
  return done(settle(stopped, deps));
}
