import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { NOTICE_GROUPS, type NoticeGroup } from '#src/domain/notices.ts';

/** What a link stops: for an account its wishes, for somebody without one the address (as a hash, never in clear). */
export type Unsubscription = {
  who: { user: string } | { addressHash: string };
  group: NoticeGroup | 'digest';
};

const USER = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const HASH = /^[0-9a-f]{64}$/;
const GROUPS: readonly string[] = [...NOTICE_GROUPS, 'digest'];

/** SHA-256 of the lower-case address, as `private.mail_refusals` keeps it. */
export function addressHash(address: string): string {
  return createHash('sha256').update(address.toLowerCase()).digest('hex');
}

/** A link's secret part. It says everything itself and never runs out: a mail may be read years later. */
export function unsubscribeToken({ who, group }: Unsubscription, secret: string): string {
  const body = 'user' in who ? `u.${who.user}.${group}` : `a.${who.addressHash}.${group}`;
  return `${body}.${sign(body, secret)}`;
}

/** What a token stops; null when it was not made by us. */
export function readUnsubscribeToken(token: string, secret: string): Unsubscription | null {
  const [kind, id = '', group = '', signature = '', ...rest] = token.split('.');
  if (rest.length > 0 || !GROUPS.includes(group)) return null;
  if (!(kind === 'u' ? USER : HASH).test(id) || (kind !== 'u' && kind !== 'a')) return null;
  const wanted = Buffer.from(sign(`${kind}.${id}.${group}`, secret));
  const given = Buffer.from(signature);
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return null;
  return {
    who: kind === 'u' ? { user: id } : { addressHash: id },
    group: group as Unsubscription['group'],
  };
}

function sign(body: string, secret: string): string {
  return createHmac('sha256', secret).update(`isoko unsubscribe\0${body}`).digest('base64url');
}
